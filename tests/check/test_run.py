"""Checking as a whole: order, offsets, selection, and what is not prose."""

from __future__ import annotations

import dataclasses

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from toolkit.check import Finding, check_document, check_text, load_rules
from toolkit.documents.formats import open_document
from toolkit.errors import InputError
from toolkit.glossary.index import Index, open_index
from toolkit.languages import Language

TEXT = "Troops left Kiev.\r\nThey crossed the Seversky Donets.\r\n\r\nPolаtsk is far."
PIECES = ["Kiev", "Лисичанск", "Лиcичанськ", "Bahmut", "Artemivsk", "Ivanivka", "Kyiv", "12", "2,5 млн", "24.02.2022"]
TEXTS = st.lists(
    st.sampled_from([*PIECES, " ", "\n", "\r\n", "'s", ". ", "-", "\u0301", "(", "[", "«", "\x1b", "a", "漢"])
    | st.text(max_size=3),
    max_size=25,
).map("".join)


def summary(findings: list[Finding]) -> list[tuple[str, str, int, int]]:
    return [(finding.rule, finding.text, finding.line, finding.column) for finding in findings]


def test_findings_are_in_order_with_their_places(index: Index) -> None:
    assert summary(check_text(TEXT, Language.EN, index)) == [
        ("deprecated-name", "Kiev", 1, 13),
        ("deprecated-name", "Seversky Donets", 2, 18),
        ("mixed-alphabet", "Polаtsk", 4, 1),
    ]


def test_a_finding_is_a_value_with_one_line(index: Index) -> None:
    finding = check_text("Troops left Kiev.", Language.EN, index)[0]
    assert str(finding).startswith("1:13: warning deprecated-name Kiev is deprecated")
    assert finding == dataclasses.replace(finding)
    with pytest.raises(dataclasses.FrozenInstanceError):
        finding.line = 2  # type: ignore[misc]


def test_select_and_ignore(index: Index) -> None:
    def rules(**options: list[str]) -> list[str]:
        return [finding.rule for finding in check_text(TEXT, Language.EN, index, **options)]  # type: ignore[arg-type]

    assert rules(select=["mixed-alphabet"]) == ["mixed-alphabet"]
    assert rules(ignore=["deprecated-name"]) == ["mixed-alphabet"]
    assert rules(select=["mixed-alphabet"], ignore=["mixed-alphabet"]) == []


@pytest.mark.parametrize("option", ["select", "ignore"])
def test_unknown_rule_names_the_known_ones(option: str, index: Index) -> None:
    with pytest.raises(InputError, match=r"'no-rule'.*deprecated-name, .*number-mismatch"):
        check_text("", Language.EN, index, **{option: ["no-rule"]})  # type: ignore[arg-type]


def test_rules_for_pairs_need_a_source(index: Index) -> None:
    text = "Обстріляно Рубіжне."
    assert check_text(text, Language.UK, index) == []
    found = check_text(text, Language.UK, index, source="Silence.", source_language=Language.EN)
    assert [finding.rule for finding in found] == ["added-name"]
    with pytest.raises(ValueError, match="language"):
        check_text(text, Language.UK, index, source="Silence.")


def test_only_prose_is_checked(index: Index) -> None:
    text = "---\ntitle: Kiev\n---\n\n`Kiev` in [Kiev](https://example.org/Kiev), <b title='Kiev'>x</b> a@Kiev.com\n"
    found = check_document(open_document(text, "a.md"), Language.EN, index)
    assert [(finding.text, finding.start) for finding in found] == [("Kiev", text.index("[Kiev]") + 1)]


@pytest.mark.parametrize("text", ["", "\n", "   ", "12", "\x00\x1b"])
def test_nothing_to_find(text: str, index: Index) -> None:
    assert check_text(text, Language.UK, index, source=text, source_language=Language.RU) == []


@settings(max_examples=60, deadline=None)
@given(TEXTS, TEXTS, st.sampled_from(list(Language)), st.sampled_from(list(Language)))
def test_findings_fit_the_text(text: str, source: str, language: Language, source_language: Language) -> None:
    findings = check_text(text, language, open_index(), source=source, source_language=source_language)
    ids = {rule.id for rule in load_rules()}
    for finding in findings:
        assert finding.rule in ids
        assert finding.text == text[finding.start : finding.end]
        assert 0 <= finding.start <= finding.end <= len(text)
        lines = text[: finding.start].replace("\r\n", "\n").replace("\r", "\n").split("\n")
        if text[finding.start - 1 : finding.start + 1] != "\r\n":
            assert (finding.line, finding.column) == (len(lines), len(lines[-1]) + 1)
        assert 0 < finding.confidence <= 1
        assert finding.text not in finding.suggestions
    assert [(f.start, f.end, f.rule) for f in findings] == sorted((f.start, f.end, f.rule) for f in findings)
    assert findings == check_text(text, language, open_index(), source=source, source_language=source_language)
