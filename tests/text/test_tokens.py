from __future__ import annotations

from itertools import pairwise
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from toolkit.text.tokens import Token, tokenise

ROWS = [
    line.split("\t")
    for line in (Path(__file__).parent / "data" / "tokens.tsv").read_text(encoding="utf-8").splitlines()[1:]
]
TEXTS = st.text(alphabet="аїґyA'’ʼ`´-. \n12\u0301\u00ad\u200b²_", max_size=60) | st.text(max_size=60)


@pytest.mark.parametrize(("text", "expected"), [pytest.param(*row[1:], id=row[0]) for row in ROWS])
def test_cases(text: str, expected: str) -> None:
    assert [token.text for token in tokenise(text)] == expected.split(" ")


@given(TEXTS)
def test_tokens_and_gaps_spell_the_text(text: str) -> None:
    spelled, last = "", 0
    for token in tokenise(text):
        gap = text[last : token.start]
        assert not gap.strip()
        assert token.text == text[token.start : token.end] != ""
        spelled, last = spelled + gap + token.text, token.end
    assert spelled + text[last:] == text
    assert not text[last:].strip()


@given(st.text(alphabet="аbїЄ'’ʼ-1 ", max_size=40))
def test_a_word_is_not_cut(text: str) -> None:
    tokens = tokenise(text)
    for left, right in pairwise(tokens):
        assert not (left.is_word and right.is_word and left.end == right.start)


def test_kinds() -> None:
    word, apostrophe, number, sign = tokenise("Суми ʼ 25 %")
    assert [token.is_word for token in (word, apostrophe, number, sign)] == [True, False, False, False]
    assert [token.is_number for token in (word, apostrophe, number, sign)] == [False, False, True, False]


def test_tokens_are_values() -> None:
    assert tokenise("м. Суми")[2] == Token(3, 7, "Суми")
    with pytest.raises(AttributeError):
        tokenise("Суми")[0].text = "Київ"  # type: ignore[misc]
