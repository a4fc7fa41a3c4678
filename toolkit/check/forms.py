"""Suggestions in the grammatical form of what they replace."""

from __future__ import annotations

from collections.abc import Iterable

from toolkit.glossary.index import Index, Reading
from toolkit.glossary.model import CASES, Case, Gender, Name
from toolkit.languages import Language
from toolkit.translate.government import governed_cases

AMBIGUOUS = 3  # more forms than this are no help
HEADLINE = 4  # letters from which on a word in capitals is no abbreviation


def forms_like(
    readings: Iterable[Reading], names: Iterable[Name], index: Index, text: str, start: int, end: int
) -> tuple[str, ...]:
    """The forms of names that could stand at ``text[start:end]``, where ``readings`` are those of what stands there.

    A noun in the same case, an adjective in the same case and gender, in capitals if the text is. Several forms, the
    likeliest first, where the case cannot be told; none where there is no such form.
    """
    readings = tuple(readings)
    found: dict[str, None] = {}
    for name in names:
        nouns = [reading for reading in readings if not reading.is_adjective]
        options = (
            _noun(nouns, name, index, text, start) if nouns else _adjective(readings, name, index, text[start:end])
        )
        found |= {in_case_of(option, text[start:end]): None for option in options[:AMBIGUOUS]}
    return tuple(found)


def _noun(readings: list[Reading], name: Name, index: Index, text: str, start: int) -> list[str]:
    possible = {case for reading in readings for case in reading.cases}
    if len(possible) > 1:
        possible.discard(Case.VOCATIVE)  # news addresses no town
    governed = [case for case in governed_cases(text, start, name.language) if case in possible]
    forms = index.forms(name)
    cases: list[Case] = governed or [case for case in CASES[name.language] if case in possible]
    return list(dict.fromkeys(forms[case][0] for case in cases if forms.get(case)))


def _adjective(readings: Iterable[Reading], name: Name, index: Index, text: str) -> list[str]:
    if name.language is Language.EN:
        plural = text.endswith("s") and not name.adjective.endswith("s")
        return [name.adjective + "s" * plural] if name.adjective else []
    table = index.adjective_forms(name)
    found: dict[str, None] = {}
    for reading in readings:
        forms = table.get(reading.gender, {}) if isinstance(reading.gender, Gender) else {}
        found |= {forms[case][0]: None for case in CASES[name.language] if case in reading.cases and forms.get(case)}
    return list(found)


def in_case_of(form: str, model: str) -> str:
    """The form in the capital or small letters of the word it replaces, unless that is an abbreviation."""
    letters = [letter for letter in model if letter.isalpha()]
    if len(letters) >= HEADLINE and all(letter.isupper() for letter in letters):
        return form.upper()
    return form[0].upper() + form[1:] if letters and letters[0].isupper() else form
