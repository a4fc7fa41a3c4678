"""What a check finds: values, with their place in the text."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum


class Severity(StrEnum):
    """How much a finding matters, the gravest first."""

    ERROR = "error"
    WARNING = "warning"
    INFO = "info"


@dataclass(frozen=True, slots=True)
class Finding:
    """One thing a rule found in a document.

    ``start`` and ``end`` are code point offsets in the document's text, half-open; they are equal where something is
    absent. ``line`` and ``column`` are those of ``start``, from 1, the column in code points. ``text`` is what stands
    there. ``suggestions`` could replace ``text`` as they are, the best first; ``place`` is the id of the place meant,
    empty when there is none or it is not known. ``confidence`` is above 0 and at most 1.
    """

    rule: str
    severity: Severity
    start: int
    end: int
    line: int
    column: int
    text: str
    message: str
    suggestions: tuple[str, ...] = ()
    place: str = ""
    confidence: float = 1.0

    def __str__(self) -> str:
        """``LINE:COLUMN: SEVERITY RULE MESSAGE``; a renderer writes the name of the file before it."""
        return f"{self.line}:{self.column}: {self.severity} {self.rule} {self.message}"
