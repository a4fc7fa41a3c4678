"""Reading the glossary's tab-separated files, with the line number of every row."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from toolkit.errors import GlossaryError, at


@dataclass(frozen=True, slots=True)
class Row:
    """One data row: its file, 1-based line, and cells by column name."""

    file: Path
    line: int
    cells: dict[str, str]

    def __getitem__(self, column: str) -> str:
        return self.cells[column]

    def problem(self, message: str) -> str:
        """``FILE:LINE: message``."""
        return at(self.file, self.line, message)


def read_table(file: Path, columns: tuple[str, ...]) -> Iterator[Row]:
    """The rows of a TSV file whose header must be exactly ``columns``.

    Raises GlossaryError naming file and line for a missing file, a wrong header, a wrong number of
    cells, an empty line, text that is not UTF-8 or not NFC, or stray spaces around a cell.
    """
    try:
        data = file.read_bytes()
        text = data.decode("utf-8")
    except FileNotFoundError as error:
        raise GlossaryError(f"{file}: the glossary has no such file") from error
    except UnicodeDecodeError as error:
        broken = data.count(b"\n", 0, error.start) + 1
        raise GlossaryError(at(file, broken, f"byte 0x{data[error.start]:02x} is not UTF-8")) from error
    lines = text.split("\n")
    if lines.pop() != "":
        raise GlossaryError(at(file, len(lines) + 1, "the last line must end with a newline"))
    if not lines or tuple(lines[0].split("\t")) != columns:
        raise GlossaryError(at(file, 1, f"the header must be {' '.join(columns)}, separated by tabs"))
    for number, line in enumerate(lines[1:], start=2):
        cells = line.split("\t")
        if len(cells) != len(columns):
            raise GlossaryError(at(file, number, f"{len(cells)} cells, expected {len(columns)}"))
        if not unicodedata.is_normalized("NFC", line):
            raise GlossaryError(at(file, number, "the text is not in Unicode normal form C (NFC)"))
        if any(cell != cell.strip() or "\r" in cell for cell in cells):
            raise GlossaryError(at(file, number, "a cell begins or ends with white space"))
        yield Row(file, number, dict(zip(columns, cells, strict=True)))
