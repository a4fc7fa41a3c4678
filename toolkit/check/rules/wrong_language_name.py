"""A place is written as in another language.

What: in a Ukrainian text a form that is known in Russian only, in a Russian text one that is known in Ukrainian only,
in an English text a name in Cyrillic letters. Not reported are names in brackets, names within a quotation or passage
in the other language, and names beside another capitalised word, such as those of persons. The suggestion is the name
in the language of the text, in the same case.

Why: it is the commonest slip of a writer or translator who works in both languages, and spell checkers miss it.

Bad:
    uk: Вчора обстріляли Лисичанск та Северодонецк.
    ru: Вчера обстреляли Лисичанськ, есть жертвы.
    en: Shells fell on Лисичанск yesterday.

Good:
    uk: Вчора обстріляли Лисичанськ (рос. Лисичанск).
    ru: Вчера обстреляли Лисичанск, есть жертвы.
    en: Shells fell on Lysychansk (Ukrainian: Лисичанськ) yesterday.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from toolkit.check.context import CheckContext
from toolkit.check.finding import Severity
from toolkit.check.forms import forms_like
from toolkit.check.rule import Hit
from toolkit.check.runs import CapitalRun, is_ordinary
from toolkit.glossary.match import Matcher
from toolkit.glossary.mention import Mention
from toolkit.languages import Language, language_name
from toolkit.text.detect import detect_language
from toolkit.text.folding import fold
from toolkit.text.scripts import Script, script_of
from toolkit.translate.expect import expect

SEVERITY = Severity.WARNING
_AROUND = 80  # code points on both sides that say what language a passage is in
_BRACKETED = re.compile(r"[(\[][^)\]\n]*$")
_CYRILLIC_WORD = re.compile(r"[\u0400-\u052f][\W\d_]*$|^[\W\d_]*[\u0400-\u052f]")
_OTHERS = {
    Language.EN: (Language.UK, Language.RU),
    Language.UK: (Language.RU,),
    Language.RU: (Language.UK,),
}


def check(context: CheckContext) -> Iterator[Hit]:
    """Yield the capitalised words that are a place's name in another language only."""
    matcher = Matcher(context.index)
    found: dict[str, Mention | None] = {}
    for whole in context.capital_runs:
        for run in whole.readings():
            if run.text not in found:
                mention = _other_language(run.text, context.language, matcher)
                found[run.text] = None if mention and is_ordinary(run.text, context.text) else mention
            mention = found[run.text]
            if mention is not None and not _is_meant(run, mention.language, context):
                yield _hit(run, mention, context)
                break


def _other_language(text: str, language: Language, matcher: Matcher) -> Mention | None:
    """The noun that the whole text is in another language; None when there is none or this language has it too."""
    if script_of(text) is not Script.CYRILLIC or matcher.index.readings(fold(text), language):
        return None
    for other in _OTHERS[language]:
        if matcher.index.readings(fold(text), other):
            mention = next(iter(matcher.find(text, other)), None)
            if mention is not None and mention.text == text and not mention.is_adjective:
                return mention
    return None


def _is_meant(run: CapitalRun, other: Language, context: CheckContext) -> bool:
    """Whether the name is quoted: in brackets, or in a passage that is in the other language too."""
    text = context.text
    before, after = text[max(0, run.start - _AROUND) : run.start], text[run.end : run.end + _AROUND]
    if _BRACKETED.search(before):
        return True
    if context.language is Language.EN:
        return _CYRILLIC_WORD.search(before) is not None or _CYRILLIC_WORD.search(after) is not None
    return detect_language(f"{before} {after}") is other


def _hit(run: CapitalRun, mention: Mention, context: CheckContext) -> Hit:
    expected = expect(mention, context.language, context.index, context.date)
    names = [expected.name] if expected.name else []
    suggestions = forms_like(mention.readings, names, context.index, context.text, run.start, run.end)
    written = f": write {expected.name.text}" if expected.name else ""
    return Hit(
        run.start,
        run.end,
        f"{run.text} is {language_name(mention.language)}{written}",
        suggestions,
        mention.place,
        0.8 if run.starts_sentence else 0.95,
    )
