from __future__ import annotations

import unicodedata
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from toolkit.text import scripts
from toolkit.text.folding import fold
from toolkit.text.scripts import Script, script_of, unconfuse

DATA = Path(__file__).parent / "data"
FOLD = [line.split("\t") for line in (DATA / "fold.tsv").read_text(encoding="utf-8").splitlines()[1:]]
UNCONFUSE = [line.split("\t") for line in (DATA / "unconfuse.tsv").read_text(encoding="utf-8").splitlines()[1:]]
TEXTS = st.text(max_size=40) | st.text(
    alphabet="аеиійїґЁѐėéǿłÇaeoïy'’ʼ`ʹ-–‑\u0300\u0301\u0306\u0308\u0323\u00ad\u200bİß", max_size=30
)


@pytest.mark.parametrize(("text", "key"), [pytest.param(*row[1:], id=row[0]) for row in FOLD])
def test_fold(text: str, key: str) -> None:
    assert fold(text.replace(r"\u0301", "\u0301")) == key


@given(TEXTS)
def test_folding_a_key_changes_nothing(text: str) -> None:
    assert fold(fold(text)) == fold(text)


@given(st.text(alphabet="абеиійїґЁaeoézÇïñ'\u0301\u0306\u0308", max_size=30))
def test_how_unicode_composes_a_letter_does_not_matter(text: str) -> None:
    assert fold(unicodedata.normalize("NFD", text)) == fold(unicodedata.normalize("NFC", text)) == fold(text)


@given(st.text(alphabet="абвгґдеєжзиіїйклмнопрстуфхцчшщьюяыэъ' ", max_size=30))
def test_upper_case_does_not_matter(text: str) -> None:
    assert fold(text.upper()) == fold(text) == text


@pytest.mark.parametrize(
    ("word", "script"),
    [
        ("Sumy", Script.LATIN),
        ("Łódź", Script.LATIN),
        ("Суми", Script.CYRILLIC),
        ("Ґанок-2", Script.CYRILLIC),
        ("Cуми", Script.MIXED),
        ("2022", Script.OTHER),
        ("", Script.OTHER),
        ("Αθήνα", Script.OTHER),
        ("Sumα", Script.OTHER),
    ],
)
def test_script_of(word: str, script: Script) -> None:
    assert script_of(word) is script


@pytest.mark.parametrize(("word", "script", "result"), [pytest.param(*row[1:], id=row[0]) for row in UNCONFUSE])
def test_unconfuse(word: str, script: str, result: str) -> None:
    assert unconfuse(word, Script(script)) == result


@given(st.text(alphabet="абвіїСОРcopXYzd-1", max_size=12), st.sampled_from([Script.LATIN, Script.CYRILLIC]))
def test_unconfused_words_keep_their_length_and_are_in_one_script_or_unchanged(word: str, script: Script) -> None:
    result = unconfuse(word, script)
    assert len(result) == len(word)
    assert result == word or script_of(result) is script
    assert unconfuse(result, script) == result


@pytest.mark.parametrize("script", [Script.MIXED, Script.OTHER])
def test_only_two_scripts_have_look_alikes(script: Script) -> None:
    with pytest.raises(ValueError, match=script.value):
        unconfuse("Cуми", script)


def test_homoglyphs_are_one_to_one_and_differ() -> None:
    file = Path(scripts.__file__).parent / "data" / "homoglyphs.tsv"
    rows = [line.split("\t") for line in file.read_text(encoding="utf-8").splitlines()[1:]]
    assert rows == sorted(rows)
    assert len({latin for latin, _ in rows}) == len({cyrillic for _, cyrillic in rows}) == len(rows)
    assert {(script_of(latin), script_of(cyrillic)) for latin, cyrillic in rows} == {(Script.LATIN, Script.CYRILLIC)}
