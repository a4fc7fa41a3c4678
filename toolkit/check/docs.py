"""The documentation of the rules, made from their docstrings: ``python -m toolkit.check.docs > docs/rules.md``."""

from __future__ import annotations

import sys

from toolkit.check.explanation import Example
from toolkit.check.rule import Rule, load_rules

_HEAD = """\
# Rules of `nazva check`

<!-- Derived from the docstrings in toolkit/check/rules by `python -m toolkit.check.docs > docs/rules.md`. -->

Each finding names its rule. Choose rules with `--select RULE` or leave some out with `--ignore RULE`. Rules marked
*pair* run only when a translation is checked against its source.
"""


def rules_markdown() -> str:
    """The page of all rules."""
    rules = load_rules()
    table = ["| rule | severity | reports |", "|---|---|---|"]
    table += [f"| [{rule.id}](#{rule.id}) | {_label(rule)} | {rule.explanation.summary} |" for rule in rules]
    return "\n".join([_HEAD, *table, *(f"\n{rule_markdown(rule)}" for rule in rules)]) + "\n"


def rule_markdown(rule: Rule) -> str:
    """The section of one rule: what ``--explain`` shows."""
    text = rule.explanation
    return "\n".join(
        [
            f"## {rule.id}\n",
            f"*{_label(rule)}* — {text.summary}\n",
            f"**What**: {text.what}\n",
            f"**Why**: {text.why}\n",
            "Reported:\n",
            *map(_example, text.bad),
            "\nNot reported:\n",
            *map(_example, text.good),
        ]
    )


def _label(rule: Rule) -> str:
    return f"{rule.severity}, pair" if rule.needs_source else str(rule.severity)


def _example(example: Example) -> str:
    return f"- {example}"


def main() -> None:
    """Print the page."""
    sys.stdout.write(rules_markdown())


if __name__ == "__main__":
    main()
