"""Check a text: no input, no output, the same findings every time."""

from __future__ import annotations

from collections.abc import Iterable

from toolkit.check.context import CheckContext, CheckedText
from toolkit.check.finding import Finding
from toolkit.check.rule import Hit, Rule, pick_rules
from toolkit.documents.model import Document
from toolkit.documents.plain import parse_plain
from toolkit.glossary.index import Index
from toolkit.languages import Language


def check_document(
    document: Document,
    language: Language,
    index: Index,
    *,
    date: str = "",
    source: Document | None = None,
    source_language: Language | None = None,
    select: Iterable[str] = (),
    ignore: Iterable[str] = (),
) -> list[Finding]:
    """The findings in a document, by their place in it.

    ``date`` is the ISO date (year, month or day) its names must be right for, empty for today. With ``source`` and
    ``source_language`` it is also compared with what it translates; without, rules that need a source do not run.
    ``select`` and ``ignore`` are ids of rules, as ``pick_rules`` understands them.

    Raises InputError for an unknown rule, ValueError for a source without a language.
    """
    original = None
    if source is not None:
        if source_language is None:
            raise ValueError("a source needs its language")
        original = CheckedText(source, source_language, index)
    context = CheckContext(document, language, index, date=date, source=original)
    found: list[tuple[Rule, Hit]] = []
    for rule in pick_rules(select, ignore):
        if original is not None or not rule.needs_source:
            found += [(rule, hit) for hit in rule.check(context)]
    found.sort(key=lambda pair: (pair[1].start, pair[1].end, pair[0].id, pair[1].message))
    return [_finding(rule, hit, context) for rule, hit in found]


def check_text(
    text: str,
    language: Language,
    index: Index,
    *,
    date: str = "",
    source: str | None = None,
    source_language: Language | None = None,
    select: Iterable[str] = (),
    ignore: Iterable[str] = (),
) -> list[Finding]:
    """The findings in a plain text; otherwise as ``check_document``."""
    return check_document(
        parse_plain(text),
        language,
        index,
        date=date,
        source=None if source is None else parse_plain(source),
        source_language=source_language,
        select=select,
        ignore=ignore,
    )


def _finding(rule: Rule, hit: Hit, context: CheckContext) -> Finding:
    line, column = context.lines.position(hit.start)
    return Finding(
        rule=rule.id,
        severity=rule.severity,
        start=hit.start,
        end=hit.end,
        line=line,
        column=column,
        text=context.text[hit.start : hit.end],
        message=hit.message,
        suggestions=hit.suggestions,
        place=hit.place,
        confidence=hit.confidence,
    )
