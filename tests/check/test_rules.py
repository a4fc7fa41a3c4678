"""What holds for every rule: its name, its docstring, and that its examples are true."""

from __future__ import annotations

import pytest

from toolkit.check import Severity, check_text, load_rules, rules
from toolkit.check.explanation import Example
from toolkit.check.rule import Rule
from toolkit.glossary.index import Index

EXAMPLES = [
    pytest.param(rule, example, kind == "bad", id=f"{rule.id} {kind}: {example.text[:40]}")
    for rule in load_rules()
    for kind, examples in (("bad", rule.explanation.bad), ("good", rule.explanation.good))
    for example in examples
]


def test_every_file_is_a_rule_named_like_it() -> None:
    files = [file for path in rules.__path__ for file in __import__("pathlib").Path(path).glob("*.py")]
    names = sorted(file.stem.replace("_", "-") for file in files if file.stem != "__init__")
    assert [rule.id for rule in load_rules()] == names
    assert all(rule.check.__module__ == f"{rules.__name__}.{rule.id.replace('-', '_')}" for rule in load_rules())


@pytest.mark.parametrize("rule", load_rules(), ids=lambda rule: rule.id)
def test_rule_is_explained(rule: Rule) -> None:
    assert rule.severity in set(Severity)
    assert rule.explanation.summary.endswith(".")
    assert rule.explanation.bad
    assert rule.explanation.good
    examples = rule.explanation.bad + rule.explanation.good
    assert all(bool(example.source) == rule.needs_source for example in examples)


@pytest.mark.parametrize(("rule", "example", "reported"), EXAMPLES)
def test_examples_are_true(rule: Rule, example: Example, reported: bool, index: Index) -> None:
    findings = check_text(
        example.text,
        example.language,
        index,
        date=example.date,
        source=example.source or None,
        source_language=example.source_language,
        select=[rule.id],
    )
    assert {finding.rule for finding in findings} == ({rule.id} if reported else set())
    assert all(finding.severity is rule.severity for finding in findings)
