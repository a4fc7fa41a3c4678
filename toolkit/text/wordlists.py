"""The lists of ``toolkit/text/data``: abbreviations, words that open sentences, verbs of speech, trigrams."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from functools import cache
from pathlib import Path

from toolkit.languages import Language
from toolkit.resources import read_rows

_DATA = Path(__file__).parent / "data"


class Capital(StrEnum):
    """What a capital letter after an abbreviation means."""

    YES = "yes"  # the sentence goes on: ген. Коваль
    MAYBE = "maybe"  # it goes on unless a usual first word of a sentence follows: U.S. Army, in the U.S. The
    UNNUMBERED = "unnumbered"  # as MAYBE, but a sentence ends when a number stands before: р. Дніпро, 2022 р.
    NO = "no"  # a new sentence: bread, milk, etc. Then


@dataclass(frozen=True, slots=True)
class Abbreviation:
    """One row of ``abbreviations.LANGUAGE.tsv``; ``number``: a number may follow within the sentence."""

    text: str
    capital: Capital
    number: bool
    example: str


def abbreviation_key(text: str) -> str:
    """How an abbreviation is looked up: without its spaces and its last stop (``т. зв.`` is ``т.зв``)."""
    return text.replace(" ", "").removesuffix(".")


@cache
def abbreviations(language: Language) -> dict[str, Abbreviation]:
    """The abbreviations of a language by ``abbreviation_key``."""
    found = {}
    for text, capital, number, example in read_rows(_DATA / f"abbreviations.{language}.tsv"):
        found[abbreviation_key(text)] = Abbreviation(text, Capital(capital), number == "yes", example)
    return found


@cache
def sentence_openers(language: Language) -> frozenset[str]:
    """Lower-case words that often come first in a sentence and are no names."""
    return frozenset((_DATA / f"openers.{language}.txt").read_text(encoding="utf-8").split())


@cache
def speech_verbs() -> frozenset[str]:
    """English verbs that say who speaks after a quotation."""
    return frozenset((_DATA / "speech.en.txt").read_text(encoding="utf-8").split())


@cache
def english_words() -> frozenset[str]:
    """Frequent lower-case English words, by which running English is known."""
    return frozenset((_DATA / "words.en.txt").read_text(encoding="utf-8").split())


@cache
def trigram_weights() -> dict[str, float]:
    """How strongly three letters speak for Ukrainian (above zero) or Russian (below); a space is a word's edge.

    Derived data: the natural logarithm of the ratio of the trigram's frequencies in equal Ukrainian and Russian news
    text, at most 4, for the 800 most telling trigrams without a letter that only one of the languages has.
    """
    rows = read_rows(_DATA / "trigrams.uk-ru.tsv")
    return {trigram.replace("_", " "): float(weight) for trigram, weight in rows}
