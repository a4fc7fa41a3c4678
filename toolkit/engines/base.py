"""What a translation engine takes and gives, whatever is behind it."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Protocol

from toolkit.languages import Language

Progress = Callable[[int], None]
"""Called with the number of segments finished since the last call."""


@dataclass(frozen=True, slots=True)
class Hint:
    """A target name to be used for a source span (code point offsets, half-open)."""

    start: int
    end: int
    text: str


@dataclass(frozen=True, slots=True)
class Segment:
    """One sentence to translate, without surrounding white space, and the hints for it."""

    text: str
    hints: tuple[Hint, ...] = ()


@dataclass(frozen=True, slots=True)
class Hypothesis:
    """One translation of a segment.

    ``score`` is the mean log probability of its tokens. ``attention[t][s]`` is the weight with which
    target piece t looked at source piece s; the pieces' spans are code point offsets in the
    hypothesis text and in the segment text. All three are empty for an engine that cannot tell.
    """

    text: str
    score: float = 0.0
    source_spans: tuple[tuple[int, int], ...] = ()
    target_spans: tuple[tuple[int, int], ...] = ()
    attention: tuple[tuple[float, ...], ...] = ()

    def attention_on(self, start: int, end: int) -> list[tuple[int, int, float]]:
        """For each target piece its span, and the share of its attention on a source span."""
        inside = [i for i, (s, e) in enumerate(self.source_spans) if s < end and e > start]
        return [
            (s, e, sum(row[i] for i in inside) / (sum(row) or 1.0))
            for (s, e), row in zip(self.target_spans, self.attention, strict=True)
        ]


class Engine(Protocol):
    """An opened engine. ``translate`` gives for every segment one or more hypotheses, best first."""

    name: str
    understands_hints: bool

    def translate(
        self,
        segments: Sequence[Segment],
        source: Language,
        target: Language,
        *,
        hypotheses: int = 1,
        progress: Progress | None = None,
    ) -> list[list[Hypothesis]]:
        """Translate all segments in one batched call; raises EngineError when the pair is not served."""
        ...
