from __future__ import annotations

import re
from pathlib import Path

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from toolkit.languages import Language
from toolkit.text.sentences import explain, split_sentences

ROWS = [
    line.split("\t")
    for line in (Path(__file__).parent / "data" / "sentences.tsv").read_text(encoding="utf-8").splitlines()[1:]
]
ESCAPES = {r"\n": "\n", r"\r": "\r", r"\x09": "\t"}
TEXTS = st.text(alphabet="абіАБabAB.?!… \n\r\t«»\"()-—–'’1259№:,", max_size=80) | st.text(max_size=80)
LANGUAGES = st.sampled_from(Language)


def sentences(text: str, language: Language) -> list[str]:
    return [span.of(text) for span in split_sentences(text, language)]


@pytest.mark.parametrize(
    ("language", "marked"), [pytest.param(row[1], row[2], id=f"{row[1]}: {row[0]}") for row in ROWS]
)
def test_cases(language: str, marked: str) -> None:
    for written, sign in ESCAPES.items():
        marked = marked.replace(written, sign)
    expected = [piece.strip() for piece in re.split(r"‖|\n[ \t]*\n", marked) if piece.strip()]
    assert sentences(marked.replace("‖", ""), Language(language)) == expected


def test_enough_cases() -> None:
    count = {language: sum(row[1] == language for row in ROWS) for language in Language}
    assert min(count.values()) >= 20


@settings(max_examples=60)
@given(TEXTS, LANGUAGES)
@example("а\r\nб\r\n\r\nв", Language.UK)
def test_sentences_cover_all_but_white_space(text: str, language: Language) -> None:
    last = 0
    for span in split_sentences(text, language):
        assert not text[last : span.start].strip()
        assert span.of(text) == span.of(text).strip() != ""
        last = span.end
    assert not text[last:].strip()


@settings(max_examples=60)
@given(TEXTS, LANGUAGES)
def test_explain_agrees_with_the_split(text: str, language: Language) -> None:
    decisions = explain(text, language)
    ends = {span.end for span in split_sentences(text, language)}
    starts = {span.start for span in split_sentences(text, language)}
    for decision in decisions:
        assert (decision.start in ends and decision.end in starts) == decision.split
        assert text[decision.start : decision.end].isspace()


@pytest.mark.parametrize("language", Language)
@pytest.mark.parametrize("blank", ["\n\n", "\r\n\r\n", "\r\r", "\n \t\n", "\f", "\u2029"])
def test_a_blank_line_always_ends_a_sentence(blank: str, language: Language) -> None:
    assert sentences(f"ген.{blank}коваль", language) == ["ген.", "коваль"]


def test_explain_names_the_rule_and_its_reason() -> None:
    town, end = explain("Бої за м. Лисичанськ тривали. Місто горіло.", Language.UK)
    assert (town.rule, town.split, end.rule, end.split) == ("abbreviation_before_capital", False, "end", True)
    assert str(town).startswith("Бої за м. + Лисичанськ")
    assert "announce a name" in str(town)


@pytest.mark.parametrize(
    "text",
    [
        "." * 200_000,
        ". " * 8_000,
        "а" * 300_000,
        " " * 200_000 + "а",
        "- а. б\n" * 20_000,
        "«а. б" * 20_000,
        '"' * 200_000,
    ],
    ids=["stops", "spaced stops", "letters", "spaces", "list", "open quotes", "quotes"],
)
def test_hostile_texts_take_linear_time(text: str) -> None:
    # Quadratic time would be minutes, and the suite would be stopped.
    assert "".join(sentences(text, Language.UK)).replace(" ", "").replace("\n", "") == text.replace(" ", "").replace(
        "\n", ""
    )
