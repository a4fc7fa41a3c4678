"""Plain text: every line is a block."""

from __future__ import annotations

import re

from toolkit.documents.model import Block, Document, Format

# Every sign that ends a line somewhere; what is between two of them is a line.
_LINE = re.compile(r"[^\r\n\v\f\x1c-\x1e\x85\u2028\u2029]+")


def parse_plain(text: str) -> Document:
    """The document of a plain text: one block a line that has a letter, without the white space around it.

    Line ends of any kind, blank lines, indentation and a missing last line end stay as they are. Lines are not joined,
    so a paragraph wrapped by hand is translated line by line.
    """
    blocks = []
    for match in _LINE.finditer(text):
        line = match[0].strip()
        if any(map(str.isalpha, line)):
            start = match.start() + len(match[0]) - len(match[0].lstrip())
            blocks.append(Block(start, start + len(line), line))
    return Document(text, tuple(blocks), _one_line)


def _one_line(block: Block, text: str) -> str:
    """A translation on one line, so that the number of lines stays."""
    return " ".join(_LINE.findall(text)).strip()


FORMAT = Format("text", (".txt", ".text"), parse_plain)
