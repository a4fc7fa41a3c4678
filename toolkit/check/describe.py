"""Places and names in words, for messages."""

from __future__ import annotations

from collections.abc import Iterable
from functools import lru_cache

from toolkit.glossary.index import Index
from toolkit.glossary.model import Name
from toolkit.languages import Language
from toolkit.romanise import SYSTEMS, romanise, skeleton
from toolkit.text.folding import fold

_UNSAID = ("hromada", "continent")  # parents that tell nobody where a place is


def describe_place(place_id: str, index: Index) -> str:
    """A place for an English message: ``Pervomaisk (city, Alchevsk Raion, Luhansk Oblast)``."""
    place = index.place(place_id)
    words = index.kind_words(place.kind, Language.EN)
    around = [words[0] if words else place.kind]
    for parent in index.parents(place_id):
        kind = index.place(parent).kind
        if kind not in _UNSAID and (kind != "country" or len(around) == 1):
            around.append(index.official(parent, Language.EN).text)
    return f"{index.official(place_id, Language.EN).text} ({', '.join(around)})"


def either(options: Iterable[str]) -> str:
    """``A``, ``A or B``, ``A, B or C``."""
    *most, last = options
    return f"{', '.join(most)} or {last}" if most else last


@lru_cache(maxsize=1024)
def origin(name: Name, index: Index) -> str:
    """Where an English spelling comes from: ``from Russian Киев``, ``Київ by BGN/PCGN 1965 …``; or empty.

    Known when a published romanisation of a name of the place gives it, or when it sounds like the Russian name only.
    """
    if name.language is not Language.EN:
        return ""
    wanted = _plain(name.text)
    for language in (Language.UK, Language.RU):
        for other in index.names_of(name.place, language):
            for system in SYSTEMS.values():
                if system.language == language and _plain(romanise(other.text, system.name)) == wanted:
                    return _from_russian(other) if language is Language.RU else f"{other.text} by {system.title}"
    sound = skeleton(name.text)
    ukrainian, russian = (
        {skeleton(other.text): other for other in index.names_of(name.place, language)}
        for language in (Language.UK, Language.RU)
    )
    return _from_russian(russian[sound]) if sound in russian and sound not in ukrainian else ""


def _from_russian(name: Name) -> str:
    return f"from Russian {name.text}"


def _plain(text: str) -> str:
    """A spelling without the signs for ь and ъ, which running text leaves out."""
    return "".join(letter for letter in fold(text) if letter not in "'\"")
