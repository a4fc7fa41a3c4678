"""Former names in a text, and whether it says what the place is called now."""

from __future__ import annotations

from toolkit.check.context import CheckContext
from toolkit.glossary.mention import Mention
from toolkit.glossary.model import Status
from toolkit.glossary.naming import is_current, names_used

NEARBY = 200  # code points between the former and the present name


def unexplained_former(context: CheckContext) -> list[Mention]:
    """The mentions of former names before the first one that has the present name nearby; all when none has.

    Only of places that are clearly meant. Adjectives are left out: oblasts, theatres and football clubs have kept those
    of former names. *Former* and *present* are as of the document's date, or of today.
    """
    former = [mention for mention in context.mentions if _is_former(mention, context.date)]
    places = {mention.place for mention in former}
    present: dict[str, list[Mention]] = {}
    for mention in context.mentions if former else ():
        if mention.place in places and any(is_current(name, context.date) for name in names_used(mention)):
            present.setdefault(mention.place, []).append(mention)
    explained: set[str] = set()
    found = []
    for mention in former:
        if any(_near(mention, other) for other in present.get(mention.place, ())):
            explained.add(mention.place)
        if mention.place not in explained:
            found.append(mention)
    return found


def _is_former(mention: Mention, date: str) -> bool:
    if not mention.place or mention.is_adjective:
        return False
    return all(name.status is Status.HISTORIC and not is_current(name, date) for name in names_used(mention))


def _near(one: Mention, other: Mention) -> bool:
    return max(one.start, other.start) - min(one.end, other.end) <= NEARBY
