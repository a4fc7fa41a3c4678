"""Which cases a preposition before a name allows."""

from __future__ import annotations

import re
from functools import cache

from toolkit.glossary.model import Case
from toolkit.languages import Language
from toolkit.resources import PACKAGE, read_rows
from toolkit.text.folding import fold

_LAST_WORD = re.compile(r"([\w'-]+)\s+[«\"(]?$")


@cache
def _governors() -> dict[tuple[Language, str], tuple[Case, ...]]:
    rows = read_rows(PACKAGE / "translate" / "data" / "governors.tsv")
    return {(Language(lang), word): tuple(map(Case, cases.split(","))) for lang, word, cases in rows}


def governed_cases(text: str, start: int, language: Language) -> tuple[Case, ...]:
    """The cases allowed for a name that begins at ``start``, likeliest first; empty when nothing governs it.

    Only a preposition directly before the name is looked at: further away an adjective or a kind word
    may stand between, which agrees with the name or leaves it in the nominative.
    """
    match = _LAST_WORD.search(text[max(0, start - 24) : start])
    if match is None:
        return ()
    return _governors().get((language, fold(match[1])), ())
