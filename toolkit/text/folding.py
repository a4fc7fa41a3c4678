"""The matching key of a text: equal for spellings that differ only in how they were typed."""

from __future__ import annotations

import re
import unicodedata

from toolkit.text.tokens import APOSTROPHES, INVISIBLE, LETTER, MARKS

_ACCENTED = re.compile(rf"([a-z](?=[{MARKS}])|[\xdf-\xf6\xf8-\u024f\u1e00-\u1eff])[{MARKS}]*")
_REMOVED = re.compile(f"[{INVISIBLE}\u0300\u0301]")
_DASH = re.compile(rf"(?<={LETTER})[‐‑‒–—―−﹣－](?={LETTER})")
# `ѐ` and `ѝ` are е and и with a grave stress; the strokes of ł, ø, đ are no marks in Unicode; ʹ romanises ь.
_REPLACED = str.maketrans(dict.fromkeys(APOSTROPHES + "ʽʹ", "'") | dict(zip("ёѐѝłøđħ", "ееиlodh", strict=True)))
# Folding these moves what follows: runs of white space, marks, invisible signs, and letters that become two.
_MOVES = re.compile(rf"\s\s|[{MARKS}{INVISIBLE}]|[ßŉǰΐΰևẖ-ẞﬀ-ﬗİ]")
_CLUSTER = re.compile(rf"\s+|[^\s][{MARKS}{INVISIBLE}]*")
_SPACE = re.compile(r"[\s\x00-\x1f\x7f-\x9f]")  # control characters part words too


def fold(text: str) -> str:
    """The matching key of a text.

    Case folded; NFC; every apostrophe is ``'``, every hyphen or dash between letters ``-``, every white space a
    space; ё is е; stress marks, soft hyphens and zero-width signs are gone, and so are the accents of Latin letters
    (never those of й and ї). The length can change, so offsets in the key are not offsets in the text; see
    ``fold_aligned``. Folding a key changes nothing.
    """
    if text.isascii():
        return _SPACE.sub(" ", text.lower()).translate(_REPLACED)
    return _DASH.sub("-", _fold_letters(text))


def fold_aligned(text: str) -> tuple[str, list[int] | None]:
    """The folded text with runs of white space as one space, and for each of its characters the offset in ``text``.

    The offsets (code points) are None when character k of the key is character k of the text, which is nearly always
    so.
    """
    if not _MOVES.search(text):
        folded = fold(text)
        if len(folded) == len(text):
            return folded, None
    pieces: list[str] = []
    offsets: list[int] = []
    for match in _CLUSTER.finditer(text):
        piece = " " if match[0].isspace() else _fold_letters(match[0])
        pieces.append(piece)
        offsets += [match.start()] * len(piece)
    return _DASH.sub("-", "".join(pieces)), offsets


def _fold_letters(text: str) -> str:
    text = unicodedata.normalize("NFC", text).casefold()
    text = unicodedata.normalize("NFC", _REMOVED.sub("", text))
    text = _SPACE.sub(" ", _ACCENTED.sub(_unaccented, text).translate(_REPLACED))
    composed = unicodedata.normalize("NFC", text)
    # A letter that was replaced may compose with the mark after it: ѐ̈ to ё to ё.
    return text if composed == text else _fold_letters(composed)


def _unaccented(match: re.Match[str]) -> str:
    """The Latin letter without its accents."""
    return unicodedata.normalize("NFD", match[0])[0]
