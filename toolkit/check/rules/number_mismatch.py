"""The numbers of the translation are not those of the source.

What: numbers in digits that occur in one of the whole texts more often than in the other; where sentences begin or end
does not matter. Thousands and decimals count as each language writes them, and 2.5 million as 2,5 млн; 2 p.m. is 14:00.
A number that the other text may spell in words (twelve, дванадцять, up to 99 or so many thousands) is not reported. A
missing number is reported at the start of the block in which it belongs.

Why: casualties, sums and dates are what readers quote.

Bad:
    en: The attack killed 12 people. => uk: Унаслідок удару загинули 21 людина.

Good:
    en: The attack at 2:30 p.m. killed 12 people. => uk: Унаслідок удару о 14:30 загинули 12 людей.
    en: It cost $2.5 million, or 1,500 per head. => uk: Це коштувало 2,5 млн доларів, або 1500 на особу.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from toolkit.check.context import CheckContext, CheckedText
from toolkit.check.finding import Severity
from toolkit.check.numbers import Number, find_numbers, spelled_numbers
from toolkit.check.pair import place_in_translation
from toolkit.check.rule import Hit

SEVERITY = Severity.WARNING
NEEDS_SOURCE = True
_SCALED = ("000", "000000", "000000000")


def check(context: CheckContext) -> Iterator[Hit]:
    """Yield the numbers that only one of the two texts has, or has more of."""
    if context.source is None:
        return
    source = context.source
    ours, theirs = _numbers(context), _numbers(source)
    missing, added = _surplus(theirs, ours), _surplus(ours, theirs)
    missing, added = _unscaled(missing, added), _unscaled(added, missing)
    for number in _unspelled(missing, context):
        start = place_in_translation(context, source, number.start)
        line, _ = source.lines.position(number.start)
        yield Hit(start, start, f"{number.text} of line {line} of the source is missing")
    for number in _unspelled(added, source):
        yield Hit(number.start, number.end, f"{number.text} is not in the source")


def _numbers(text: CheckedText) -> list[Number]:
    return [number for number in find_numbers(text.text, text.language) if text.is_prose(number.start, number.end)]


def _surplus(numbers: list[Number], others: list[Number]) -> list[Number]:
    """The last occurrences of the numbers that the others do not have, or have fewer of."""
    left = Counter(number.value for number in others)
    surplus = []
    for number in numbers:
        left[number.value] -= 1
        if left[number.value] < 0:
            surplus.append(number)
    return surplus


def _unscaled(numbers: list[Number], others: list[Number]) -> list[Number]:
    """Without those that are thousands or millions of another: in ``70 to 80 thousand`` the word is written once."""
    values = {number.value for number in others}
    return [
        number for number in numbers if not values & {value for zeros in _SCALED for value in _scaled(number, zeros)}
    ]


def _scaled(number: Number, zeros: str) -> tuple[str, ...]:
    return number.value + zeros, number.value.removesuffix(zeros)


def _unspelled(numbers: list[Number], other: CheckedText) -> list[Number]:
    """Without those that the other text may write in words."""
    if not numbers:
        return []
    spelled = {str(value) for value in spelled_numbers(other.text, other.language)}
    return [
        number
        for number in numbers
        if not spelled.intersection([number.value, *(number.value.removesuffix(zeros) for zeros in _SCALED)])
    ]
