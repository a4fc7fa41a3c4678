"""Dividing a sentence and putting its translation together again."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from toolkit.glossary.index import Index, open_index
from toolkit.glossary.match import Matcher
from toolkit.languages import Language
from toolkit.translate.clauses import join_clauses, split_clauses
from toolkit.translate.expect import Expected, expect
from toolkit.translate.report import Action
from toolkit.translate.secure import Secured, SecuredSentence

TEXT = "They held Lysychansk for weeks, the army said, and then withdrew to Sloviansk because supplies ran out."


def expected_in(text: str, index: Index) -> tuple[Expected, ...]:
    return tuple(expect(m, Language.UK, index) for m in Matcher(index).find(text, Language.EN))


@pytest.mark.parametrize(
    ("conjunctions", "parts"),
    [
        (
            False,
            [
                "They held Lysychansk for weeks",
                "the army said",
                "and then withdrew to Sloviansk because supplies ran out.",
            ],
        ),
        (
            True,
            [
                "They held Lysychansk for weeks",
                "the army said",
                "and then withdrew to Sloviansk",
                "because supplies ran out.",
            ],
        ),
    ],
)
def test_where_a_sentence_is_divided(conjunctions: bool, parts: list[str], index: Index) -> None:
    clauses = split_clauses(TEXT, expected_in(TEXT, index), Language.EN, conjunctions)
    assert [clause.text for clause in clauses] == parts
    assert "".join(clause.text + clause.separator for clause in clauses) == TEXT
    for clause in clauses:
        for e in clause.expected:
            assert clause.text[e.mention.start : e.mention.end] == e.mention.text
    assert sum(len(clause.expected) for clause in clauses) == 2


def test_a_name_is_never_divided(index: Index) -> None:
    text = "The whole road to Ivano-Frankivsk - and to Rostov-on-Don - was closed for a week."
    for clause in split_clauses(text, expected_in(text, index), Language.EN, True):
        assert "Ivano-Frankivsk" in clause.text or "Ivano" not in clause.text


@given(st.text(alphabet="аб ,;-—.і", max_size=60), st.booleans())
def test_clauses_and_separators_make_up_the_sentence(text: str, conjunctions: bool) -> None:
    clauses = split_clauses(text, (), Language.UK, conjunctions)
    assert "".join(clause.text + clause.separator for clause in clauses) == text


def test_joining_keeps_the_spans_and_drops_added_stops() -> None:
    index = open_index()
    expected = expected_in(TEXT, index)
    clauses = split_clauses(TEXT, expected, Language.EN)
    name = expected[0]
    results = [
        SecuredSentence("Вони тримали Лисичанськ тижнями.", (Secured(name, 13, 23, Action.KEPT, ""),), ()),
        SecuredSentence("Сказала армія.", (), ("Харків",)),
        SecuredSentence("А тоді відійшли.", (Secured(expected[1], -1, -1, Action.UNRESOLVED, ""),), ()),
    ]
    whole = join_clauses(clauses, results, expected)
    assert whole.text == "Вони тримали Лисичанськ тижнями, сказала армія, а тоді відійшли."
    assert whole.text[whole.names[0].start : whole.names[0].end] == "Лисичанськ"
    assert [n.start for n in whole.names] == [13, -1]
    assert [n.expected for n in whole.names] == list(expected)
    assert whole.strangers == ("Харків",)
    assert whole.misses_names
