"""Which name was official when."""

from __future__ import annotations

from collections.abc import Iterable

from toolkit.glossary.model import Name, Status


def was_official(name: Name, date: str) -> bool:
    """Whether a historic name was official on an ISO date; never without a date."""
    return name.status is Status.HISTORIC and bool(date and name.until) and name.since <= date < name.until


def official_name(names: Iterable[Name], date: str = "") -> Name:
    """The official one of the names of a place in a language: on an ISO date, or today when it is empty."""
    names = tuple(names)
    then = (name for name in names if was_official(name, date))
    return next(then, None) or next(name for name in names if name.status is Status.OFFICIAL and not name.until)
