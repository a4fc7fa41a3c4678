from __future__ import annotations

import pytest

from toolkit.languages import Language
from toolkit.text.sentences import split_sentences
from toolkit.text.wordlists import (
    Abbreviation,
    Capital,
    abbreviations,
    english_words,
    sentence_openers,
    speech_verbs,
    trigram_weights,
)

ROWS = [
    pytest.param(language, row, id=f"{language}: {row.text}")
    for language in Language
    for row in abbreviations(language).values()
]
WORDS = [sentence_openers(language) for language in Language] + [english_words(), speech_verbs()]


@pytest.mark.parametrize(("language", "row"), ROWS)
def test_the_example_shows_the_abbreviation_inside_one_sentence(language: Language, row: Abbreviation) -> None:
    written = row.text[0].upper() + row.text[1:]
    assert row.text in row.example or written in row.example
    assert len(split_sentences(row.example, language)) == 1


@pytest.mark.parametrize(("language", "row"), ROWS)
def test_a_usual_opener_ends_all_but_the_abbreviations_of_names(language: Language, row: Abbreviation) -> None:
    opener = {Language.EN: "They", Language.UK: "Вони", Language.RU: "Они"}[language]
    count = len(split_sentences(f"Xxx xxx xxx {row.text} {opener} xxx.", language))
    assert count == (1 if row.capital is Capital.YES else 2)


@pytest.mark.parametrize(("language", "row"), ROWS)
def test_the_number_column_decides_before_a_number(language: Language, row: Abbreviation) -> None:
    assert len(split_sentences(f"Xxx xxx xxx {row.text} 25 xxx.", language)) == (1 if row.number else 2)


@pytest.mark.parametrize("words", WORDS)
def test_words_are_lower_case(words: frozenset[str]) -> None:
    assert words
    assert all(word == word.lower() and word.isalpha() for word in words)


def test_trigrams_are_three_signs_that_tell_something() -> None:
    assert len(trigram_weights()) == 800
    assert all(len(trigram) == 3 and 0.5 < abs(weight) <= 4 for trigram, weight in trigram_weights().items())
