"""Rewriting Cyrillic words by rules. Pure: text and rules in, text out."""

from __future__ import annotations

import re
import unicodedata
from functools import partial

from toolkit.romanise.systems import Rules

APOSTROPHES = "'’ʼ"
SOFT_HYPHEN = "\u00ad"
# A letter with the marks written after it: the parts of a decomposed й or ї, stress, a soft hyphen.
_RUN = "(?:[\u0400-\u0481\u048a-\u052f][\u0300-\u036f\u00ad]*)+"
_PLAIN_WORD = re.compile(_RUN)
_WORD = re.compile(f"{_RUN}(?:[{APOSTROPHES}]{_RUN})*")
# Stress marks are no part of the spelling. Not after consonants: there they make another letter (ѓ, ќ).
_STRESS = re.compile("([аеєиіїоуюяёыэ]\u0308?)[\u0300\u0301]+", re.IGNORECASE)


def rewrite(text: str, rules: Rules) -> str:
    """The text with its Cyrillic words rewritten by the rules, and everything else as it is.

    An apostrophe between letters belongs to the word if the rules have one. A word with a letter that the rules
    do not know is left as it is, whole: half of a word in each script would be worse than none.
    """
    word = _WORD if "'" in rules else _PLAIN_WORD
    return word.sub(partial(_word, rules), text)


def _word(rules: Rules, match: re.Match[str]) -> str:
    # After a Latin letter (a homoglyph, say) the word has begun already.
    begun = match.start() > 0 and match.string[match.start() - 1].isalpha()
    spelling = unicodedata.normalize("NFC", _STRESS.sub(r"\1", match[0]))
    chars = ["'" if char in APOSTROPHES else char for char in spelling]
    letters = [char for char in chars if char != SOFT_HYPHEN]
    if not all(letter.lower() in rules for letter in letters):
        return match[0]
    latin = iter(_letters(letters, rules, "" if begun else "^"))
    return "".join(char if char == SOFT_HYPHEN else next(latin) for char in chars)


def _letters(letters: list[str], rules: Rules, start: str) -> list[str]:
    """The Latin spelling of each letter of a word; ``start`` stands before the first one."""
    lower = [letter.lower() for letter in letters]
    latin = []
    for i, letter in enumerate(lower):
        previous = lower[i - 1] if i else start
        following = lower[i + 1] if i + 1 < len(lower) else ""
        spelling = next(
            (
                rule.latin
                for rule in rules[letter]
                if (not rule.after or (previous and previous in rule.after))
                and (not rule.before or (following and following in rule.before))
            ),
            letter,
        )
        latin.append(_cased(spelling, letters, i))
    return latin


def _cased(latin: str, letters: list[str], i: int) -> str:
    """The spelling of letter ``i`` in its case: SHCH in ЩАСТЯ and БОРЩ, Shch in Щастя and for a lone Щ."""
    if not letters[i].isupper():
        return latin
    beside = _beside(letters, i, 1) or _beside(letters, i, -1)
    if beside.isupper():
        return latin.upper()
    first = next((j for j, char in enumerate(latin) if char.isalpha()), 0)
    return latin[:first] + latin[first : first + 1].upper() + latin[first + 1 :]


def _beside(letters: list[str], i: int, step: int) -> str:
    """The next letter from ``i`` in that direction, over an apostrophe; empty at the end of the word."""
    i += step
    if 0 <= i < len(letters) and letters[i] == "'":
        i += step
    return letters[i] if 0 <= i < len(letters) else ""
