"""A place is written in two ways in one text.

What: a place with a right name in the text and elsewhere a deprecated, misspelled or former one, or two right names
that are spellings of each other (Dnieper, Dnipro). The spelling used most often is kept, of equally frequent ones the
official; a deprecated one never. Inflected forms and adjectives belong to their name. Different right names (United
States, America; Kyiv Oblast, Kyiv region) are no inconsistency, and neither is a former name that stands within 200
characters of the present one.

Why: a reader cannot know that both are the same place, and a search finds only half of the text.

Bad:
    en: Kyiv was quiet. In the evening, sirens sounded in Kiev.
    en: Polatsk was dark. Trains to Polatsk stopped, and Polotsk has no other link.

Good:
    en: Kyiv was quiet. In the evening, sirens sounded in Kyiv.
    en: The United States will send aid. America has promised it.
    uk: У Лисичанську тихо. Лисичанські школи зачинені. До Лисичанська везуть воду.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator

from toolkit.check.context import CheckContext
from toolkit.check.finding import Severity
from toolkit.check.former import unexplained_former
from toolkit.check.forms import forms_like
from toolkit.check.rule import Hit
from toolkit.glossary.mention import Mention
from toolkit.glossary.model import Name, Status
from toolkit.glossary.naming import WRONG, are_spellings, certainty, closest, is_current, names_used

SEVERITY = Severity.WARNING


def check(context: CheckContext) -> Iterator[Hit]:
    """Yield, for each place, the mentions under another name than the one to keep."""
    by_place: dict[str, list[tuple[Mention, Name]]] = {}
    for mention in context.mentions:
        if mention.place:
            by_place.setdefault(mention.place, []).append((mention, _main_name(mention)))
    former = {mention.start for mention in unexplained_former(context)}
    for mentions in by_place.values():
        counts = Counter(name for _, name in mentions if name.status not in WRONG)
        if not counts or len({name for _, name in mentions}) == 1:
            continue
        for mention, name in mentions:
            kept = _kept(name, counts, mention.start in former, context.date)
            if kept is None or kept in names_used(mention):
                continue
            yield Hit(
                mention.start,
                mention.end,
                f"{name.text} is {kept.text} elsewhere in this text",
                forms_like(mention.readings, [kept], context.index, context.text, mention.start, mention.end),
                mention.place,
                certainty(mention),
            )


def _main_name(mention: Mention) -> Name:
    """The best of the names that share the form found."""
    order = tuple(Status)
    return min(names_used(mention), key=lambda name: (order.index(name.status), name.text))


def _kept(name: Name, counts: Counter[Name], is_unexplained: bool, date: str) -> Name | None:
    """The name of the text to write instead of one of its names, None to leave it."""
    if name.status in WRONG:
        return closest(name, counts)
    if not is_current(name, date):
        present = [other for other in counts if is_current(other, date)]
        return closest(name, present) if present and is_unexplained else None
    return _most_used(
        [other for other in counts if is_current(other, date) and (other == name or are_spellings(name, other))], counts
    )


def _most_used(names: Iterable[Name], counts: Counter[Name]) -> Name:
    return max(names, key=lambda name: (counts[name], name.status is Status.OFFICIAL, name.text))
