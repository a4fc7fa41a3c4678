"""Translate a sentence clause by clause: what a small model loses in a long sentence it may keep in a short one."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from functools import cache

from toolkit.languages import Language
from toolkit.resources import PACKAGE, read_rows
from toolkit.translate.expect import Expected
from toolkit.translate.secure import SecuredSentence

# After a comma, semicolon or colon, at a dash with a space beside it.
_SIGNS = r"[,;:]\s+|\s*[-–—]\s+|\s+[-–—]\s*"
_STOP = re.compile(r"[.!?…]+$")
LEAST_WORDS = 3


@dataclass(frozen=True, slots=True)
class Clause:
    """A part of a sentence, what stands between it and the next one, and its names (spans within the part)."""

    text: str
    separator: str
    expected: tuple[Expected, ...]


@cache
def _breaks(language: Language, conjunctions: bool) -> re.Pattern[str]:
    """Where a sentence may be divided: at its signs, and before conjunctions if wanted."""
    if not conjunctions:
        return re.compile(_SIGNS)
    rows = read_rows(PACKAGE / "translate" / "data" / "conjunctions.tsv")
    words = [word for lang, word in rows if lang == language]
    return re.compile(rf"{_SIGNS}|\s+(?=(?:{'|'.join(words)})\s)")


def split_clauses(
    text: str, expected: tuple[Expected, ...], language: Language, conjunctions: bool = False
) -> list[Clause]:
    """The clauses of a sentence, in order; a single one when it has no place to divide it at.

    It is divided at commas, semicolons and dashes, with ``conjunctions`` also before *and*, *that*, *which* …

    No clause has fewer than three words, no name is divided, and clauses and separators make up the sentence.
    """
    clauses = []
    start = 0
    for cut, resume in _cuts(text, expected, _breaks(language, conjunctions)):
        if min(len(text[start:cut].split()), len(text[resume:].split())) >= LEAST_WORDS:
            clauses.append(Clause(text[start:cut], text[cut:resume], _inside(expected, start, cut)))
            start = resume
    return [*clauses, Clause(text[start:], "", _inside(expected, start, len(text)))]


def _cuts(text: str, expected: tuple[Expected, ...], breaks: re.Pattern[str]) -> Iterator[tuple[int, int]]:
    for match in breaks.finditer(text):
        if not any(e.mention.start < match.end() and match.start() < e.mention.end for e in expected):
            yield match.span()


def _inside(expected: tuple[Expected, ...], start: int, end: int) -> tuple[Expected, ...]:
    return tuple(
        replace(e, mention=replace(e.mention, start=e.mention.start - start, end=e.mention.end - start))
        for e in expected
        if start <= e.mention.start and e.mention.end <= end
    )


def join_clauses(
    clauses: list[Clause], secured: list[SecuredSentence], expected: tuple[Expected, ...]
) -> SecuredSentence:
    """The translations of the clauses as one sentence, its names again with the spans of the whole.

    A full stop that the engine added inside is dropped, and a capital that it began a clause with, unless a name
    stands there.
    """
    text = ""
    names = []
    strangers: list[str] = []
    for clause, result in zip(clauses, secured, strict=True):
        part = result.text
        if clause.separator and not _STOP.search(clause.text):
            part = _STOP.sub("", part)
        if text and part[:1].isupper() and clause.text[:1].islower() and all(name.start != 0 for name in result.names):
            part = part[0].lower() + part[1:]
        for name in result.names:
            found = name.start >= 0 and name.end <= len(part)
            shift = len(text) if found else 0
            names.append(replace(name, start=name.start + shift, end=name.end + shift))
        strangers += result.strangers
        text += part + clause.separator
    whole = [replace(name, expected=e) for name, e in zip(names, expected, strict=True)]
    return SecuredSentence(text, tuple(whole), tuple(strangers))
