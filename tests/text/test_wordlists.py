from __future__ import annotations

from pathlib import Path

import pytest

from toolkit.languages import Language
from toolkit.text import wordlists
from toolkit.text.sentences import split_sentences
from toolkit.text.wordlists import (
    Capital,
    abbreviations,
    english_words,
    sentence_openers,
    speech_verbs,
    trigram_weights,
)

DATA = Path(wordlists.__file__).parent / "data"
WORDS = [sentence_openers(language) for language in Language] + [english_words(), speech_verbs()]


def pieces(text: str, language: Language) -> int:
    return len(split_sentences(text, language))


@pytest.mark.parametrize("language", Language)
def test_the_example_shows_the_abbreviation_inside_one_sentence(language: Language) -> None:
    rows = abbreviations(language).values()
    assert len(rows) > 100
    assert [row.text for row in rows if row.text.lower() not in row.example.lower()] == []
    assert [row.text for row in rows if pieces(row.example, language) != 1] == []


@pytest.mark.parametrize("language", Language)
def test_a_usual_opener_ends_all_but_the_abbreviations_of_names(language: Language) -> None:
    opener = {Language.EN: "They", Language.UK: "Вони", Language.RU: "Они"}[language]
    joined = {
        row.text
        for row in abbreviations(language).values()
        if pieces(f"Xxx xxx xxx {row.text} {opener} xxx.", language) == 1
    }
    assert joined == {row.text for row in abbreviations(language).values() if row.capital is Capital.YES}


@pytest.mark.parametrize("language", Language)
def test_the_number_column_decides_before_a_number(language: Language) -> None:
    joined = {
        row.text for row in abbreviations(language).values() if pieces(f"Xxx xxx xxx {row.text} 25 xxx.", language) == 1
    }
    assert joined == {row.text for row in abbreviations(language).values() if row.number}


@pytest.mark.parametrize("file", sorted(DATA.iterdir()), ids=lambda file: file.name)
def test_files_are_sorted_without_doubles(file: Path) -> None:
    lines = file.read_text(encoding="utf-8").splitlines()[file.suffix == ".tsv" :]
    keys = [line.split("\t")[0] for line in lines]
    assert keys == sorted(set(keys))


@pytest.mark.parametrize("words", WORDS)
def test_words_are_lower_case(words: frozenset[str]) -> None:
    assert words
    assert all(word == word.lower() and word.isalpha() for word in words)


def test_trigrams_are_three_signs_that_tell_something() -> None:
    assert len(trigram_weights()) == 800
    assert all(len(trigram) == 3 and 0.5 < abs(weight) <= 4 for trigram, weight in trigram_weights().items())
