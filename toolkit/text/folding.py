"""The matching key of a text: what differs between two spellings only in typography is made equal."""

from __future__ import annotations

import re
import unicodedata

APOSTROPHES = "'’ʼ`´ʹ′‘‛ˈ＇"
HYPHENS = "-‐‑‒–—−"
INVISIBLE = "\u00ad\u200b\u200c\u200d\u2060\ufeff\u0301\u0300"

_TABLE = str.maketrans(
    dict.fromkeys(APOSTROPHES, "'") | dict.fromkeys(HYPHENS, "-") | {"ё": "е", "Ё": "е", "\u00a0": " ", "\u202f": " "}
)
_NEEDS_CARE = re.compile(f"[{INVISIBLE}]|\\s\\s|[\u0130\ufb00-\ufb06]")
_SPACE = re.compile(r"\s")


def fold(text: str) -> str:
    """The key of a name: lower case, NFC, one kind of apostrophe, hyphen and space, ё as е, no stress marks."""
    return fold_aligned(text)[0]


def fold_aligned(text: str) -> tuple[str, list[int] | None]:
    """The folded text, and for each of its characters the code point offset in ``text``.

    The offsets are None when the folded text has the same length, character for character, which is
    nearly always so.
    """
    if not _NEEDS_CARE.search(text):
        folded = _SPACE.sub(" ", text).translate(_TABLE).lower()
        if len(folded) == len(text) and unicodedata.is_normalized("NFC", folded):
            return folded, None
    out: list[str] = []
    offsets: list[int] = []
    for i, character in enumerate(text):
        if character in INVISIBLE or (character.isspace() and out and out[-1] == " "):
            continue
        piece = " " if character.isspace() else character.translate(_TABLE).lower()
        if unicodedata.combining(character) and out:
            composed = unicodedata.normalize("NFC", out[-1] + piece)
            if len(composed) == 1:
                out[-1] = composed
                continue
        out.extend(piece)
        offsets.extend([i] * len(piece))
    return "".join(out), offsets
