"""A place is named by a spelling that should not be used any more, or by a known misspelling.

What: names with the status deprecated or typo in the glossary: English spellings that come from Russian or from an
older romanisation, and forms that language authorities have withdrawn. Inflected forms and adjectives count. The name
to write is the one of the document's date; for a former name without a date the present one and the former one are
suggested. Nothing is reported where the same spelling is a right name of another place that may be meant.

Why: readers take Kiev for a political choice, and two spellings of one town look like two towns.

Bad:
    en: Russian forces shelled Severodonetsk.
    en 2022-06-25: Russian forces shelled Severodonetsk.
    en: The bridge crosses the Seversky Donets near Slovyansk.
    en: The embassy has returned to Kiev.
    uk: Він народився в Молдавії.

Good:
    en: Russian forces shelled Siverskodonetsk.
    en: The bridge crosses the Siverskyi Donets near Sloviansk.
    en: The embassy has returned to Kyiv.
    uk: Він народився в Молдові.
"""

from __future__ import annotations

from collections.abc import Iterator

from toolkit.check.context import CheckContext
from toolkit.check.describe import either, origin
from toolkit.check.finding import Severity
from toolkit.check.forms import forms_like
from toolkit.check.rule import Hit
from toolkit.glossary.model import Name, Status
from toolkit.glossary.naming import WRONG, advised, certainty, names_used

SEVERITY = Severity.WARNING


def check(context: CheckContext) -> Iterator[Hit]:
    """Yield every mention all of whose names are wrong."""
    for mention in context.mentions:
        names = names_used(mention)
        if not all(name.status in WRONG for name in names):
            continue
        better = advised(names, context.index, context.date)
        suggestions = forms_like(mention.readings, better, context.index, context.text, mention.start, mention.end)
        what = "misspelled" if all(name.status is Status.TYPO for name in names) else "deprecated"
        came = next(filter(None, (origin(name, context.index) for name in names)), "")
        yield Hit(
            mention.start,
            mention.end,
            f"{mention.text} is {what}{came and f' ({came})'}: write {either(map(_dated, better))}",
            suggestions,
            mention.place,
            certainty(mention),
        )


def _dated(name: Name) -> str:
    """A name, and until when it was used."""
    return f"{name.text} (until {name.until})" if name.until else name.text
