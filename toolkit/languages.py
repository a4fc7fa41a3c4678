"""The three languages, and the only door to Babel (CLDR)."""

from __future__ import annotations

from enum import StrEnum
from functools import cache

from babel import Locale
from babel.core import UnknownLocaleError

from toolkit.errors import LanguageError


class Language(StrEnum):
    """A language nazva works in, by its ISO 639-1 code."""

    EN = "en"
    UK = "uk"
    RU = "ru"


# What people type instead of the code. `ua` is the country, the commonest mistake.
ALIASES = {"ua": "uk", "eng": "en", "ukr": "uk", "rus": "ru"}


def parse_language(text: str) -> Language:
    """The language of a code or of an English or native name (``uk``, ``ukrainian``, ``українська``).

    Raises LanguageError for anything else, naming what is accepted.
    """
    key = text.strip().lower().replace("_", "-").split("-")[0]
    key = ALIASES.get(key, key)
    if key in set(Language):
        return Language(key)
    for language in Language:
        for shown_in in Language:
            if key and key == language_name(language, shown_in).lower():
                return language
    raise LanguageError(f"unknown language {text!r}: use en (English), uk (Ukrainian) or ru (Russian)")


@cache
def language_name(language: Language, shown_in: Language = Language.EN) -> str:
    """The name of a language, in another (CLDR)."""
    return str(Locale(str(shown_in)).languages[str(language)])


@cache
def territory_name(code: str, language: Language) -> str:
    """The CLDR name of a country by its ISO 3166-1 code, in a language.

    Raises LanguageError when CLDR has no such territory.
    """
    try:
        return str(Locale(str(language)).territories[code])
    except (KeyError, UnknownLocaleError) as error:
        raise LanguageError(f"CLDR knows no territory {code!r}") from error
