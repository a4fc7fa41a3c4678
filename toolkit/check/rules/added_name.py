"""The translation names a place that the source does not name.

What: places named by a noun in the translation, and in the source neither by a noun nor by an adjective. A town and
what is called after it (an oblast, a plant) are taken as one. The first mention of each place is reported.

Why: an invented place, or one place in another's stead, is a false report.

Bad:
    en: Shells fell on Lysychansk. => uk: Снаряди впали на Рубіжне.

Good:
    en: Shells fell on Lysychansk. => uk: Снаряди впали на Лисичанськ.
    en: The Russian army withdrew. => uk: Армія Росії відступила.
"""

from __future__ import annotations

from collections.abc import Iterator

from toolkit.check.context import CheckContext
from toolkit.check.finding import Severity
from toolkit.check.pair import unmatched
from toolkit.check.rule import Hit

SEVERITY = Severity.ERROR
NEEDS_SOURCE = True


def check(context: CheckContext) -> Iterator[Hit]:
    """Yield the places of the document that the source does not name."""
    if context.source is None:
        return
    for mention in unmatched(context.mentions, context.source.mentions, context.index):
        yield Hit(mention.start, mention.end, f"{mention.text} is not in the source", (), mention.place)
