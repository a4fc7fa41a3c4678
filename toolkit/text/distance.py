"""How far apart two spellings are: the only door to ``rapidfuzz``."""

from __future__ import annotations

from collections.abc import Sequence

from rapidfuzz import process
from rapidfuzz.distance import OSA
from rapidfuzz.fuzz import ratio


def likeness(a: str, b: str) -> float:
    """How alike two strings are, 0 to 1: twice the letters they share in order, over their lengths."""
    return float(ratio(a, b)) / 100


def edits(a: str, b: str, most: int | None = None) -> int:
    """Insertions, deletions, replacements and swaps of neighbours between two strings.

    Above ``most`` the answer is ``most + 1``, found sooner.
    """
    return int(OSA.distance(a, b, score_cutoff=most))


def nearest(text: str, choices: Sequence[str], most: int, limit: int) -> list[tuple[int, int]]:
    """(edits, position in ``choices``) of the nearest choices within ``most`` edits, nearest first."""
    hits = process.extract(text, choices, scorer=OSA.distance, score_cutoff=most, limit=limit)
    return [(int(distance), position) for _, distance, position in hits]
