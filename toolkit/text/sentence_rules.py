"""When a stop ends a sentence: small rules in one list, the first that has an opinion decides.

A rule answers True (the sentence ends), False (it goes on) or None (no opinion). Its docstring is the reason that
``explain`` shows. To see which rule decided in a text, call ``toolkit.text.sentences.explain``.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cached_property
from typing import Protocol

from toolkit.languages import Language
from toolkit.text.tokens import LETTER
from toolkit.text.wordlists import (
    Abbreviation,
    Capital,
    abbreviation_key,
    abbreviations,
    sentence_openers,
    speech_verbs,
)

LIST_MARKER = r"(?:[-*+•‣▪·–—]|\(?\d{1,3}[.)]|\(?[a-zа-яґєії]\))\s"
"""A regular expression for what starts the item of a list."""

_MARKER_LINE = re.compile(rf"\s*{LIST_MARKER}")
_MARKER_ONLY = re.compile(r"\W*(?:\d{1,3}|[IVXLC]{1,5}|[a-zа-яґєії])")
_WORD = re.compile(rf"{LETTER}[\w'’ʼ-]*")
_RIGHT = re.compile(r"(?P<signs>(?:[^\w\s]++\s*){0,3})(?P<word>\w[\w'’ʼ-]*)?")
_INITIALS = re.compile(rf"(?:(?P<one>{LETTER})(?:[.-]{LETTER})*)")
_NUMBER = re.compile(r"(?:.*\d|[IVXІХ]+)\)?")
_DASHES = "—–-"
_LOOK_BACK = 1000  # code points: keeps the time linear when nothing ends a sentence
_SHORT_QUOTE = 40  # code points: longer than a title is a quotation, whose sentences are split
_PAIRS = {"«": "»", "“": "”", "„": "“", "(": ")", "[": "]"}


@dataclass(frozen=True)
class Candidate:
    """A place where a sentence may end: a stop, or a line break before a list marker (``stop`` is empty).

    All offsets are code points in ``text``. ``closing`` are the quotes and brackets between the stop and the gap.
    """

    text: str
    language: Language
    sentence_start: int
    paragraph_end: int
    stop_start: int
    stop: str
    closing: str
    gap_start: int
    gap_end: int

    @cached_property
    def before(self) -> str:
        """The sentence so far, without the stop; of a very long one only the end."""
        return self.text[max(self.sentence_start, self.stop_start - _LOOK_BACK) : self.stop_start]

    @cached_property
    def chunks(self) -> list[str]:
        """The last three pieces without white space before the stop, opening signs removed."""
        return [chunk.lstrip("«„“”\"'([{—–-/") for chunk in self.before[-60:].split()[-3:]]

    @cached_property
    def left(self) -> str:
        """What stands right before the stop (``Лисичанськ``, ``U.S``, ``т``), empty at the start."""
        return self.chunks[-1] if self.chunks and not self.before[-1:].isspace() else ""

    @cached_property
    def right_signs(self) -> str:
        """Quotes, brackets and dashes before the next word."""
        return self._right["signs"]

    @cached_property
    def right(self) -> str:
        """The next word or number, empty when there is none."""
        return self._right["word"] or ""

    @cached_property
    def _right(self) -> re.Match[str]:
        match = _RIGHT.match(self.text, self.gap_end, self.paragraph_end)
        assert match is not None  # every part of the pattern may be empty
        return match

    @cached_property
    def after_right(self) -> str:
        """The sign right after the next word."""
        end = self._right.end()
        return self.text[end : min(end + 1, self.paragraph_end)]

    @cached_property
    def words_before(self) -> int:
        """How many words the sentence has so far."""
        return len(_WORD.findall(self.before))

    @cached_property
    def abbreviation(self) -> Abbreviation | None:
        """The known abbreviation that ends in this stop.

        A capitalised one counts as its lower-case entry only at the start of a sentence (``Див.``, but not ``Крим.``),
        and not when it is a single letter, which is an initial (``В. Коваль``, not ``в.``, the century).
        """
        if self.stop != "." or not self.left:
            return None
        known = abbreviations(self.language)
        for parts in (self.chunks[-2:], self.chunks[-1:]):
            key = abbreviation_key("".join(parts))
            found = known.get(key)
            if found is None and len(key) > 1 and self.words_before <= len(parts):
                found = known.get(key[:1].lower() + key[1:])
            if found:
                return found
        return None

    @property
    def opener_follows(self) -> bool:
        """Whether the next word is one that often opens a sentence; a lone letter with a stop is an initial."""
        initial = len(self.right) == 1 and self.after_right == "."
        return not initial and self.right.lower() in sentence_openers(self.language)


class Rule(Protocol):
    """A rule; its name and docstring are shown by ``explain``."""

    __name__: str

    def __call__(self, here: Candidate, /) -> bool | None:
        """Whether the sentence ends here, None for no opinion."""


def list_item(here: Candidate) -> bool | None:
    """A list marker on a new line starts an item, when this line is an item too or ends in a colon."""
    gap = here.text[here.gap_start : here.gap_end]
    if ("\n" in gap or "\r" in gap) and _MARKER_LINE.match(here.text, here.gap_end, here.paragraph_end):
        line = re.split(r"[\r\n]", here.before)[-1]
        in_list = _MARKER_LINE.match(line)
        return True if in_list or here.before.endswith((":", ";")) else None
    return None


def plain_line_break(here: Candidate) -> bool | None:
    """A line break without a stop is a space."""
    return None if here.stop else False


def nothing_yet(here: Candidate) -> bool | None:
    """A sentence needs a word: a stop with only signs before it (… or ?!) belongs to what follows."""
    return None if any(map(str.isalnum, here.before)) else False


def list_marker(here: Candidate) -> bool | None:
    """A number or letter alone at the start is the marker of a list item: 1. IV. а."""
    return False if here.stop == "." and not here.closing and _MARKER_ONLY.fullmatch(here.before) else None


def lower_case_follows(here: Candidate) -> bool | None:
    """A sentence does not start with a small letter."""
    return False if here.right[:1].islower() else None


def sign_goes_on(here: Candidate) -> bool | None:
    """A sentence starts neither with a closing sign nor with № : від 3 липня 2022 р. № 62."""
    return False if here.right_signs.startswith((")", "]", "»", "”", ",", ";", ":", "№")) else None


def sign_in_brackets(here: Candidate) -> bool | None:
    """A stop alone in brackets, (!) or (?), comments on a word."""
    return False if here.before.endswith(("(", "[")) and here.closing[:1] in (")", "]") else None


def short_quote(here: Candidate) -> bool | None:
    """A title or remark inside a sentence keeps its stops: у грі «Що? Де? Коли?» перемогла."""
    if here.closing:
        return None
    opened = _open_pair(here.before)
    if opened is None:
        return None
    start, closing = opened
    end = here.text.find(closing, here.gap_end, min(here.paragraph_end, here.sentence_start + start + _SHORT_QUOTE))
    if end < 0:
        return None
    lead = here.before[:start].rstrip()
    return False if _WORD.search(lead) and lead[-1] not in ",:" + _DASHES else None


def attribution_follows(here: Candidate) -> bool | None:
    """A dash after a closed quotation says who spoke: «Хто там?» — Петро не відповів."""
    quoted = here.closing[-1:] in tuple("»”“\"'’")
    another_speaks = any(sign in here.right_signs for sign in '«„“"')
    return False if quoted and here.right_signs[:1] in tuple(_DASHES) and not another_speaks else None


def english_attribution_follows(here: Candidate) -> bool | None:
    """A name and a verb of speech after a quotation: "Who pays?" Yurchuk asked."""
    if here.language is not Language.EN or here.stop == "." or here.closing[-1:] not in tuple("”\"'’"):
        return None
    if here.opener_follows or here.right_signs:
        return None
    following = here.text[here.gap_end : min(here.gap_end + 60, here.paragraph_end)]
    return False if speech_verbs().intersection(re.split(r"[.,;:?!]", following)[0].split()[1:4]) else None


def date_opens(here: Candidate) -> bool | None:
    """A short date at the start opens the sentence: 3 лип. 2022 р. Росія оголосила."""
    found = here.abbreviation
    year = found is not None and found.capital is Capital.UNNUMBERED and _numbered(here)
    return False if year and not here.closing and here.words_before <= 4 else None


def abbreviation_in_brackets(here: Candidate) -> bool | None:
    """The stop of an abbreviation before a closing bracket does not end the sentence around it."""
    return False if here.abbreviation and here.closing[:1] in (")", "]") else None


def abbreviation_before_number(here: Candidate) -> bool | None:
    """Some abbreviations announce a number: No. 5, рис. 3, 3 лип. 2022."""
    return False if here.abbreviation and here.abbreviation.number and here.right[:1].isdecimal() else None


def abbreviation_before_capital(here: Candidate) -> bool | None:
    """Some abbreviations announce a name (Gen. Koval, м. Лисичанськ); a capital after others starts a sentence."""
    found = here.abbreviation
    if found is None or not here.right[:1].isupper():
        return None
    if found.capital is Capital.YES:
        return False
    if found.capital is Capital.NO or (found.capital is Capital.UNNUMBERED and _numbered(here)):
        return True
    return here.opener_follows


def initial(here: Candidate) -> bool | None:
    """A single capital with a stop before a name is an initial: В. О. Зеленський, J. K. Smith."""
    found = _INITIALS.fullmatch(here.left)
    if here.stop != "." or here.closing or not found or not here.left.replace(".", "").replace("-", "").isupper():
        return None
    if not here.right[:1].isupper() or here.right_signs or here.opener_follows:
        return None
    roman = here.language is not Language.EN and here.left in ("I", "V", "X")
    return None if roman else False


def end(here: Candidate) -> bool | None:
    """A stop before a capital, a number or a sign ends a sentence."""
    return True


RULES: tuple[Rule, ...] = (
    list_item,
    plain_line_break,
    nothing_yet,
    list_marker,
    lower_case_follows,
    sign_goes_on,
    sign_in_brackets,
    short_quote,
    attribution_follows,
    english_attribution_follows,
    date_opens,
    abbreviation_in_brackets,
    abbreviation_before_number,
    abbreviation_before_capital,
    initial,
    end,
)


def decide(here: Candidate) -> tuple[Rule, bool]:
    """The first rule with an opinion, and whether the sentence ends here."""
    return next((rule, split) for rule in RULES if (split := rule(here)) is not None)


def _numbered(here: Candidate) -> bool:
    """Whether a number, Arabic or Roman, stands before the abbreviation: 2022 р., XIX ст."""
    return len(here.chunks) > 1 and _NUMBER.fullmatch(here.chunks[-2]) is not None


def _open_pair(before: str) -> tuple[int, str] | None:
    """Where the last quote or bracket that is still open stands in the sentence so far, and what closes it."""
    for index in range(len(before) - 1, -1, -1):
        sign = before[index]
        if sign in ("»", "”", ")", "]"):
            return None
        if sign in _PAIRS:
            return index, _PAIRS[sign]
        if sign == '"':
            return (index, '"') if before.count('"') % 2 else None
    return None
