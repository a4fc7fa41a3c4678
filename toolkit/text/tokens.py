"""Words, numbers and signs with their offsets."""

from __future__ import annotations

import re
from dataclasses import dataclass

APOSTROPHES = "'’ʼ`´‘ʻ′"
"""Signs that people type as the apostrophe of a word: Куп'янськ, Куп’янськ, Kup`iansk."""

MARKS = "\u0300-\u036f\u0483-\u0489\u1ab0-\u1aff\u1dc0-\u1dff\u20d0-\u20ff\ufe20-\ufe2f"
"""Combining marks (stress, decomposed й and ї), as the inside of a regular-expression class."""

INVISIBLE = "\u00ad\u200b-\u200f\u2060\ufeff"
"""Soft hyphen, zero-width and direction marks, as the inside of a regular-expression class."""

# `\w` also holds digits, fractions, superscripts and, as "letters", the modifier apostrophes.
LETTER = r"[^\W\d_ʻʼʽ\xb2\xb3\xb9\xbc-\xbe\u2070\u2074-\u2079\u2080-\u2089\u2150-\u2189\u2460-\u24ff\u2776-\u2793]"
"""A regular expression for one letter of any script."""

_WORD = rf"{LETTER}(?:{LETTER}|[{MARKS}]|(?:[{APOSTROPHES}][{INVISIBLE}]*|[{INVISIBLE}]+)(?={LETTER}))*"
# Most words are plain letters of our two scripts: a simple class is twice as fast as the full one.
_PLAIN = rf"[a-zA-Z\u0400-\u0481\u048a-\u052f]++(?![\w{APOSTROPHES}{MARKS}{INVISIBLE}])"
_TOKEN = re.compile(rf"{_PLAIN}|{_WORD}|\d+|\S")


@dataclass(frozen=True, slots=True)
class Token:
    """One token: ``text == source[start:end]``, offsets in code points, half-open."""

    start: int
    end: int
    text: str

    @property
    def is_word(self) -> bool:
        """Whether this is a word; a sign that counts as a letter in Unicode (ʼ) is not."""
        return self.text[0].isalpha() and self.text not in APOSTROPHES

    @property
    def is_number(self) -> bool:
        """Whether this is a run of digits."""
        return self.text[0].isdecimal()


# A frozen dataclass pays for `object.__setattr__` by name; through the slots it is built twice as fast.
_new = object.__new__
_set_start = vars(Token)["start"].__set__
_set_end = vars(Token)["end"].__set__
_set_text = vars(Token)["text"].__set__


def tokenise(text: str) -> list[Token]:
    """The tokens of a text in order; only white space lies between them.

    A word is letters with their combining marks, with apostrophes and invisible signs inside (``Куп'янськ``); a run of
    digits is one token; every other sign, the hyphen among them, is a token of its own, so ``Івано-Франківськ``
    is three and ``3.5`` is three. The text is what the tokens and the gaps between them spell.
    """
    tokens = []
    for match in _TOKEN.finditer(text):
        token = _new(Token)
        start, end = match.span()
        _set_start(token, start)
        _set_end(token, end)
        _set_text(token, match[0])
        tokens.append(token)
    return tokens
