"""Checking texts for place names: rules, one a file, that yield findings, and renderers that show them."""

from toolkit.check.finding import Finding, Severity
from toolkit.check.rule import Rule, load_rules
from toolkit.check.run import check_document, check_text

__all__ = ["Finding", "Rule", "Severity", "check_document", "check_text", "load_rules"]
