"""Which names of a place may be written, and which one to write instead of another."""

from __future__ import annotations

import re
from collections.abc import Iterable

from toolkit.glossary.index import Index
from toolkit.glossary.mention import Mention
from toolkit.glossary.model import Name, Status
from toolkit.glossary.official import was_official
from toolkit.romanise import skeleton
from toolkit.text.distance import likeness
from toolkit.text.folding import fold

ALIKE = 0.7  # likeness of their sounds, from which on two names are spellings of one
SHORTEST = 5  # letters
_SIGN = re.compile(r"[^\w\s]")
WRONG = (Status.DEPRECATED, Status.TYPO)


def names_used(mention: Mention) -> tuple[Name, ...]:
    """The names that the form found is a form of: those of the place meant, of every candidate when none is clear."""
    return tuple(
        name
        for candidate in mention.candidates
        if not mention.place or candidate.place.id == mention.place
        for name in candidate.names
    )


def certainty(mention: Mention) -> float:
    """How sure it is that a mention means its place, as a confidence."""
    if len(mention.candidates) == 1:
        return 1.0
    return 0.85 if mention.place else 0.7


def places_of(mention: Mention) -> frozenset[str]:
    """The ids of every place a mention may mean, whatever was chosen."""
    return frozenset(candidate.place.id for candidate in mention.candidates)


def is_current(name: Name, date: str) -> bool:
    """Whether a name may be written: on an ISO date, or today when it is empty."""
    if name.status is Status.COMMON:
        return True
    if name.status is Status.OFFICIAL:
        return (name.since <= date) if date else not name.until
    return was_official(name, date)


def anchor(name: Name, index: Index) -> Name:
    """The right name, of today or of the past, that a deprecated name or a typo is a spelling of; else the name."""
    if name.status not in WRONG:
        return name
    return closest(name, (n for n in index.names_of(name.place, name.language) if n.status not in WRONG))


def advised(names: Iterable[Name], index: Index, date: str) -> tuple[Name, ...]:
    """What to write instead of names, best first.

    For each the official name of its place on the date, or a common one of the same shape (*Kyiv region*, not *Kyiv
    Oblast*, for *Kiev region*). After them what a wrong spelling is a spelling of, if that is another name: a common
    one, or without a date a former one.
    """
    best: dict[Name, None] = {}
    second: dict[Name, None] = {}
    for name in names:
        current = [n for n in index.names_of(name.place, name.language) if is_current(n, date)]
        current = current or [index.official(name.place, name.language)]
        best[max(current, key=lambda n: (_shape(name, n), n.status is not Status.COMMON, _alike(name, n)))] = None
        spelled = anchor(name, index)
        if spelled != name and (is_current(spelled, date) or not date):
            second[spelled] = None
    return tuple(best | second)


def closest(name: Name, others: Iterable[Name]) -> Name:
    """The name another most likely stands for: it shares most words, has as many, and is spelled most alike."""
    return max(others, key=lambda other: (_shape(name, other), _alike(name, other), other.text))


def are_spellings(one: Name, other: Name) -> bool:
    """Whether two names of a place are the same name spelled in two ways (*Dnieper*, *Dnipro*), and no two names.

    They differ in letters, not only in signs, and have as many words; neither is part of the other (*Rostov*,
    *Rostov-on-Don*), and short words (*US*, *USA*) are not compared.
    """
    words, others = (_SIGN.sub("", fold(name.text)).split() for name in (one, other))
    rest, other_rest = ([w for w in a if w not in b] for a, b in ((words, others), (others, words)))
    left, right = skeleton(" ".join(rest)), skeleton(" ".join(other_rest))
    if len(words) != len(others) or left in right or right in left:
        return False
    return min(len(left), len(right)) >= SHORTEST and likeness(left, right) >= ALIKE


def _shape(name: Name, other: Name) -> tuple[int, bool]:
    """How many words two names share, and whether they have as many."""
    words, others = fold(name.text).split(), fold(other.text).split()
    return len(set(words).intersection(others)), len(words) == len(others)


def _alike(name: Name, other: Name) -> float:
    return likeness(fold(name.text), fold(other.text))
