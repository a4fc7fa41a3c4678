"""What the matcher finds: a mention, and the places it may mean."""

from __future__ import annotations

from dataclasses import dataclass

from toolkit.glossary.index import Reading
from toolkit.glossary.model import Name, Place
from toolkit.languages import Language


@dataclass(frozen=True, slots=True)
class Candidate:
    """One place a mention may mean, with the readings that lead to it and its score."""

    place: Place
    names: tuple[Name, ...]
    readings: tuple[Reading, ...]
    score: float


@dataclass(frozen=True, slots=True)
class Mention:
    """A name found in a text: ``start`` and ``end`` are code point offsets, half-open.

    ``place`` is the id of the place meant, or empty when several are possible and none is clearly
    meant; ``candidates`` are all of them, likeliest first, and ``reason`` says how it was decided.
    """

    start: int
    end: int
    text: str
    language: Language
    place: str
    candidates: tuple[Candidate, ...]
    reason: str

    @property
    def readings(self) -> tuple[Reading, ...]:
        """The grammatical readings that belong to the chosen place, or to all when none is chosen."""
        found = (c for c in self.candidates if not self.place or c.place.id == self.place)
        return tuple(reading for candidate in found for reading in candidate.readings)

    @property
    def is_adjective(self) -> bool:
        """Whether every reading is that of the adjective."""
        return all(reading.is_adjective for reading in self.readings)
