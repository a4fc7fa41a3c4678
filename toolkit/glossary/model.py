"""The values of the glossary. Facts as they stand in the data files; nothing is derived here."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from toolkit.languages import Language


class Status(StrEnum):
    """How good a name is to write today. The order is the order of preference."""

    OFFICIAL = "official"
    COMMON = "common"
    HISTORIC = "historic"
    DEPRECATED = "deprecated"
    TYPO = "typo"


class Case(StrEnum):
    """Grammatical cases; Russian has no vocative."""

    NOMINATIVE = "nominative"
    GENITIVE = "genitive"
    DATIVE = "dative"
    ACCUSATIVE = "accusative"
    INSTRUMENTAL = "instrumental"
    LOCATIVE = "locative"
    VOCATIVE = "vocative"


CASES = {
    Language.EN: (Case.NOMINATIVE,),
    Language.UK: tuple(Case),
    Language.RU: tuple(Case)[:6],
}


class Gender(StrEnum):
    """Grammatical gender, or plural (which has no gender in uk and ru)."""

    MASCULINE = "m"
    FEMININE = "f"
    NEUTER = "n"
    PLURAL = "pl"


class Sense(StrEnum):
    """What else a name is, besides the name of a place."""

    GIVEN_NAME = "given-name"  # Володимир Зеленський
    SURNAME = "surname"  # Сергей Макаров
    WORD = "word"  # Щастя is happiness


@dataclass(frozen=True, slots=True)
class Place:
    """One place. ``id`` is the KATOTTG code where one exists, else a stable slug.

    Coordinates are WGS 84 degrees. ``since`` and ``until`` are ISO dates of the place itself
    (a raion founded or dissolved), not of its names.
    """

    id: str
    kind: str
    parent: str
    latitude: float | None
    longitude: float | None
    population: int | None
    geonames: str
    since: str
    until: str
    source: str


@dataclass(frozen=True, slots=True)
class Name:
    """One name of a place in one language.

    ``declension`` is the model words it declines like (see ``paradigms``), empty in English;
    ``adjective`` the masculine singular (``лисичанський``) or the English adjective (``Chechen``).
    ``since`` and ``until`` are ISO dates between which the name was in official use.
    """

    place: str
    language: Language
    text: str
    status: Status
    declension: str
    adjective: str
    since: str
    until: str
    source: str


@dataclass(frozen=True, slots=True)
class FormException:
    """A form that the declension class does not give, stated."""

    place: str
    language: Language
    name: str
    case: Case
    form: str


@dataclass(frozen=True, slots=True)
class Source:
    """Where facts come from: a key used by places and names."""

    key: str
    title: str
    publisher: str
    url: str
    licence: str
    date: str


@dataclass(frozen=True, slots=True)
class Model:
    """A declension class, shown by a model word: its full paradigm and the part of it that changes."""

    language: Language
    word: str
    ending: str
    gender: Gender
    forms: tuple[tuple[str, ...], ...]  # one tuple of alternatives a case, in the order of CASES
