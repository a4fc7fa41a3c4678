"""Several places bear the name, and the text does not say which one is meant.

What: a name of two or more places in the glossary where neither a word beside it (town, river, oblast) nor the other
places of the text make one of them clearly likelier. The first mention of each name is reported, with the places it may
mean; adjectives are not.

Why: Ukraine has dozens of villages called Ivanivka or Pervomaiske; a reader, a map and a translator need the district.

Bad:
    en: Shells fell on Ivanivka.

Good:
    en: Shells fell on Lysychansk.
"""

from __future__ import annotations

from collections.abc import Iterator

from toolkit.check.context import CheckContext
from toolkit.check.describe import describe_place, either
from toolkit.check.finding import Severity
from toolkit.check.rule import Hit
from toolkit.glossary.naming import places_of

SEVERITY = Severity.INFO
LISTED = 5  # places named in the message


def check(context: CheckContext) -> Iterator[Hit]:
    """Yield the first mention of each set of places that are not told apart."""
    seen: set[frozenset[str]] = set()
    for mention in context.mentions:
        places = places_of(mention)
        if mention.place or mention.is_adjective or places in seen:
            continue
        seen.add(places)
        listed = [describe_place(candidate.place.id, context.index) for candidate in mention.candidates[:LISTED]]
        if len(places) > LISTED:
            listed.append(f"{len(places) - LISTED} more")
        yield Hit(mention.start, mention.end, f"{mention.text} may be {either(listed)}: say which")
