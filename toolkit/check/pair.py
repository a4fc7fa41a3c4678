"""A translation beside its source: which places both name, and where in the one something of the other belongs."""

from __future__ import annotations

import re

from toolkit.check.context import CheckContext, CheckedText
from toolkit.glossary.index import Index
from toolkit.glossary.mention import Mention
from toolkit.glossary.naming import places_of
from toolkit.languages import Language
from toolkit.text.folding import fold

_STEM = 4  # letters that a town and what is called after it share: Луганськ, Луганська область
_SETTLEMENTS = ("city", "town", "settlement", "village")


def unmatched(mentions: tuple[Mention, ...], others: tuple[Mention, ...], index: Index) -> list[Mention]:
    """The first mention of each place that no other mention can mean.

    Adjectives are not asked for (*Ukrainian* is rarely translated by the country's name), but they answer. A town
    answers for what is called after it (an oblast, a power plant), and the other way round.
    """
    answers: set[str] = set()
    for other in others:
        answers |= places_of(other)
    found: dict[frozenset[str], Mention] = {}
    for mention in mentions:
        places = places_of(mention)
        if not mention.is_adjective and not places & answers:
            found.setdefault(places, mention)
    return [mention for places, mention in found.items() if not _has_namesake(places, answers, index)]


def _has_namesake(places: frozenset[str], answers: set[str], index: Index) -> bool:
    """Whether an answer may be called after one of the places, or the place after it."""
    stems = {place: _stems(place, index) for place in answers}
    return any(
        _is_settlement(place, index) != _is_settlement(other, index) and not stems[other].isdisjoint(wanted)
        for place in places
        for wanted in [_stems(place, index)]
        for other in answers
    )


def _is_settlement(place: str, index: Index) -> bool:
    return index.place(place).kind in _SETTLEMENTS


def _stems(place: str, index: Index) -> set[str]:
    """How the words of the Ukrainian name begin, without those that say what kind of place it is."""
    kind = {fold(word) for word in index.kind_words(index.place(place).kind, Language.UK)}
    words = set(re.findall(r"[\w']+", fold(index.official(place, Language.UK).text)))
    return {word[:_STEM] for word in words - kind}


def place_in_translation(context: CheckContext, source: CheckedText, offset: int) -> int:
    """Where in the document something of the source that is missing belongs.

    The start of the block with the same number, if both texts have as many; else the start of the document.
    """
    block = source.block_at(offset)
    if block is None or len(source.blocks) != len(context.blocks):
        return 0
    return context.blocks[block].start
