from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from toolkit.languages import Language
from toolkit.text.detect import detect_language

ROWS = [
    line.split("\t")
    for line in (Path(__file__).parent / "data" / "detect.tsv").read_text(encoding="utf-8").splitlines()[1:]
]


@pytest.mark.parametrize(("text", "language"), [pytest.param(*row[1:], id=f"{row[2]}: {row[0]}") for row in ROWS])
def test_cases(text: str, language: str) -> None:
    assert detect_language(text) == (None if language == "-" else Language(language))


@given(st.text(alphabet="0123456789 .,!?—«»\n%№", max_size=40))
def test_no_letters_no_language(text: str) -> None:
    assert detect_language(text) is None


@given(st.sampled_from([row for row in ROWS if row[2] != "-"]), st.text(alphabet="0123456789 .,!?—«»\n", max_size=10))
def test_case_and_signs_around_do_not_matter(row: list[str], signs: str) -> None:
    assert detect_language(f"{signs} {row[1].upper()} {signs}") == Language(row[2])
