"""The small parts that rules are made of."""

from __future__ import annotations

import pytest

from toolkit.check.describe import describe_place, either, origin
from toolkit.check.explanation import Example, parse_explanation
from toolkit.check.forms import forms_like, in_case_of
from toolkit.check.lines import Lines
from toolkit.check.numbers import find_numbers, spelled_numbers
from toolkit.check.runs import capital_runs, is_ordinary, starts_sentence
from toolkit.glossary.index import Index
from toolkit.glossary.match import Matcher
from toolkit.glossary.model import Name, Status
from toolkit.glossary.naming import advised, are_spellings, is_current
from toolkit.languages import Language


def name(text: str, index: Index, language: Language = Language.EN) -> Name:
    """The name that a form belongs to."""
    return index.name(index.readings(text.lower(), language)[0].name)


def test_lines() -> None:
    lines = Lines("ab\r\nc\rd\n")
    assert [lines.position(offset) for offset in (0, 2, 4, 6, 8)] == [(1, 1), (1, 3), (2, 1), (3, 1), (4, 1)]
    assert [lines.bounds(line) for line in (1, 2, 3, 4)] == [(0, 2), (4, 5), (6, 7), (8, 8)]


@pytest.mark.parametrize(
    ("language", "text", "values"),
    [
        ("en", "1,500 and 2.50, 3", ["1500", "2.5", "3"]),
        ("en", "$2.5 million, 5bn, 10 thousand", ["2500000", "5000000000", "10000"]),
        ("en", "at 2 p.m., 2:30 pm, 12:00 a.m., 2.17 a.m.", ["14", "14:30", "0", "2:17"]),
        ("en", "on 2022-02-24 and 24/02/2022", ["2022", "24", "24", "2022"]),
        ("en", "T-72s and 152-mm", ["72", "152"]),
        ("uk", "1 500, 1\u00a0500\u00a0000, 2,5 млн, 70 тис. осіб", ["1500", "1500000", "2500000", "70000"]),
        ("uk", "24.02.2022 о 05:00", ["24", "2022", "5"]),
        ("uk", "3 152-мм гаубиці", ["3", "152"]),
        ("uk", "у 2022 500 людей", ["2022", "500"]),
        ("ru", "1.500 и 3,14", ["1500", "3.14"]),
    ],
)
def test_numbers(language: str, text: str, values: list[str]) -> None:
    found = list(find_numbers(text, Language(language)))
    assert [number.value for number in found] == values
    assert all(text[number.start : number.end] == number.text for number in found)


@pytest.mark.parametrize(
    ("language", "text", "values"),
    [
        ("en", "Fifty-two people, eighteen dogs and a second cat", {50, 52, 18, 2}),
        ("uk", "П’ятдесят два, восьмеро, дев'ятнадцяти", {50, 52, 2, 8, 19}),
        ("ru", "тридцать третий, семью", {30, 33, 3, 7}),
        ("en", "none", set()),
    ],
)
def test_spelled_numbers(language: str, text: str, values: set[int]) -> None:
    assert spelled_numbers(text, Language(language)) == values


def test_capital_runs_leave_out_what_is_taken() -> None:
    text = "In Lysychansk, Maria Kovalenko’s Івано-Франківськ of NATO"
    runs = list(capital_runs(text, [(3, 13)]))
    assert [run.text for run in runs] == ["Maria Kovalenko", "Івано-Франківськ", "NATO"]
    assert all(text[run.start : run.end] == run.text for run in runs)


def test_run_that_starts_a_sentence_is_also_read_without_its_first_word() -> None:
    (first, second) = capital_runs("Near Bahmut and Old Bahmut", [])
    assert [(run.start, run.text, run.starts_sentence) for run in first.readings()] == [
        (0, "Near Bahmut", True),
        (5, "Bahmut", False),
    ]
    assert second.readings() == (second,)


@pytest.mark.parametrize(
    ("text", "expected"),
    [("Kyiv", True), ("a. Kyiv", True), ("a Kyiv", False), ("a\n- Kyiv", True), ("a «Kyiv", True), ("a, Kyiv", False)],
)
def test_starts_sentence(text: str, expected: bool) -> None:
    assert starts_sentence(text, text.index("Kyiv")) is expected


def test_is_ordinary() -> None:
    assert is_ordinary("Колонна", "Длинные колонны. Колонна")
    assert not is_ordinary("Колонна", "Колонна и Колонны")


def test_is_current(index: Index) -> None:
    present, former = name("Siverskodonetsk", index), name("Sievierodonetsk", index)
    assert [is_current(present, date) for date in ("", "2024-09-25", "2024-09-26")] == [True, False, True]
    assert [is_current(former, date) for date in ("", "2024-09-25", "2024-09-26")] == [False, True, False]
    assert former.status is Status.HISTORIC


