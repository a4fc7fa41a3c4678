from __future__ import annotations

import re
from collections.abc import Sequence

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from toolkit.documents.formats import open_document
from toolkit.engines.base import Hypothesis, Progress, Segment
from toolkit.engines.copying import CopyEngine
from toolkit.errors import LanguageError
from toolkit.glossary.index import Index, open_index
from toolkit.languages import Language
from toolkit.translate.pipeline import count_sentences, translate_document
from toolkit.translate.report import Action, Translation

EN, UK, RU = Language.EN, Language.UK, Language.RU


def translate(text: str, source: Language, target: Language, name: str = "a.txt", **more: object) -> Translation:
    engine = more.pop("engine", CopyEngine())
    return translate_document(open_document(text, name), source, target, engine, open_index(), **more)


def assert_spans_are_exact(result: Translation, source: str) -> None:
    for name in result.names:
        assert source[name.source_start : name.source_end] == name.source_text
        if name.action is not Action.UNRESOLVED:
            assert result.text[name.target_start : name.target_end] == name.target_text


class Dictionary:
    """An engine that replaces words, and keeps what it was asked."""

    name = "dictionary"
    understands_hints = True

    def __init__(self, **words: str) -> None:
        self.words = words
        self.asked: list[Segment] = []
        self.calls = 0

    def translate(
        self,
        segments: Sequence[Segment],
        source: Language,
        target: Language,
        *,
        hypotheses: int = 1,
        progress: Progress | None = None,
    ) -> list[list[Hypothesis]]:
        self.calls += 1
        self.asked += segments
        return [
            [Hypothesis(re.sub(r"\w+", lambda word: self.words.get(word[0], word[0]), segment.text))]
            for segment in segments
        ]


@pytest.mark.cases("cases/pipeline.tsv")
def test_only_names_change(source: str, target: str, file: str, text: str, result: str) -> None:
    assert translate(text, Language(source), Language(target), file).text == result


@pytest.mark.parametrize(
    ("text", "file"),
    [
        ("В Лисичанске и Киеве.\r\n\r\n\tХарьков. Киев", "a.txt"),
        ("😀 Лисичанск\u2028Киев", "a.txt"),
        ("\ufeffБОИ ЗА ЛИСИЧАНСК", "a.txt"),
        ("# Киев\n\n- **Харьков** и _Лисичанск_\n- `Киев` Киев\n", "a.md"),
        *((text, "a.md") for text in ("1\\* и Лисичанск", "Он &amp; она в Лисичанске", "строка\n  про Лисичанск")),
    ],
)
def test_the_spans_of_the_report_point_at_the_names(text: str, file: str) -> None:
    result = translate(text, RU, EN, file)
    assert result.names
    assert_spans_are_exact(result, text)


# Words with no name in them, and every kind of white space and line end between them.
PIECES = st.lists(
    st.tuples(
        st.sampled_from(["тихо", "Було тихо.", "О 5:30 ранку!", "«Так»", "12", "—", "Справді?", "a_b", "№ 7", "(ні)"]),
        st.sampled_from(
            [" ", "  ", "\n", "\r\n", "\n\n", "\r\n\r\n\r\n", "\r", "\t", "\u00a0", "\u2028", " \n ", "\f"]
        ),
    ),
    max_size=12,
)


@given(pieces=PIECES, before=st.sampled_from(["", "\n", "  ", "\ufeff", "\r\n"]))
@settings(max_examples=60, deadline=None)
def test_a_text_without_names_that_is_copied_stays_the_same(pieces: list[tuple[str, str]], before: str) -> None:
    text = before + "".join(word + space for word, space in pieces)
    result = translate(text, UK, RU)
    assert result.text == text
    assert result.names == ()


@given(pieces=PIECES)
@settings(max_examples=60, deadline=None)
def test_white_space_around_repaired_names_stays(pieces: list[tuple[str, str]]) -> None:
    text = "".join(f"{word} у Лисичанську.{space}" for word, space in pieces)
    result = translate(text, UK, RU)
    assert re.sub(r"\S+", "x", result.text) == re.sub(r"\S+", "x", text)
    assert result.text.count("Лисичанск") == len(pieces) == len(result.names)
    assert_spans_are_exact(result, text)


