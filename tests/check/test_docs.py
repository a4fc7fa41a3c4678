"""docs/rules.md is what the docstrings say."""

from __future__ import annotations

from pathlib import Path

from toolkit.check import load_rules
from toolkit.check.docs import rules_markdown

PAGE = Path(__file__).parents[2] / "docs" / "rules.md"


def test_page_is_not_stale() -> None:
    assert PAGE.read_text(encoding="utf-8") == rules_markdown(), "run: python -m toolkit.check.docs > docs/rules.md"


def test_page_shows_every_rule_with_its_examples() -> None:
    page = rules_markdown()
    for rule in load_rules():
        assert f"\n## {rule.id}\n" in page
        assert all(f"- {example}" in page for example in rule.explanation.bad + rule.explanation.good)
