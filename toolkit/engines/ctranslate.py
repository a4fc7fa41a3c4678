"""Run a package on CTranslate2: the only door to ``ctranslate2`` and ``sentencepiece``."""

from __future__ import annotations

import os
import re
from collections.abc import Sequence

import ctranslate2
import sentencepiece

from toolkit.engines.argos import Package
from toolkit.engines.base import Hint, Hypothesis, Progress, Segment
from toolkit.errors import EngineError
from toolkit.languages import Language

SPACE = "▁"
# The model is trained on one kind of quotation mark and apostrophe; each replacement keeps the length.
_QUOTES = str.maketrans({"“": '"', "”": '"', "„": '"', "‟": '"', "\u00a0": " ", "\u202f": " "})
_APOSTROPHE = re.compile(r"(?<=\w)[’ʼ`´‘](?=\w)")
BATCH_TOKENS = 2048
BEAM = 4


class CTranslateEngine:
    """An opened package. Threads: all cores unless ``threads`` is given."""

    def __init__(self, package: Package, threads: int = 0) -> None:
        """Load the model; raises EngineError when its files are truncated or of another format."""
        self.package = package
        self.name = package.code
        self.understands_hints = len(package.hint_marks) == 2
        try:
            self._pieces = sentencepiece.SentencePieceProcessor(model_file=str(package.path / "sentencepiece.model"))
            self._translator = ctranslate2.Translator(
                str(package.path / "model"), device="cpu", compute_type="int8",
                inter_threads=1, intra_threads=threads or os.cpu_count() or 1,
            )  # fmt: skip
        except (RuntimeError, OSError, ValueError) as error:
            reason = str(error).strip().splitlines()[0]
            raise EngineError(f"{package.path}: the model cannot be loaded ({reason}); install it again") from error

    def translate(
        self,
        segments: Sequence[Segment],
        source: Language,
        target: Language,
        *,
        hypotheses: int = 1,
        progress: Progress | None = None,
    ) -> list[list[Hypothesis]]:
        """See ``Engine``. One CTranslate2 call for all segments, batched there by length."""
        if (source, target) not in self.package.directions:
            raise EngineError(f"{self.name} does not translate {source} to {target}")
        encoded = [self._encode(segment, target) for segment in segments]
        prefix = self._pieces.encode(self.package.target_prefix, out_type=str) if self.package.target_prefix else []
        results = self._translator.translate_iterable(
            [pieces for pieces, _ in encoded],
            target_prefix=[prefix] * len(encoded) if prefix else None,
            max_batch_size=BATCH_TOKENS,
            batch_type="tokens",
            beam_size=max(BEAM, hypotheses),
            num_hypotheses=hypotheses,
            max_decoding_length=256,
            no_repeat_ngram_size=4,  # a small model may loop on short input
            return_scores=True,
            return_attention=True,
            replace_unknowns=True,
        )
        out = []
        for (_, spans), result in zip(encoded, results, strict=True):
            out.append([
                self._decode(pieces[len(prefix) :], score, attention[len(prefix) :], spans)
                for pieces, score, attention in zip(result.hypotheses, result.scores, result.attention, strict=True)
            ])  # fmt: skip
            if progress is not None:
                progress(1)
        return out

    def _encode(self, segment: Segment, target: Language) -> tuple[list[str], list[tuple[int, int]]]:
        """Source pieces, and the span of each in the segment's text (hint pieces have the name's span)."""
        text = _APOSTROPHE.sub("'", segment.text).translate(_QUOTES)
        pieces: list[str] = []
        spans: list[tuple[int, int]] = []
        tag = self.package.source_tags.get(str(target))
        if tag:
            pieces.append(tag)
            spans.append((0, 0))
        done = 0
        for hint in sorted(segment.hints, key=lambda h: h.end) if self.understands_hints else ():
            self._append(text, done, hint.end, pieces, spans)
            self._append_hint(hint, pieces, spans)
            done = hint.end
        self._append(text, done, len(text), pieces, spans)
        return pieces, spans

    def _append(self, text: str, start: int, end: int, pieces: list[str], spans: list[tuple[int, int]]) -> None:
        """Encode a stretch of the text; only a stretch after a space or at the start begins a word."""
        part = text[start:end]
        if not part.strip():
            return
        glued = start > 0 and not part[0].isspace()
        found = self._pieces.encode(part, out_type="offset_mapping")
        for k, (piece, (begin, stop)) in enumerate(zip(found["pieces"], found["offsets"], strict=True)):
            surface = piece.removeprefix(SPACE) if k == 0 and glued else piece
            if surface:
                pieces.append(surface)
                spans.append((start + begin, start + stop))

    def _append_hint(self, hint: Hint, pieces: list[str], spans: list[tuple[int, int]]) -> None:
        opening, closing = self.package.hint_marks
        inside = self._pieces.encode(f"{opening}{hint.text}{closing}", out_type=str)
        pieces += inside
        spans += [(hint.start, hint.end)] * len(inside)

    def _decode(
        self, pieces: list[str], score: float, attention: list[list[float]], source_spans: list[tuple[int, int]]
    ) -> Hypothesis:
        text = ""
        spans = []
        for piece in pieces:
            shown = piece.replace(SPACE, " ")
            if not text:
                shown = shown.lstrip(" ")
            spans.append((len(text), len(text) + len(shown)))
            text += shown
        rows = tuple(tuple(row[: len(source_spans)]) for row in attention)
        return Hypothesis(text.rstrip(), score, tuple(source_spans), tuple(spans), rows)
