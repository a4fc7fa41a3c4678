"""The translation never names a place that the source names.

What: places that a noun of the source names, under any name, and neither a noun nor an adjective of the translation. A
town and what is called after it (an oblast, a plant) are taken as one. Adjectives and demonyms of the source
(Ukrainian, Russians) are not asked for. The finding lies at the start of the block in which the name belongs.

Why: a dropped name is the gravest mistake a translation of news can have, and a fluent text hides it.

Bad:
    en: Shells fell on Lysychansk and Rubizhne. => uk: Снаряди впали на Лисичанськ.

Good:
    en: Shells fell on Lysychansk and the Luhansk region. => uk: Обстріляно Лисичанськ і Луганщину.
    en: Kyiv officials spoke. => uk: Київські посадовці виступили.
"""

from __future__ import annotations

from collections.abc import Iterator

from toolkit.check.context import CheckContext
from toolkit.check.finding import Severity
from toolkit.check.pair import place_in_translation, unmatched
from toolkit.check.rule import Hit
from toolkit.translate.expect import expect

SEVERITY = Severity.ERROR
NEEDS_SOURCE = True


def check(context: CheckContext) -> Iterator[Hit]:
    """Yield the places of the source that the document does not name."""
    source = context.source
    if source is None:
        return
    for mention in unmatched(source.mentions, context.mentions, context.index):
        expected = expect(mention, context.language, context.index, context.date)
        name = f" ({expected.name.text})" if expected.name else ""
        line, _ = source.lines.position(mention.start)
        start = place_in_translation(context, source, mention.start)
        yield Hit(start, start, f"{mention.text}{name} of line {line} of the source is not named", (), mention.place)
