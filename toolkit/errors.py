"""Every exception a caller may catch. All carry one line that says what is wrong and what to do."""

from __future__ import annotations

from pathlib import Path


class NazvaError(Exception):
    """Base of every expected error; the command line prints it on one line and exits with 2."""


class InputError(NazvaError):
    """An input file or text cannot be used."""


class LanguageError(NazvaError):
    """A language is unknown, undetectable, or the source and target are the same."""


class EngineError(NazvaError):
    """No engine can do what is asked, or its model cannot be read."""


class GlossaryError(NazvaError):
    """The glossary data is broken; the message names file and line."""


class RomanisationError(NazvaError):
    """An unknown romanisation system, or text it does not apply to."""


def at(file: Path | str, line: int, message: str) -> str:
    """``FILE:LINE: message``, the form editors and CI systems can jump to."""
    return f"{file}:{line}: {message}"
