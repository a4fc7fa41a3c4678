"""The known formats, chosen by the suffix of a name."""

from __future__ import annotations

from pathlib import PurePath

from toolkit.documents import markdown, plain
from toolkit.documents.model import Document, Format
from toolkit.errors import InputError

FORMATS: tuple[Format, ...] = (plain.FORMAT, markdown.FORMAT)


def find_format(name: str, format: str | None = None) -> Format:  # noqa: A002 - the word users know
    """The format called ``format`` (``markdown``, ``md``, ``.md``), or the one the suffix of ``name`` says.

    Raises InputError for an unknown one, naming those that are known.
    """
    wanted = PurePath(name).suffix if format is None else format
    for known in FORMATS:
        if wanted.lower() == known.name or "." + wanted.lower().removeprefix(".") in known.suffixes:
            return known
    formats = ", ".join(f"{known.name} ({' '.join(known.suffixes)})" for known in FORMATS)
    if format is not None:
        raise InputError(f"unknown format {format!r}; known formats: {formats}")
    what = f"unknown suffix {wanted!r}" if wanted else "no suffix to tell the format by"
    raise InputError(f"{name}: {what}; known formats: {formats}")


def open_document(text: str, name: str, format: str | None = None) -> Document:  # noqa: A002
    """The document of a text, read as ``find_format`` says. ``name`` is the file's name or path; it is not opened."""
    return find_format(name, format).parse(text)
