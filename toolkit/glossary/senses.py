"""Names of places that are also names of people or ordinary words: *Володимир Зеленський*, *Щастя* (happiness)."""

from __future__ import annotations

import re

from toolkit.glossary.index import Index, Reading
from toolkit.glossary.model import Sense

Span = tuple[int, int, list[Reading]]

_CAPITAL_AFTER = re.compile(r" (?=[^\W\d_])\w[\w'’-]*")
_CAPITAL_BEFORE = re.compile(r"([^\W\d_][\w'’-]*) $")
_OPENS_SENTENCE = re.compile(r"(?:^|[.!?…:\n][\s»\")]*|[«\"(]|[-–—]\s)\s*$")


def drop_other_senses(spans: list[Span], text: str, index: Index) -> list[Span]:
    """Leave out the matches that are rather a person or a word than a place.

    A given name is one before another capitalised word that is no place; a surname after one, inside the
    sentence. A word that opens a sentence is taken for a word, unless the same name stands elsewhere inside one.
    """
    starts = {start for start, _, _ in spans}
    ends = {end for _, end, _ in spans}
    kept, doubtful = [], []
    for span in spans:
        start, end, readings = span
        senses = frozenset().union(*(index.senses(reading.name) for reading in readings))
        if Sense.GIVEN_NAME in senses and _capital_follows(text, end, starts):
            continue
        if Sense.SURNAME in senses and _capital_precedes(text, start, ends):
            continue
        if Sense.WORD in senses and _OPENS_SENTENCE.search(text[max(0, start - 12) : start]):
            doubtful.append(span)
        else:
            kept.append(span)
    certain = {reading.name for _, _, readings in kept for reading in readings}
    kept += [span for span in doubtful if certain & {reading.name for reading in span[2]}]
    return sorted(kept, key=lambda span: span[0])


def _capital_follows(text: str, end: int, starts: set[int]) -> bool:
    match = _CAPITAL_AFTER.match(text, end)
    return match is not None and text[end + 1].isupper() and end + 1 not in starts


def _capital_precedes(text: str, start: int, ends: set[int]) -> bool:
    match = _CAPITAL_BEFORE.search(text[max(0, start - 40) : start])
    if match is None or not match[1][0].isupper() or start - 1 in ends:
        return False
    before = text[: start - len(match[0])]
    return len(match[1]) > 2 and not _OPENS_SENTENCE.search(before[-12:])
