"""A coarse key under which the spellings of a name in either script and any romanisation come close."""

from __future__ import annotations

import re
import unicodedata
from functools import cache
from typing import NamedTuple

from toolkit.errors import RomanisationError, at
from toolkit.romanise.systems import SKELETON, rows

# Signs that stand inside a word without parting it: apostrophes, signs for ь and ъ, dots, soft hyphens.
_INSIDE = re.compile("(?<=\\w)[\"'`‘’“”ʹʺʼˈ·∙\u00ad]+(?=\\w)")
_MARKS = re.compile("[\u0300-\u036fьъ]")
_WORD = re.compile("[a-z0-9]+")
_DOUBLE = re.compile(r"([a-z])\1+")


class _Tables(NamedTuple):
    """The letter table for ``str.translate``; the groups to fold, and the pattern that finds them."""

    letters: dict[int, str]
    folds: dict[str, str]
    pattern: re.Pattern[str]


@cache
def _tables() -> _Tables:
    tables: dict[str, dict[str, str]] = {"letter": {}, "fold": {}}
    for number, (kind, source, target) in rows(SKELETON, 3):
        if kind not in tables or source in tables[kind]:
            raise RomanisationError(at(SKELETON, number, f"unknown kind {kind!r} or a second row for {source!r}"))
        tables[kind][source] = target
    groups = sorted(tables["fold"], key=len, reverse=True)
    return _Tables(str.maketrans(tables["letter"]), tables["fold"], re.compile("|".join(groups)))


def skeleton(text: str) -> str:
    """A folding key: lower-case ASCII letters and digits, words parted by one space; empty if nothing is left.

    Accents, ь, ъ, apostrophes, double letters and case vanish; letters that uk, ru and the romanisations spell
    differently share one (``data/skeleton.tsv``). So Лисичанськ, Лисичанск, Lysychans'k and Lisichansk all give
    ``lisicansk``. Vowels that differ between the languages stay (Харків ``garkiv``, Харьков ``garkov``): compare
    keys by edit distance, not for equality alone. Different names may share a key (Суми, Шуми), so a hit is a
    candidate to check, never an answer. Letters of other scripts part words and are dropped.

    Takes any text, never fails, and ``skeleton(skeleton(text)) == skeleton(text)``.
    """
    # ´ first: decomposed, it would be a space and a mark.
    plain = unicodedata.normalize("NFKD", text.replace("´", "'")).casefold()
    plain = _INSIDE.sub("", _MARKS.sub("", unicodedata.normalize("NFKD", plain)))
    return " ".join(_fold(word) for word in _WORD.findall(plain.translate(_tables().letters)))


def _fold(word: str) -> str:
    _, folds, pattern = _tables()
    # Ends: each fold shortens the word or takes it to letters that no fold gives back.
    while True:
        folded = _DOUBLE.sub(r"\1", pattern.sub(lambda match: folds[match[0]], word))
        if folded == word:
            return word
        word = folded
