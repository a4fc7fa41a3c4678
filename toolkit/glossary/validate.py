"""Check that the glossary is whole and true to its own rules: ``validate`` lists every problem."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

from toolkit.errors import GlossaryError
from toolkit.glossary.load import COLUMNS, Glossary
from toolkit.glossary.model import CASES, Name, Place, Status
from toolkit.glossary.tsv import read_table
from toolkit.glossary.write import ORDER
from toolkit.languages import Language, territory_name

ALPHABET = {
    Language.EN: re.compile(r"[A-Za-zÀ-ɏ'’ .,()0-9–-]+"),
    Language.UK: re.compile(r"[А-ЩЬЮЯа-щьюяІіЇїЄєҐґ' .,()0-9–«»-]+"),
    Language.RU: re.compile(r"[А-яЁё' .,()0-9–«»-]+"),
}
DATE = re.compile(r"\d{4}(-(0[1-9]|1[0-2])(-(0[1-9]|[12]\d|3[01]))?)?")


def validate(glossary: Glossary, folder: Path | None = None) -> list[str]:
    """Every problem as ``FILE:LINE: message``, in reading order; empty when the data is sound.

    With ``folder`` the order of the rows in its files is checked too.
    """
    problems: list[str] = []
    for place in glossary.places.values():
        row = glossary.rows["places.tsv", place.id]
        problems += [row.problem(message) for message in _place_problems(place, glossary)]
    for name in glossary.all_names:
        row = glossary.rows["names.tsv", (name.place, name.language, name.text)]
        problems += [row.problem(message) for message in _name_problems(name, glossary)]
    for (place_id, language, text), exceptions in glossary.exceptions.items():
        for exception in exceptions:
            row = glossary.rows["forms.tsv", (place_id, language, text, exception.case)]
            if ("names.tsv", (place_id, language, text)) not in glossary.rows:
                problems.append(row.problem(f"no {language} name {text!r} of {place_id} in names.tsv"))
            if exception.case not in CASES[language]:
                problems.append(row.problem(f"{language} has no {exception.case} case"))
            if not all(ALPHABET[language].fullmatch(form) for form in exception.form.split("/")):
                problems.append(row.problem(f"{exception.form!r} has letters that {language} names do not"))
    known = {(name.language, name.text) for name in glossary.all_names}
    problems += [
        glossary.rows["senses.tsv", (language, text, sense)].problem(f"no {language} name {text!r} in names.tsv")
        for (language, text), senses in glossary.senses.items()
        if (language, text) not in known
        for sense in sorted(senses)
    ]
    if folder is not None:
        problems += _order_problems(folder)
    return problems


def _place_problems(place: Place, glossary: Glossary) -> Iterator[str]:
    if not re.fullmatch(r"UA\d{17}|[a-z0-9]+(-[a-z0-9]+)+", place.id):
        yield f"{place.id!r} is neither a KATOTTG code nor a slug like river-dnipro"
    if place.kind not in glossary.kinds:
        yield f"unknown kind {place.kind!r}: add it to kinds.tsv"
    if place.parent and place.parent not in glossary.places:
        yield f"unknown parent {place.parent!r}"
    if place.id in _ancestors(place, glossary):
        yield f"{place.id} is its own ancestor"
    if place.source not in glossary.sources:
        yield f"unknown source {place.source!r}: add it to sources.tsv"
    if (place.latitude is None) != (place.longitude is None):
        yield "latitude and longitude must both be given or both be empty"
    if place.latitude is not None and not -90 <= place.latitude <= 90:
        yield f"latitude {place.latitude} is out of range"
    if place.longitude is not None and not -180 <= place.longitude <= 180:
        yield f"longitude {place.longitude} is out of range"
    for date in (place.since, place.until):
        if date and not DATE.fullmatch(date):
            yield f"{date!r} is not a date like 2024, 2024-09 or 2024-09-26"
    for language in Language:
        current = [
            name
            for name in glossary.names.get(place.id, ())
            if name.language is language and name.status is Status.OFFICIAL and not name.until
        ]
        if len(current) != 1:
            yield f"{place.id} must have exactly one current official name in {language}, not {len(current)}"


def _ancestors(place: Place, glossary: Glossary) -> list[str]:
    found: list[str] = []
    parent = place.parent
    while parent in glossary.places and parent not in found:
        found.append(parent)
        parent = glossary.places[parent].parent
    return found


def _name_problems(name: Name, glossary: Glossary) -> Iterator[str]:
    if name.place not in glossary.places:
        yield f"unknown place {name.place!r}: add it to places.tsv"
        return
    if not name.text:
        yield "the name is empty"
        return
    if not ALPHABET[name.language].fullmatch(name.text):
        alien = sorted({c for c in name.text if not ALPHABET[name.language].fullmatch(c)})
        yield f"{name.text!r} has letters that {name.language} names do not: {' '.join(alien)}"
    if name.source not in glossary.sources:
        yield f"unknown source {name.source!r}: add it to sources.tsv"
    for date in (name.since, name.until):
        if date and not DATE.fullmatch(date):
            yield f"{date!r} is not a date like 2024, 2024-09 or 2024-09-26"
    if name.status is Status.OFFICIAL and name.until:
        yield "an official name has no `until`: mark it historic"
    if (name.language is Language.EN) != (name.declension == ""):
        yield "uk and ru names need a declension class, English ones have none"
    if name.source == "cldr" and name.place.startswith("country-"):
        expected = territory_name(name.place.removeprefix("country-").upper(), name.language).replace("’", "'")
        if expected != name.text:
            yield f"CLDR calls it {expected!r}"
    try:
        glossary.forms(name)
        if name.adjective and name.language is not Language.EN:
            glossary.paradigms.decline_adjective(name.adjective, name.language)
    except GlossaryError as error:
        yield str(error)


def _order_problems(folder: Path) -> Iterator[str]:
    """Rows that are not where sorting would put them."""
    for name, key in ORDER.items():
        last = None
        for row in read_table(folder / name, COLUMNS[name]):
            current = key(row)
            if last is not None and not last < current:
                yield row.problem("out of order: run `nazva glossary format`")
            last = current
