"""A place is named by a former name, and the text does not say what it is called now.

What: names that were official until a date before the document's date, or before today if it has none. A former name
is explained, there and in the rest of the text, when the present name stands within 200 characters of it. Not reported
are adjectives, since oblasts and institutions have kept those of former names, and names that may mean another place
which bears them today.

Why: readers look for the place under its present name, on maps and in other reports.

Bad:
    en: Fighting continued around Artemivsk.
    en 2025-01-15: He was born in Sievierodonetsk in 1980.
    uk: Поїзд прибув до Дніпропетровська.

Good:
    en: Fighting continued around Artemivsk (now Bakhmut). Artemivsk had been a town of salt miners.
    en 2022-06-25: Ukrainian troops have left Sievierodonetsk.
    uk: Поїзд прибув до Дніпра, колишнього Дніпропетровська.
    uk: Обстріляли Дніпропетровську область.
"""

from __future__ import annotations

from collections.abc import Iterator

from toolkit.check.context import CheckContext
from toolkit.check.describe import either
from toolkit.check.finding import Severity
from toolkit.check.former import unexplained_former
from toolkit.check.forms import forms_like
from toolkit.check.rule import Hit
from toolkit.glossary.naming import advised, certainty, names_used

SEVERITY = Severity.WARNING


def check(context: CheckContext) -> Iterator[Hit]:
    """Yield mentions of former names that no present name nearby explains."""
    for mention in unexplained_former(context):
        names = names_used(mention)
        better = advised(names, context.index, context.date)
        until = f" until {names[0].until}" if names[0].until else ""
        yield Hit(
            mention.start,
            mention.end,
            f"{names[0].text} was the name{until}: write {either(name.text for name in better)}, or add it",
            forms_like(mention.readings, better, context.index, context.text, mention.start, mention.end),
            mention.place,
            certainty(mention),
        )
