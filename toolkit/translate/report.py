"""What was done to each name: plain values, and their JSON."""

from __future__ import annotations

from dataclasses import asdict, dataclass, field
from enum import StrEnum
from typing import Any

from toolkit.languages import Language


class Action(StrEnum):
    """How a name came to stand in the translation."""

    KEPT = "kept"  # the engine wrote it right by itself
    HINTED = "hinted"  # the engine was shown the name and wrote it right
    REPAIRED = "repaired"  # the engine wrote something else there, which was replaced
    UNRESOLVED = "unresolved"  # not found in the translation, or the place is not certain: look at it


@dataclass(frozen=True, slots=True)
class NameDecision:
    """One name of the source and what became of it.

    Spans are code point offsets, half-open: ``source_*`` in the source document, ``target_*`` in the
    translated one (both -1 when the name was not found there).
    """

    place: str
    source_text: str
    source_start: int
    source_end: int
    target_text: str
    target_start: int
    target_end: int
    target_name: str
    action: Action
    why: str


@dataclass(frozen=True, slots=True)
class Translation:
    """A translated document and its report."""

    text: str
    source: Language
    target: Language
    engine: str
    names: tuple[NameDecision, ...]
    warnings: tuple[str, ...] = field(default=())

    @property
    def unresolved(self) -> tuple[NameDecision, ...]:
        """The names a person must look at."""
        return tuple(name for name in self.names if name.action is Action.UNRESOLVED)

    @property
    def counts(self) -> dict[Action, int]:
        """How many names there are of each action."""
        return {action: sum(name.action is action for name in self.names) for action in Action}

    def as_json(self) -> dict[str, Any]:
        """The report without the text, for ``--report``."""
        return {
            "source": str(self.source),
            "target": str(self.target),
            "engine": self.engine,
            "counts": {str(action): count for action, count in self.counts.items()},
            "names": [asdict(name) for name in self.names],
            "warnings": list(self.warnings),
        }
