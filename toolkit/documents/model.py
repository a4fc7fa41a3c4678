"""A document: its text, and the stretches of it that are to be translated."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from enum import StrEnum


class BlockKind(StrEnum):
    """What a block is part of."""

    PARAGRAPH = "paragraph"
    HEADING = "heading"
    LIST = "list"
    TABLE = "table"
    QUOTE = "quote"


@dataclass(frozen=True, slots=True)
class Block:
    """A translatable stretch of a document, without white space around it.

    ``start`` and ``end`` are offsets in the document's text (code points, half-open). ``text`` is what to translate; it
    differs from ``document.text[start:end]`` where the format writes signs in its own way (``&amp;``, a wrapped line);
    then ``offsets`` has for each of its code points the offset in the document's text.
    """

    start: int
    end: int
    text: str
    kind: BlockKind = BlockKind.PARAGRAPH
    offsets: tuple[int, ...] = ()

    def offset(self, position: int) -> int:
        """Where a code point of ``text``, or its end, lies in the document's text."""
        if not self.offsets:
            return self.start + position
        return self.offsets[position] if position < len(self.offsets) else self.end


def as_it_is(block: Block, text: str) -> str:
    """The text unchanged: how a format without markup writes it."""
    return text


@dataclass(frozen=True, slots=True)
class Document:
    """The text of a document and its blocks, in order and not overlapping; everything else is never changed.

    ``write`` turns the translation of a block into what the format needs in its place.
    """

    text: str
    blocks: tuple[Block, ...]
    write: Callable[[Block, str], str] = as_it_is

    def __post_init__(self) -> None:
        last = 0
        for block in self.blocks:
            if not last <= block.start < block.end <= len(self.text):
                raise ValueError(f"block {block} is empty, overlaps the one before or leaves the text")
            last = block.end


def render(document: Document, replacements: Mapping[int, str]) -> str:
    """The document with blocks replaced, by their index in ``document.blocks``.

    A block that is not in ``replacements``, or is replaced by its own text, stays exactly as it was written.
    Raises IndexError for an index that no block has.
    """
    if unknown := [index for index in replacements if not 0 <= index < len(document.blocks)]:
        raise IndexError(f"the document has no block {unknown[0]}")
    pieces = []
    last = 0
    for index, block in enumerate(document.blocks):
        replacement = replacements.get(index, block.text)
        if replacement != block.text:
            pieces += [document.text[last : block.start], document.write(block, replacement)]
            last = block.end
    pieces.append(document.text[last:])
    return "".join(pieces)


@dataclass(frozen=True, slots=True)
class Format:
    """A file format: its name, its suffixes (lower case, with the dot) and how its text is read."""

    name: str
    suffixes: tuple[str, ...]
    parse: Callable[[str], Document]
