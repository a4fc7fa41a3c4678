"""Romanising text. ``transliterate`` and its packs are slow to import (some 50 ms), so only on first use."""

from __future__ import annotations

from toolkit.romanise.systems import find


def romanise(text: str, system: str) -> str:
    """The text with every Cyrillic word romanised by a system of ``SYSTEMS``, and everything else as it is.

    Case follows the word (ЩАСТЯ SHCHASTIA, Щастя Shchastia, ЯР YAR, Я Ya). The parts of a hyphenated name are words
    of their own (Нью-Йорк Niu-York). Stress marks go, a soft hyphen stays. A word with a letter that is not in the
    system's alphabet (ы in a Ukrainian system) is left as it is, so choose the system by the language of the text.
    Romanising twice changes nothing more.

    Raises RomanisationError for an unknown system.
    """
    name = find(system).name
    from toolkit.romanise.packs import packs

    return packs()[name].translit(text, reversed=True)


def register() -> None:
    """Registers our packs with ``transliterate``, under the names of ``SYSTEMS``; its own packs stay as they are.

    Then ``transliterate.translit("Київ", "kmu55", reversed=True)`` works. Calling it twice does nothing more.
    """
    from toolkit.romanise.packs import packs

    packs()