@pytest.mark.parametrize(
    ("text", "date", "expected"),
    [
        ("Kiev", "", ["Kyiv"]),
        ("Kiev region", "", ["Kyiv region"]),
        ("Dnipropetrovsk", "", ["Dnipro"]),
        ("Severodonetsk", "", ["Siverskodonetsk", "Sievierodonetsk"]),
        ("Severodonetsk", "2020", ["Sievierodonetsk"]),
    ],
)
def test_advised(text: str, date: str, expected: list[str], index: Index) -> None:
    assert [better.text for better in advised([name(text, index)], index, date)] == expected


@pytest.mark.parametrize(
    ("one", "other", "expected"),
    [
        ("Polotsk", "Polatsk", True),
        ("Kyiv Oblast", "Kyiv region", False),
        ("United States", "America", False),
        ("US", "USA", False),
        ("Rostov-on-Don", "Rostov", False),
    ],
)
def test_are_spellings(one: str, other: str, expected: bool, index: Index) -> None:
    assert are_spellings(name(one, index), name(other, index)) is expected
    assert are_spellings(name(other, index), name(one, index)) is expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Kiev", "from Russian Киев"),
        ("Severodonetsk", "from Russian Северодонецк"),
        ("Slovyansk", "Слов'янськ by BGN/PCGN 1965 for Ukrainian"),
        ("Kiev region", ""),
    ],
)
def test_origin(text: str, expected: str, index: Index) -> None:
    assert origin(name(text, index), index) == expected


def test_describe_place(index: Index) -> None:
    lysychansk, houston = (name(text, index).place for text in ("Lysychansk", "Houston"))
    assert describe_place(lysychansk, index) == "Lysychansk (city, Siverskodonetsk Raion, Luhansk Oblast)"
    assert describe_place(houston, index) == "Houston (city, United States)"


def test_either() -> None:
    assert [either(options) for options in (["a"], ["a", "b"], ["a", "b", "c"])] == ["a", "a or b", "a, b or c"]


@pytest.mark.parametrize(
    ("language", "text", "better", "expected"),
    [
        ("uk", "до Дніпропетровська", "Дніпро", ("Дніпра",)),
        ("uk", "у Дніпропетровську", "Дніпро", ("Дніпрі",)),
        ("uk", "дніпропетровського", "Дніпро", ("дніпровського",)),
        ("uk", "ДНІПРОПЕТРОВСЬК", "Дніпро", ("ДНІПРО",)),
        ("ru", "под Артёмовском", "Бахмут", ("Бахмутом",)),
        ("en", "Artemivsk", "Bakhmut", ("Bakhmut",)),
    ],
)
def test_forms_like(language: str, text: str, better: str, expected: tuple[str, ...], index: Index) -> None:
    mention = Matcher(index).find(text, Language(language))[0]
    names = [
        option for option in index.names_of(mention.candidates[0].place.id, Language(language)) if option.text == better
    ]
    assert forms_like(mention.readings, names, index, text, mention.start, mention.end) == expected


def test_no_form_where_there_is_no_adjective(index: Index) -> None:
    mention = Matcher(index).find("Chechen", Language.EN)[0]
    assert forms_like(mention.readings, [name("Kyiv", index)], index, "Chechen", 0, 7) == ()


@pytest.mark.parametrize(
    ("form", "model", "expected"),
    [
        ("київ", "Харків", "Київ"),
        ("Київ", "ХАРКІВ", "КИЇВ"),
        ("Союз", "ЕС", "Союз"),
        ("київський", "харків", "київський"),
    ],
)
def test_in_case_of(form: str, model: str, expected: str) -> None:
    assert in_case_of(form, model) == expected


DOCSTRING = """Summary.

What: a
b.

Why: c.

Bad:
    en 2022-07: Text: more.
    en: Source. => uk: Переклад.

Good:
    ru: Текст.
"""


def test_explanation() -> None:
    parsed = parse_explanation(DOCSTRING)
    assert (parsed.summary, parsed.what, parsed.why) == ("Summary.", "a b.", "c.")
    assert parsed.bad == (
        Example(Language.EN, "Text: more.", "2022-07"),
        Example(Language.UK, "Переклад.", "", Language.EN, "Source."),
    )
    assert [str(example) for example in parsed.bad] == ["en 2022-07: Text: more.", "en: Source. => uk: Переклад."]


@pytest.mark.parametrize(
    ("old", "new", "message"),
    [("Why: c.", "", "no Why section"), ("    ru: Текст.", "", "no Good section"), ("ru: ", "de: ", "LANGUAGE")],
)
def test_explanation_says_what_is_wrong(old: str, new: str, message: str) -> None:
    with pytest.raises(ValueError, match=message):
        parse_explanation(DOCSTRING.replace(old, new))
