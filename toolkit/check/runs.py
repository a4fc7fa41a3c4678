"""Capitalised words of a text that may be names."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from toolkit.text.tokens import APOSTROPHES

_UPPER = "A-Z\xc0-\xd6\xd8-\xdeА-ЯЁЂ-ЏҐ"
_LETTER = r"[^\W\d_]"
_WORD = rf"[{_UPPER}](?:{_LETTER}|[{APOSTROPHES}ʼ\u0301\u00ad-](?={_LETTER})(?!s\b))+"
_RUN = re.compile(rf"(?<![\w{APOSTROPHES}ʼ-]){_WORD}(?:[ \xa0]{_WORD}){{0,9}}")
_BEFORE_START = " \t\xa0\u202f«»„“”\"'‘’([{*_#>|-–—•"
_SENTENCE_END = "\n\r.?!…:;"
_STEM = 5  # letters of a word that stay when its ending is taken off
_LOOK_BACK = 16  # code points: white space, quotes and markup before a sentence


@dataclass(frozen=True, slots=True)
class CapitalRun:
    """One or more capitalised words with a space between, such as ``Лисичанск`` or ``Krivoy Rog``.

    ``starts_sentence``: the first word would have a capital letter anyway.
    """

    start: int
    end: int
    text: str
    starts_sentence: bool

    def readings(self) -> tuple[CapitalRun, ...]:
        """The run, and if it starts a sentence and has more words also those after the first."""
        first, space, rest = self.text.replace("\xa0", " ").partition(" ")
        if not self.starts_sentence or not rest:
            return (self,)
        start = self.start + len(first) + len(space)
        return (self, CapitalRun(start, self.end, self.text[start - self.start :], False))


def capital_runs(text: str, taken: Sequence[tuple[int, int]]) -> Iterator[CapitalRun]:
    """The longest runs of capitalised words that overlap none of the ``taken`` spans, which are in order."""
    last = 0
    for match in _RUN.finditer(text):
        start, end = match.span()
        while last < len(taken) and taken[last][1] <= start:
            last += 1
        if last < len(taken) and taken[last][0] < end:
            continue
        yield CapitalRun(start, end, match[0], starts_sentence(text, start))


def starts_sentence(text: str, start: int) -> bool:
    """Whether a sentence, a heading or a quotation may start at an offset: rather too often than too rarely."""
    before = text[max(0, start - _LOOK_BACK) : start]
    quoted = before[-1:] in '«„“"‘' and before != ""
    before = before.rstrip(_BEFORE_START)
    return quoted or not before or before[-1] in _SENTENCE_END


def is_ordinary(word: str, text: str) -> bool:
    """Whether the text has a capitalised word in small letters too, after a space and whatever its ending."""
    return " " + word.lower()[: max(_STEM, len(word) - 2)] in text
