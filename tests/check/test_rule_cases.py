"""``cases/RULE.toml``: what all rules together report in small texts.

``expected`` are arrays: the rule, the text reported, then the suggestions. Every rule runs, so that rules that get in
each other's way are seen; a case belongs to the rule it is about.
"""

from __future__ import annotations

import tomllib
from pathlib import Path
from typing import Any

import pytest

from toolkit.check import check_text, load_rules
from toolkit.glossary.index import Index
from toolkit.languages import Language

FILES = sorted((Path(__file__).parent / "cases").glob("*.toml"))
CASES = [
    pytest.param(file.stem, case, id=f"{file.stem}: {case['label']}")
    for file in FILES
    for case in tomllib.loads(file.read_text(encoding="utf-8"))["case"]
]


@pytest.mark.parametrize(("rule", "case"), CASES)
def test_case(rule: str, case: dict[str, Any], index: Index) -> None:
    source_language = case.get("source_language")
    findings = check_text(
        case["text"],
        Language(case["language"]),
        index,
        date=case.get("date", ""),
        source=case.get("source"),
        source_language=Language(source_language) if source_language else None,
    )
    assert [[finding.rule, finding.text, *finding.suggestions] for finding in findings] == case["expected"]


def test_every_rule_has_cases_of_both_kinds() -> None:
    assert [file.stem for file in FILES] == [rule.id for rule in load_rules()]
    for rule in load_rules():
        reported = [
            any(rule.id == expected[0] for expected in case.values[1]["expected"])
            for case in CASES
            if case.values[0] == rule.id
        ]
        assert set(reported) == {True, False}, rule.id
