"""The numbers of a text, in one spelling for all languages."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal
from functools import cache
from pathlib import Path

from toolkit.languages import Language
from toolkit.resources import read_rows
from toolkit.text.folding import fold

_DATA = Path(__file__).parent / "data"
_NO_BREAK = "\xa0\u202f\u2009"
# What stands between thousands, and before decimals. English does not part thousands by a plain space.
_THOUSANDS = {Language.EN: f",{_NO_BREAK}", Language.UK: f". {_NO_BREAK}", Language.RU: f". {_NO_BREAK}"}
_DECIMALS = {Language.EN: ".", Language.UK: ",.", Language.RU: ",."}


@dataclass(frozen=True, slots=True)
class Number:
    """A number in a text, ``text[start:end]``; ``value`` is equal for equal numbers, however they are written."""

    start: int
    end: int
    text: str
    value: str


def find_numbers(text: str, language: Language) -> Iterator[Number]:
    """The numbers written in digits, in order; offsets are code points, half-open.

    English ``1,500`` is ``1 500``; ``2.5 million`` is ``2,5 млн`` and ``2500000``; ``2 p.m.`` and ``14:00`` are ``14``.
    ``24.02.2022`` and ``2022-02-24`` are the two numbers ``24`` and ``2022``: in words, the month has none.
    """
    for match in _pattern(language).finditer(text):
        if match["year"] or match["iso_year"]:
            for part in ("iso_year", "iso_day", "day", "year"):
                if match[part]:
                    yield Number(*match.span(part), match[part], str(int(match[part])))
        else:
            yield Number(*match.span(), match[0], _value(match, language))


@cache
def _pattern(language: Language) -> re.Pattern[str]:
    scales = "|".join(re.escape(word) for word in sorted(_scales(language), key=len, reverse=True))
    return re.compile(
        rf"""(?<!\d)(?:
          (?P<iso_year>\d{{4}}) - (?:0[1-9]|1[0-2]) - (?P<iso_day>[0-3]\d) (?!\d)
        | (?P<day>\d{{1,2}}) [./] (?:0?[1-9]|1[0-2]) [./] (?P<year>\d{{4}}) (?!\d)
        | (?P<hour>\d{{1,2}}) : (?P<minute>[0-5]\d) (?!\d) (?: \s? (?P<half>[ap])\.?m\b )?
        | (?P<whole> \d{{1,3}} (?: [{_THOUSANDS[language]}] \d{{3}} (?![\d-]) )+ | \d+ )
          (?: [{_DECIMALS[language]}] (?P<part>\d+) )?
          (?: \s? (?P<noon>[ap])\.?m\b | [ {_NO_BREAK}-]{{0,2}} (?P<scale>{scales}) (?!\w) )?
        )""",
        re.VERBOSE | re.IGNORECASE,
    )


@cache
def _scales(language: Language) -> dict[str, int]:
    """The exponent of ten that each form of a word for a large number stands for."""
    return _table("scales.tsv", language)


def spelled_numbers(text: str, language: Language) -> frozenset[int]:
    """The numbers from 1 to 99 that a text writes in words, as cardinals or ordinals in any form, or perhaps does.

    Words are told by how they begin (``data/numerals.tsv``), so a word that only begins like a numeral counts too.
    """
    values = _table("numerals.tsv", language)
    stems = "|".join(sorted(values, key=len, reverse=True))
    found = set()
    last, last_end = 0, -1
    folded = fold(text)
    for match in re.finditer(rf"(?<!\w)({stems})\w{{0,6}}", folded):
        value = values[match[1]]
        if last >= 20 and value < 10 and folded[last_end : match.start()] in (" ", "-"):
            found.add(last + value)
        found.add(value)
        last, last_end = value, match.end()
    return frozenset(found)


@cache
def _table(name: str, language: Language) -> dict[str, int]:
    """A table of ``data``: language, number, comma-separated words."""
    rows = read_rows(_DATA / name)
    return {word: int(number) for code, number, words in rows if code == language for word in words.split(",")}


def _value(match: re.Match[str], language: Language) -> str:
    if match["hour"]:
        hour = _hour(match["hour"], match["half"])
        return hour if match["minute"] == "00" else f"{hour}:{match['minute']}"
    whole = re.sub(r"\D", "", match["whole"])
    if match["noon"]:
        hour = _hour(whole, match["noon"])
        return f"{hour}:{match['part']}" if match["part"] else hour
    exponent = _scales(language)[match["scale"].lower()] if match["scale"] else 0
    value = Decimal(f"{whole}.{match['part'] or 0}").scaleb(exponent)
    return format(value.normalize(), "f")


def _hour(hour: str, half: str | None) -> str:
    return str(int(hour) if half is None else int(hour) % 12 + 12 * (half.lower() == "p"))
