"""Bytes to text. The only door to charset-normalizer, which guesses an encoding for the error message."""

from __future__ import annotations

import codecs
from dataclasses import dataclass
from pathlib import Path

from toolkit.errors import InputError

_BOMS = ((codecs.BOM_UTF8, "utf-8"), (codecs.BOM_UTF16_LE, "utf-16-le"), (codecs.BOM_UTF16_BE, "utf-16-be"))
# The mark is kept in `Encoding.bom`, so the codec must neither eat nor write one.
_WITHOUT_BOM = {"utf-8-sig": "utf-8", "utf-16": "utf-16-le"}
# What English, Ukrainian and Russian text is found in; KOI8-U holds KOI8-R, Mac Cyrillic is mistaken for cp1251.
_LIKELY = ["cp1251", "koi8_u", "cp866", "iso8859_5", "cp1252"]
_SAMPLE = 100_000  # bytes given to charset-normalizer


@dataclass(frozen=True, slots=True)
class Encoding:
    """How a text was written: Python's codec name, and the byte order mark before it (often empty)."""

    name: str = "utf-8"
    bom: bytes = b""


def read_text(path: Path, encoding: str | None = None) -> tuple[str, Encoding]:
    """The text of a file and its encoding, as ``decode`` finds it.

    Raises InputError when the file is missing, a folder, unreadable, empty or not text.
    """
    try:
        data = path.read_bytes()
    except FileNotFoundError as error:
        raise InputError(f"{path}: no such file") from error
    except IsADirectoryError as error:
        raise InputError(f"{path}: is a folder, not a file") from error
    except OSError as error:
        raise InputError(f"{path}: cannot be read: {error.strerror}") from error
    return decode(data, str(path), encoding)


def decode(data: bytes, name: str, encoding: str | None = None) -> tuple[str, Encoding]:
    """The text of some bytes, without a byte order mark, and their encoding; ``name`` is for error messages.

    Without ``encoding`` (any codec Python knows) the bytes are UTF-8, or UTF-16 with a byte order mark. Line ends stay.
    Raises InputError when there is nothing, the encoding is unknown, a byte does not fit (naming its offset and the
    likely encoding), or the bytes are no text.
    """
    found = _encoding_of(data, encoding)
    body = data[len(found.bom) :]
    if not body:
        raise InputError(f"{name}: is empty")
    try:
        text = body.decode(found.name)
    except UnicodeDecodeError as error:
        offset = len(found.bom) + error.start
        advice = _advice(body) if encoding is None else ""
        message = f"{name}: is not {found.name}: byte 0x{data[offset]:02x} at offset {offset}{advice}"
        raise InputError(message) from error
    zero = text.find("\0")
    if zero >= 0:
        raise InputError(f"{name}: is not text: character {zero} is zero{_advice(body) if encoding is None else ''}")
    return text, found


def _encoding_of(data: bytes, wanted: str | None) -> Encoding:
    """The wanted encoding, or the one the byte order mark says, or UTF-8."""
    if wanted is None:
        return next((Encoding(name, bom) for bom, name in _BOMS if data.startswith(bom)), Encoding())
    try:
        codec = codecs.lookup(wanted)
        "".encode(wanted)  # refuses codecs that are no text encodings (base64)
    except LookupError as error:
        raise InputError(f"unknown encoding {wanted!r}: use a name such as utf-8, cp1251 or koi8-u") from error
    name = _WITHOUT_BOM.get(codec.name, codec.name)
    return next((Encoding(name, bom) for bom, of in _BOMS if of == name and data.startswith(bom)), Encoding(name))


def _advice(data: bytes) -> str:
    """What to try for bytes that are not UTF-8, after a semicolon; empty when they look like no text at all."""
    if b"\0" in data:
        return "; text in UTF-16 without a byte order mark needs --encoding utf-16-le"
    likely = _likely_encoding(data)
    return f"; it looks like {likely}: try --encoding {likely}" if likely else ""


def _likely_encoding(data: bytes) -> str | None:
    """The encoding that charset-normalizer holds likeliest, None when the bytes look like no text."""
    from charset_normalizer import from_bytes  # slow to import, needed for this message only

    best = from_bytes(data[:_SAMPLE], cp_isolation=_LIKELY).best()
    return best.encoding if best else None
