"""Markdown (CommonMark with tables and strikethrough): the runs of text between markup are blocks.

Code, HTML, addresses, link targets, image paths, reference definitions and front matter are never part of a block. A
text with markup inside (``See **this** page``) is several blocks, so all markup stays where it was written.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import partial
from typing import TYPE_CHECKING

from toolkit.documents.markdown_inline import Char, markdown_parser, runs
from toolkit.documents.model import Block, BlockKind, Document, Format
from toolkit.errors import InputError

if TYPE_CHECKING:
    from markdown_it.token import Token

_LINE_BREAK = re.compile(r"\r\n|\r|\n")
_FRONT_MATTER = re.compile(
    r"\A(?P<fence>---|\+\+\+)[ \t]*(?:\r\n|\r|\n)(?=[^\r\n]*[:=#])(?:[^\r\n]*(?:\r\n|\r|\n))*?"
    r"(?P=fence)[ \t]*(?:\r|\n|\Z)"
)
_KINDS = {
    "heading_open": BlockKind.HEADING,
    "th_open": BlockKind.TABLE,
    "td_open": BlockKind.TABLE,
    "list_item_open": BlockKind.LIST,
    "blockquote_open": BlockKind.QUOTE,
}


def parse_markdown(text: str) -> Document:
    """The document of a Markdown text.

    Raises InputError, naming the line, should a text not be found where the parser says it is.
    """
    front_matter = _FRONT_MATTER.match(text)
    body_start = front_matter.end() if front_matter else 0
    readable = text.replace("\0", "\ufffd")  # as the parser does
    lines = _Lines(readable, body_start)
    blocks = []
    for token, kind in _inline_tokens(markdown_parser().parse(readable[body_start:])):
        try:
            positions = lines.positions(token, kind)
            for run in runs(token.children or [], token.content):
                blocks.append(_block(run, positions, kind))
        except LookupError as error:
            line = text.count("\n", 0, body_start) + (token.map or [0])[0] + 1
            raise InputError(f"line {line}: this Markdown is not understood; try --format text") from error
    return Document(text, tuple(blocks), partial(_escape, text))


def _escape(source: str, block: Block, text: str) -> str:
    """A translation written so that Markdown reads it as text: on one line, its special signs escaped.

    Emphasis glued to a word (``**Київ**ський``) needs a letter on both sides: it is lost if the translation of the part
    inside starts or ends with a sign instead.
    """
    text = re.sub(r"\s*[\r\n]\s*", " ", text).strip()
    text = re.sub(r"[\\*|\[\]]|(?<![^\W_])_|_(?![^\W_])|~(?=~)|<(?=[\w/!?]|$)", r"\\\g<0>", text)
    text = re.sub(r"&(?=#?\w+;)", "&amp;", text).replace("`", "&#96;")  # an escaped backtick still ends code
    # A sign that would start a heading, list, quote or rule.
    text = re.sub(r"^(?:#{1,6}(?=\s|$)|[-+](?=\s|$)|>|[-=](?=[-=\s]*$))", r"\\\g<0>", text)
    if source.startswith("[", block.end):  # the ! of an image
        text = re.sub(r"!$", r"\!", text)
    text = re.sub(r"^(\d{1,9})([.)])(?=\s|$)", r"\1\\\2", text)
    return re.sub(r"(?<!\\)(#+)$", r"\\\1", text) if block.kind is BlockKind.HEADING else text


def _inline_tokens(tokens: list[Token]) -> Iterator[tuple[Token, BlockKind]]:
    """The tokens that hold text, with the kind of the innermost heading, cell, item or quote around them."""
    around = [BlockKind.PARAGRAPH]
    for token in tokens:
        if token.type == "inline":
            yield token, around[-1]
        elif token.nesting:
            if token.nesting > 0:
                around.append(_KINDS.get(token.type, around[-1]))
            else:
                around.pop()


def _block(run: list[Char], positions: list[int], kind: BlockKind) -> Block:
    """A run of the content of an inline token as a block of the document."""
    return Block(
        start=positions[run[0].start],
        end=positions[run[-1].end],
        text="".join(char.text for char in run),
        kind=kind,
        offsets=tuple(positions[char.start] for char in run for _ in char.text),
    )


class _Lines:
    """Finds the content of inline tokens, which the parser strips of indents and markers, in the source."""

    def __init__(self, text: str, start: int) -> None:
        self._text = text
        self._starts = [start, *(match.end() for match in _LINE_BREAK.finditer(text, start))]
        self._ends = [*(match.start() for match in _LINE_BREAK.finditer(text, start)), len(text)]
        self._cell_end = start

    def positions(self, token: Token, kind: BlockKind) -> list[int]:
        """The offset in the text of each character of ``token.content`` and of its end.

        Raises LookupError when the content is not there.
        """
        number, end = token.map or [0, 0]
        if kind is BlockKind.TABLE:
            return self._cell(token.content, number)
        positions: list[int] = []
        for content in token.content.split("\n"):
            found = self._find(content, number)
            while found is None and not positions and number + 1 < end:
                number += 1  # a first line of no-break spaces is dropped
                found = self._find(content, number)
            if found is None:
                raise LookupError(content)
            positions += range(found, found + len(content) + 1)  # with the line break
            number += 1
        return positions

    def _find(self, content: str, number: int) -> int | None:
        """Where a line of content starts, in the line of the text with this number."""
        line = self._text[self._starts[number] : self._ends[number]].rstrip()
        wanted = content.strip()
        # A heading may end in more # signs; any other text ends its line.
        found = len(line) - len(wanted) if line.endswith(wanted) else line.find(wanted)
        return None if found < 0 else self._starts[number] + found - (len(content) - len(content.lstrip()))

    def _cell(self, content: str, line: int) -> list[int]:
        """As ``positions``, for a table cell: after the cell before it, its bars written ``\\|``."""
        after = max(self._cell_end, self._starts[line])
        found = self._text.find(content.replace("|", r"\|"), after, self._ends[line])
        if found < 0:
            raise LookupError(content)
        positions = []
        for sign in content:
            positions.append(found)
            found += 2 if sign == "|" else 1
        self._cell_end = found
        return [*positions, found]


FORMAT = Format("markdown", (".md", ".markdown"), parse_markdown)
