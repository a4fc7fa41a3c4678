"""An engine that writes what it reads: for trying documents and names without a model."""

from __future__ import annotations

from collections.abc import Sequence

from toolkit.engines.base import Hypothesis, Progress, Segment
from toolkit.languages import Language


class CopyEngine:
    """Copies every segment. Each character looks at itself, so that names are found where they stand."""

    name = "copy"
    understands_hints = False

    def translate(
        self,
        segments: Sequence[Segment],
        source: Language,
        target: Language,
        *,
        hypotheses: int = 1,
        progress: Progress | None = None,
    ) -> list[list[Hypothesis]]:
        """One hypothesis a segment: its own text."""
        if progress is not None:
            progress(len(segments))
        return [[Hypothesis(segment.text)] for segment in segments]
