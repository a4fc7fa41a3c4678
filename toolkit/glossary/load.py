"""Read the glossary's files into values, checking as it reads."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field
from functools import cached_property, partial
from pathlib import Path
from typing import TypeVar

from toolkit.errors import GlossaryError
from toolkit.glossary.model import CASES, Case, FormException, Gender, Model, Name, Place, Sense, Source, Status
from toolkit.glossary.official import official_name
from toolkit.glossary.paradigms import Forms, Paradigms
from toolkit.glossary.tsv import Row, read_table
from toolkit.languages import Language

Value = TypeVar("Value")

COLUMNS = {
    "places.tsv": (
        "id", "kind", "parent", "latitude", "longitude", "population", "geonames", "since", "until", "source",
    ),
    "names.tsv": ("place", "language", "name", "status", "declension", "adjective", "since", "until", "source"),
    "forms.tsv": ("place", "language", "name", "case", "form"),
    "kinds.tsv": ("kind", "en", "uk", "ru"),
    "sources.tsv": ("key", "title", "publisher", "url", "licence", "date"),
    "senses.tsv": ("language", "name", "sense"),
    "adjectives.tsv": ("language", "ending", "m", "f", "n", "pl"),
    **{
        f"paradigms.{language}.tsv": ("model", "ending", "gender", *(str(case) for case in CASES[language]))
        for language in (Language.UK, Language.RU)
    },
}  # fmt: skip


@dataclass(frozen=True)
class Glossary:
    """Everything the data files say, by id. ``rows`` remembers where each value was read, for messages."""

    places: Mapping[str, Place]
    names: Mapping[str, tuple[Name, ...]]
    exceptions: Mapping[tuple[str, Language, str], tuple[FormException, ...]]
    kinds: Mapping[str, Mapping[Language, tuple[str, ...]]]
    senses: Mapping[tuple[Language, str], frozenset[Sense]]
    sources: Mapping[str, Source]
    paradigms: Paradigms
    rows: Mapping[object, Row] = field(repr=False, compare=False)

    @cached_property
    def _known_forms(self) -> dict[Name, Forms]:
        return {}

    def forms(self, name: Name) -> Forms:
        """Case -> forms of a name, preferred first; in English the name itself."""
        if name not in self._known_forms:
            self._known_forms[name] = self._decline(name)
        return self._known_forms[name]

    def _decline(self, name: Name) -> Forms:
        forms = self.paradigms.decline(name.text, name.declension, name.language)
        stated = self.exceptions.get((name.place, name.language, name.text), ())
        return forms | {exception.case: tuple(exception.form.split("/")) for exception in stated}

    def names_in(self, place: str, language: Language) -> tuple[Name, ...]:
        """The names of a place in a language, best status first."""
        return tuple(name for name in self.names[place] if name.language is language)

    def official(self, place: str, language: Language, date: str = "") -> Name:
        """The official name of a place today, or on an ISO date on which it bore another."""
        return official_name(self.names_in(place, language), date)

    @cached_property
    def all_names(self) -> tuple[Name, ...]:
        """Every name, in the order of the file."""
        return tuple(name for names in self.names.values() for name in names)


def load_glossary(folder: Path, *more: Path) -> Glossary:
    """The glossary of a folder, with the rows of further folders added.

    Raises GlossaryError with file and line for rows that cannot be read; ``validate`` finds the rest.
    """

    def rows(name: str) -> Iterable[Row]:
        for place in (folder, *(extra for extra in more if (extra / name).exists())):
            yield from read_table(place / name, COLUMNS[name])

    seen: dict[object, Row] = {}

    def collect(name: str, key: Callable[[Value], object], parse: Callable[[Row], Value]) -> list[Value]:
        values = []
        for row in rows(name):
            value = _parsed(row, parse)
            first = seen.setdefault((name, key(value)), row)
            if first is not row:
                if first.file != row.file and first.cells == row.cells:
                    continue  # two folders may state the same fact
                raise GlossaryError(row.problem(f"repeats line {first.line} of {first.file.name}"))
            values.append(value)
        return values

    places = collect("places.tsv", lambda p: p.id, _place)
    names = collect("names.tsv", lambda n: (n.place, n.language, n.text), _name)
    exceptions = collect("forms.tsv", lambda e: (e.place, e.language, e.name, e.case), _exception)
    sources = collect("sources.tsv", lambda s: s.key, lambda row: Source(**row.cells))
    models: list[Model] = []
    for language in (Language.UK, Language.RU):
        parse = partial(_model, language=language)
        models += collect(f"paradigms.{language}.tsv", lambda m: (m.language, m.word), parse)
    by_place: dict[str, list[Name]] = {}
    for name in sorted(names, key=lambda n: list(Status).index(n.status)):
        by_place.setdefault(name.place, []).append(name)
    by_name: dict[tuple[str, Language, str], list[FormException]] = {}
    for exception in exceptions:
        by_name.setdefault((exception.place, exception.language, exception.name), []).append(exception)
    return Glossary(
        places={place.id: place for place in places},
        names={place: tuple(found) for place, found in by_place.items()},
        exceptions={key: tuple(found) for key, found in by_name.items()},
        kinds=dict(collect("kinds.tsv", lambda k: k[0], lambda row: (row["kind"], _kind_words(row)))),
        senses=_senses(collect("senses.tsv", lambda s: s, _sense)),
        sources={source.key: source for source in sources},
        paradigms=Paradigms(
            {(model.language, model.word): model for model in models},
            dict(collect("adjectives.tsv", lambda a: a[0], _adjective)),
        ),
        rows=seen,
    )


def _parsed(row: Row, parse: Callable[[Row], Value]) -> Value:
    try:
        return parse(row)
    except (ValueError, KeyError) as error:
        raise GlossaryError(row.problem(str(error))) from error


def _place(row: Row) -> Place:
    def number(column: str) -> float | None:
        return float(row[column]) if row[column] else None

    return Place(
        row["id"], row["kind"], row["parent"], number("latitude"), number("longitude"),
        int(row["population"]) if row["population"] else None,
        row["geonames"], row["since"], row["until"], row["source"],
    )  # fmt: skip


def _name(row: Row) -> Name:
    return Name(
        row["place"], Language(row["language"]), row["name"], Status(row["status"]), row["declension"],
        row["adjective"], row["since"], row["until"], row["source"],
    )  # fmt: skip


def _exception(row: Row) -> FormException:
    return FormException(row["place"], Language(row["language"]), row["name"], Case(row["case"]), row["form"])


def _model(row: Row, language: Language) -> Model:
    forms = tuple(tuple(row[str(case)].split("/")) for case in CASES[language])
    word, ending = row["model"], row["ending"]
    stem = word[: len(word) - len(ending)]
    if not word.endswith(ending) or not all(form.startswith(stem) for found in forms for form in found):
        raise ValueError(f"the forms of {word} must all begin with {stem!r}, what remains without its ending")
    return Model(language, row["model"], row["ending"], Gender(row["gender"]), forms)


def _kind_words(row: Row) -> dict[Language, tuple[str, ...]]:
    return {language: tuple(filter(None, row[str(language)].split(","))) for language in Language}


def _sense(row: Row) -> tuple[Language, str, Sense]:
    return Language(row["language"]), row["name"], Sense(row["sense"])


def _senses(rows: Iterable[tuple[Language, str, Sense]]) -> dict[tuple[Language, str], frozenset[Sense]]:
    senses: dict[tuple[Language, str], frozenset[Sense]] = {}
    for language, name, sense in rows:
        senses[language, name] = senses.get((language, name), frozenset()) | {sense}
    return senses


def _adjective(row: Row) -> tuple[tuple[Language, str], dict[Gender, str]]:
    return (Language(row["language"]), row["ending"]), {gender: row[str(gender)] for gender in Gender}
