"""The rules, one a module; ``toolkit.check.rule`` says what a module must have and finds them all."""
