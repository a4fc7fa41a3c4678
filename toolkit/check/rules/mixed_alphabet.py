"""A word mixes Latin and Cyrillic letters that look alike.

What: a word with letters of both alphabets, if it can be written in one of them with letters that look the same, or if
the alphabets alternate more than once. A Latin word with a Cyrillic ending (VPNом) and hyphenated words (COVID-центр)
are meant so.

Why: the word looks right, but no search, spell checker or screen reader finds it, and no name in it is recognised.

Bad:
    uk: Обстріляли Лиcичанськ.
    en: Lysychаnsk was shelled.

Good:
    uk: Обстріляли Лисичанськ, COVID-центр зачинено, зв'язок лише VPNом.
    en: Lysychansk was shelled.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from toolkit.check.context import CheckContext
from toolkit.check.finding import Severity
from toolkit.check.rule import Hit
from toolkit.languages import Language
from toolkit.text.folding import fold
from toolkit.text.scripts import Script, script_of, unconfuse
from toolkit.text.tokens import APOSTROPHES, INVISIBLE, MARKS

SEVERITY = Severity.ERROR
_LATIN, _CYRILLIC = "A-Za-z\xc0-\xd6\xd8-\xf6\xf8-\u024f", "\u0400-\u0481\u048a-\u052f"
_SIGNS = f"[{MARKS}{INVISIBLE}]*"
_BORDER = re.compile(f"[{_LATIN}]{_SIGNS}(?=[{_CYRILLIC}])|[{_CYRILLIC}]{_SIGNS}(?=[{_LATIN}])")
_WORD = re.compile(rf"[^\W_](?:[^\W_{APOSTROPHES}]|[{MARKS}{INVISIBLE}]|[{APOSTROPHES}](?=[^\W_]))*")
_LONGEST = 100  # code points: no word is longer on either side of a border


def check(context: CheckContext) -> Iterator[Hit]:
    """Yield every mixed word."""
    text = context.text
    end = 0
    for border in _BORDER.finditer(text):
        if border.start() < end:
            continue
        word = next(m for m in _WORD.finditer(text, max(end, border.start() - _LONGEST)) if m.end() > border.start())
        end = word.end()
        if not context.is_prose(word.start(), end):
            continue
        right = _unmixed(word[0], context.language)
        if right:
            place = _place(right, context)
            yield Hit(word.start(), end, f"{word[0]} {_which(word[0], right)}: write {right}", (right,), place)
        elif len(_BORDER.findall(word[0])) > 1:
            yield Hit(word.start(), end, f"{word[0]} mixes Latin and Cyrillic letters", confidence=0.7)


def _unmixed(word: str, language: Language) -> str:
    """The word in one alphabet, that of the language if both are possible; empty if none is."""
    scripts = [Script.LATIN, Script.CYRILLIC] if language is Language.EN else [Script.CYRILLIC, Script.LATIN]
    options = (unconfuse(word, script) for script in scripts)
    return next((option for option in options if script_of(option) in scripts), "")


def _which(word: str, right: str) -> str:
    """Which letters are of the wrong alphabet."""
    changed = "".join(dict.fromkeys(a for a, b in zip(word, right, strict=True) if a != b))
    alphabet = "Latin" if script_of(right) is Script.CYRILLIC else "Cyrillic"
    return f"has the {alphabet} letter{'s' * (len(changed) > 1)} {', '.join(changed)}"


def _place(word: str, context: CheckContext) -> str:
    """The place that the word names, if it is only one."""
    index = context.index
    places = {index.name(reading.name).place for reading in index.readings(fold(word), context.language)}
    return places.pop() if len(places) == 1 else ""
