"""The script of a word, and letters that look alike in two scripts."""

from __future__ import annotations

import re
from enum import StrEnum
from functools import cache
from pathlib import Path

from toolkit.resources import read_rows
from toolkit.text.tokens import LETTER

_DATA = Path(__file__).parent / "data" / "homoglyphs.tsv"

_LATIN = (
    r"A-Za-z\xaa\xba\xc0-\xd6\xd8-\xf6\xf8-\u024f\u0250-\u02af\u1e00-\u1eff"
    r"\u2c60-\u2c7f\ua720-\ua7ff\uff21-\uff3a\uff41-\uff5a"
)
_CYRILLIC = r"\u0400-\u0482\u048a-\u052f\u1c80-\u1c8f\u1d2b\u1d78\ua640-\ua69d"
_HAS_LATIN = re.compile(f"[{_LATIN}]")
_HAS_CYRILLIC = re.compile(f"[{_CYRILLIC}]")
_OTHER_LETTER = re.compile(rf"(?![{_LATIN}{_CYRILLIC}]){LETTER}")


class Script(StrEnum):
    """What a word is written in."""

    LATIN = "latin"
    CYRILLIC = "cyrillic"
    MIXED = "mixed"
    OTHER = "other"


def script_of(word: str) -> Script:
    """The script of the letters of a word; other signs do not count.

    MIXED when it has both Latin and Cyrillic letters, OTHER when it has no letter or one of a third script.
    """
    if _OTHER_LETTER.search(word):
        return Script.OTHER
    latin, cyrillic = _HAS_LATIN.search(word), _HAS_CYRILLIC.search(word)
    if latin and cyrillic:
        return Script.MIXED
    if latin:
        return Script.LATIN
    return Script.CYRILLIC if cyrillic else Script.OTHER


def unconfuse(word: str, script: Script) -> str:
    """The word with every look-alike letter of the other script replaced, so that it is all in ``script``.

    The length stays, so offsets do too. A word that cannot be written wholly in ``script`` (``COVID-центр``) comes back
    as it is. ``script`` is LATIN or CYRILLIC; ValueError otherwise.
    """
    if script not in (Script.LATIN, Script.CYRILLIC):
        raise ValueError(f"cannot write a word in {script}")
    changed = word.translate(_lookalikes(script))
    return changed if script_of(changed) is script else word


@cache
def _lookalikes(script: Script) -> dict[int, str]:
    """Letters of the other script that look like one of ``script``, by code point."""
    rows = read_rows(_DATA)
    if script is Script.CYRILLIC:
        return {ord(latin): cyrillic for latin, cyrillic in rows}
    return {ord(cyrillic): latin for latin, cyrillic in rows}