def test_the_spans_of_many_repairs_in_a_document() -> None:
    text = "У Лисичанську тихо. Біля Кривого Рогу ні.\r\n\r\n\tУ Сєвєродонецьку й Харкові теж.  До Запоріжжя далеко."
    result = translate(text, UK, RU)
    assert_spans_are_exact(result, text)
    assert [name.source_text for name in result.names] == [
        "Лисичанську", "Кривого Рогу", "Сєвєродонецьку", "Харкові", "Запоріжжя",
    ]  # fmt: skip
    assert [name.target_name for name in result.names] == [
        "Лисичанск", "Кривой Рог", "Северодонецк", "Харьков", "Запорожье",
    ]  # fmt: skip
    assert all(name.action is Action.REPAIRED for name in result.names)
    assert result.text == (
        "У Лисичанска тихо. Біля Кривого Рога ні.\r\n\r\n\tУ Северодонецка й Харькове теж.  До Запорожья далеко."
    )


def test_the_engine_is_asked_once_and_shown_the_names() -> None:
    engine = Dictionary(Fighting="Бої", Lysychansk="Лисичанськ", Kharkiv="Харків")
    text = "Fighting for Lysychansk.\n\nKharkiv is quiet. 12.\n***\n"
    result = translate(text, EN, UK, engine=engine)
    assert engine.calls == 1
    assert [segment.text for segment in engine.asked] == ["Fighting for Lysychansk.", "Kharkiv is quiet."]
    assert [[segment.text[h.start : h.end] for h in segment.hints] for segment in engine.asked] == [
        ["Lysychansk"], ["Kharkiv"],
    ]  # fmt: skip
    assert [[h.text for h in segment.hints] for segment in engine.asked] == [["Лисичанськ"], ["Харків"]]
    assert [name.action for name in result.names] == [Action.HINTED, Action.HINTED]
    assert result.text == "Бої for Лисичанськ.\n\nХарків is quiet. 12.\n***\n"


def test_an_english_adjective_is_no_hint() -> None:
    engine = Dictionary(Russian="Російські")
    translate("Russian forces.", EN, UK, engine=engine)
    assert [segment.hints for segment in engine.asked] == [()]


def test_the_date_decides_the_name() -> None:
    assert translate("Бої за Сєвєродонецьк.", UK, EN, date="2022-07-04").text == "Бої за Sievierodonetsk."
    assert translate("Бої за Сєвєродонецьк.", UK, EN, date="2025-01-01").text == "Бої за Siverskodonetsk."


def test_a_name_that_is_lost_is_reported() -> None:
    result = translate("Бої за Лисичанськ.", UK, RU, engine=Dictionary(Лисичанськ="город"))
    (name,) = result.unresolved
    assert (name.source_text, name.target_text, name.target_start, name.target_end) == ("Лисичанськ", "", -1, -1)
    assert name.target_name == "Лисичанск"
    assert result.as_json()["counts"] == {"kept": 0, "hinted": 0, "repaired": 0, "unresolved": 1}


@pytest.mark.parametrize(
    ("engine", "warning"),
    [
        (Dictionary(**{"12": "13"}), "numbers differ (12 → 13): 12 людей у Лисичанську."),
        (Dictionary(**{"12": "двенадцать"}), "numbers differ (12 → none): 12 людей у Лисичанську."),
        (
            Dictionary(Лисичанську="Полтаве"),
            "the translation names Полтаве, the source does not: 12 людей у Лисичанську.",
        ),
    ],
)
def test_what_a_reader_should_look_at(engine: Dictionary, warning: str) -> None:
    assert translate("12 людей у Лисичанську.", UK, RU, engine=engine).warnings == (warning,)


def test_nothing_to_warn_of() -> None:
    assert translate("12 людей у Лисичанську.", UK, RU).warnings == ()


@pytest.mark.parametrize("language", Language)
def test_source_and_target_must_differ(language: Language, index: Index) -> None:
    document = open_document("Лисичанськ", "a.txt")
    with pytest.raises(LanguageError, match=f"^the text is {language} already: source and target must differ$"):
        translate_document(document, language, language, CopyEngine(), index)


@pytest.mark.parametrize("text", ["", "\n", "  \r\n", "12\n***\n—", "😀"])
def test_a_document_without_letters(text: str) -> None:
    engine = Dictionary()
    result = translate(text, UK, RU, engine=engine)
    assert (result.text, result.names, engine.asked) == (text, (), [])


def test_progress_ends_at_the_number_of_sentences() -> None:
    text = "Було тихо. У Лисичанську ні.\n\nСправді? Так!"
    counted: list[int] = []
    translate(text, UK, RU, progress=counted.append)
    assert sum(counted) == count_sentences(open_document(text, "a.txt"), UK) == 4
