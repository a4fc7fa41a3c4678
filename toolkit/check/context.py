"""What a rule sees: the text, the places it names, and for a translation the same of its source."""

from __future__ import annotations

import re
from bisect import bisect_right
from dataclasses import dataclass
from functools import cached_property

from toolkit.check.lines import Lines
from toolkit.check.runs import CapitalRun, capital_runs
from toolkit.documents.model import Block, Document
from toolkit.glossary.index import Index
from toolkit.glossary.match import Matcher
from toolkit.glossary.mention import Mention
from toolkit.languages import Language
from toolkit.text.urls import find_urls

_AROUND_ADDRESS = "/.@_=?&%#:~+\\"  # what stands beside a word inside an address
_NEAR = 300  # code points: how far the ends of an address are looked for
_SPACE = re.compile(r"\s")


@dataclass(frozen=True)
class CheckedText:
    """A document in a language, with what is found in it; everything is computed once, when first asked for."""

    document: Document
    language: Language
    index: Index

    @property
    def text(self) -> str:
        """The document's text; all offsets are in it (code points, half-open)."""
        return self.document.text

    @property
    def blocks(self) -> tuple[Block, ...]:
        """The stretches of running text; nothing is reported outside."""
        return self.document.blocks

    @cached_property
    def mentions(self) -> tuple[Mention, ...]:
        """Every place named in running text, in order; the whole text decided between places of one name."""
        found = Matcher(self.index).find(self.text, self.language)
        return tuple(mention for mention in found if self.is_prose(mention.start, mention.end))

    @cached_property
    def capital_runs(self) -> tuple[CapitalRun, ...]:
        """Capitalised words, and runs of them, that are no part of a place found, in order."""
        taken = [(mention.start, mention.end) for mention in self.mentions]
        return tuple(run for run in capital_runs(self.text, taken) if self.is_prose(run.start, run.end))

    def is_prose(self, start: int, end: int) -> bool:
        """Whether a stretch lies in one block and not in a web or mail address."""
        block = self.block_at(start)
        return block is not None and end <= self.blocks[block].end and not self._in_address(start, end)

    def block_at(self, offset: int) -> int | None:
        """The number of the block an offset lies in or at the end of."""
        number = bisect_right(self._block_starts, offset) - 1
        return number if number >= 0 and offset <= self.blocks[number].end else None

    @cached_property
    def lines(self) -> Lines:
        """The lines of the text."""
        return Lines(self.text)

    @cached_property
    def _block_starts(self) -> list[int]:
        return [block.start for block in self.blocks]

    def _in_address(self, start: int, end: int) -> bool:
        # Searching the whole text for addresses would take longer than all rules together.
        text = self.text
        if (not start or text[start - 1] not in _AROUND_ADDRESS) and text[end : end + 1] not in _AROUND_ADDRESS:
            return False
        before = _SPACE.split(text[max(0, start - _NEAR) : start])[-1]
        after = _SPACE.split(text[end : end + _NEAR])[0]
        first = start - len(before)
        return any(
            first + url.start < end and start < first + url.end for url in find_urls(before + text[start:end] + after)
        )


@dataclass(frozen=True)
class CheckContext(CheckedText):
    """The document to check.

    ``date`` is the ISO date (a year, month or day) its names are to be right for, empty for today. ``source`` is what
    the document is a translation of, None when it is checked by itself.
    """

    date: str = ""
    source: CheckedText | None = None
