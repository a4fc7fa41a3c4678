"""Texts split into sentences, for English, Ukrainian and Russian.

Only a stop (``. ? ! …``) before white space, or a new line before a list marker, may end a sentence inside a paragraph;
the rules in ``sentence_rules`` decide which do. A blank line always ends one; a single line break is a space.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from toolkit.languages import Language
from toolkit.text.sentence_rules import LIST_MARKER, Candidate, Rule, decide
from toolkit.text.spans import Span

_LINE_BREAK = r"(?:\r\n|\r(?!\n)|\n)"
_PARAGRAPH_BREAK = re.compile(rf"{_LINE_BREAK}(?:[^\S\r\n]*{_LINE_BREAK})+|[\u2029\f]")
# Closing signs and footnote marks after the stop belong to the sentence.
# The look-behinds start a run only once, which keeps the time linear.
_CANDIDATE = re.compile(
    rf"(?<![.?!…])(?P<stop>[.?!…]++)(?P<close>[»”“’‘'\")\]}}¹²³⁰⁴-⁹]*+(?:[^\S\r\n]?\[\d{{1,3}}\])*)(?P<gap>\s+)"
    rf"|(?<![^\S\r\n])[^\S\r\n]*+{_LINE_BREAK}\s*(?={LIST_MARKER})"
)


@dataclass(frozen=True, slots=True)
class Decision:
    """What was decided at one place where a sentence could end.

    ``start`` and ``end`` are the white space between the two sides (code points, half-open); ``rule`` is the name
    of the rule that decided and ``reason`` its explanation.
    """

    start: int
    end: int
    split: bool
    rule: str
    reason: str
    left: str
    right: str

    def __str__(self) -> str:
        """``left | right  rule: reason``, with ``+`` in place of ``|`` where the sides were joined."""
        return f"{self.left} {'|' if self.split else '+'} {self.right}  {self.rule}: {self.reason}"


def split_sentences(text: str, language: Language) -> list[Span]:
    """The sentences of a text in order: offsets in code points, half-open, without white space around them.

    Together they cover everything that is not white space. An empty or blank text has none.
    """
    sentences = []
    for paragraph in _paragraphs(text):
        start = paragraph.start
        for candidate, _, split in _decide(text, paragraph, language):
            if split:
                sentences.append(Span(start, candidate.gap_start))
                start = candidate.gap_end
        sentences.append(Span(start, paragraph.end))
    return sentences


def explain(text: str, language: Language) -> list[Decision]:
    """Every place where a sentence could end inside a paragraph, and which rule split or joined there."""
    return [
        Decision(
            start=candidate.gap_start,
            end=candidate.gap_end,
            split=split,
            rule=rule.__name__,
            reason=(rule.__doc__ or "").strip(),
            left=text[max(candidate.sentence_start, candidate.gap_start - 20) : candidate.gap_start],
            right=text[candidate.gap_end : min(paragraph.end, candidate.gap_end + 20)],
        )
        for paragraph in _paragraphs(text)
        for candidate, rule, split in _decide(text, paragraph, language)
    ]


def _paragraphs(text: str) -> Iterator[Span]:
    """The stretches between blank lines, without white space around them; blank ones are left out."""
    start = 0
    for end, following in [*(match.span() for match in _PARAGRAPH_BREAK.finditer(text)), (len(text), len(text))]:
        piece = text[start:end]
        if stripped := piece.strip():
            first = start + len(piece) - len(piece.lstrip())
            yield Span(first, first + len(stripped))
        start = following


def _decide(text: str, paragraph: Span, language: Language) -> Iterator[tuple[Candidate, Rule, bool]]:
    """Each candidate of a paragraph with the rule that decided and whether it splits."""
    sentence_start = paragraph.start
    for match in _CANDIDATE.finditer(text, paragraph.start, paragraph.end):
        candidate = Candidate(
            text=text,
            language=language,
            sentence_start=sentence_start,
            paragraph_end=paragraph.end,
            stop_start=match.start(),
            stop=match["stop"] or "",
            closing=match["close"] or "",
            gap_start=match.start("gap") if match["gap"] else match.start(),
            gap_end=match.end(),
        )
        rule, split = decide(candidate)
        yield candidate, rule, split
        if split:
            sentence_start = candidate.gap_end
