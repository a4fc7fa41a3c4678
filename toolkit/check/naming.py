"""Which names of a place may be written, and which one to write instead of another."""

from __future__ import annotations

from collections.abc import Iterable

from rapidfuzz.fuzz import ratio

from toolkit.glossary.index import Index
from toolkit.glossary.mention import Mention
from toolkit.glossary.model import Name, Status
from toolkit.text.folding import fold

WRONG = (Status.DEPRECATED, Status.TYPO)


def names_used(mention: Mention) -> tuple[Name, ...]:
    """The names that the form found is a form of: those of the place meant, of every candidate when none is clear."""
    return tuple(
        name
        for candidate in mention.candidates
        if not mention.place or candidate.place.id == mention.place
        for name in candidate.names
    )


def places_of(mention: Mention) -> frozenset[str]:
    """The ids of every place a mention may mean, whatever was chosen."""
    return frozenset(candidate.place.id for candidate in mention.candidates)


def is_current(name: Name, date: str) -> bool:
    """Whether a name may be written: on an ISO date, or today when it is empty."""
    if name.status is Status.COMMON:
        return True
    if name.status is Status.OFFICIAL:
        return (name.since <= date) if date else not name.until
    return name.status is Status.HISTORIC and bool(date and name.until) and name.since <= date < name.until


def anchor(name: Name, index: Index) -> Name:
    """The right name, of today or of the past, that a deprecated name or a typo is a spelling of; else the name."""
    if name.status not in WRONG:
        return name
    right = [other for other in index.names_of(name.place, name.language) if other.status not in WRONG]
    return _closest(name, right)


def advised(names: Iterable[Name], index: Index, date: str) -> tuple[Name, ...]:
    """What to write instead of names, best first.

    For each the name of its place on the date, of the same shape where there are several (*Kyiv region*, not *Kyiv
    Oblast*, for *Kiev region*). Without a date, and if the name was the place's under its former name, that one second.
    """
    best: dict[Name, None] = {}
    second: dict[Name, None] = {}
    for name in names:
        current = [n for n in index.names_of(name.place, name.language) if is_current(n, date)]
        best[_closest(name, current or [index.official(name.place, name.language)])] = None
        former = anchor(name, index)
        if not date and former.status is Status.HISTORIC and former != name:
            second[former] = None
    return tuple(best | second)


def _closest(name: Name, others: list[Name]) -> Name:
    """The name of the same shape: it shares most words, then as many words, then the better, then the likelier one."""
    words = set(fold(name.text).split())

    def closeness(other: Name) -> tuple[int, bool, bool, float]:
        theirs = fold(other.text).split()
        return (
            len(words.intersection(theirs)),
            len(words) == len(theirs),
            other.status is not Status.COMMON,
            ratio(fold(name.text), fold(other.text)),
        )

    return max(others, key=closeness)
