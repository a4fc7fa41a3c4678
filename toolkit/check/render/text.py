"""For people: the place, the message, the line with the words marked, and what to write instead.

::

    article.md:3:16: warning deprecated-name Kiev is deprecated (from Russian Киев): write Kyiv
      | The embassy in Kiev has opened.
      |                ^^^^ Kyiv

Colours only on a terminal, and not if ``NO_COLOR`` is set.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from typing import TextIO

from rich.cells import cell_len

from toolkit.check.finding import Finding, Severity
from toolkit.check.lines import Lines
from toolkit.check.render import CheckedFile
from toolkit.check.render._visible import visible

WIDTH = 100  # terminal cells of a line that are shown
BEFORE = 40  # of these, at most so many before the finding
_STYLES = {Severity.ERROR: "bold red", Severity.WARNING: "yellow", Severity.INFO: "cyan"}
_MARGIN = ("  | ", "dim")

Line = list[tuple[str, str]]  # pieces of text with their styles


def render(files: Iterable[CheckedFile], stream: TextIO) -> None:
    """Write the findings of some files, and how many there are."""
    write = _coloured(stream) if stream.isatty() else _plain(stream)
    found = checked = 0
    for file in files:
        lines = Lines(file.text)
        for finding in file.findings:
            for line in _lines_of(file, finding, lines):
                write([(visible(text), style) for text, style in line])
        found, checked = found + len(file.findings), checked + 1
    write([(f"{_counted(found, 'finding')} in {_counted(checked, 'file')}", "bold")])


def _plain(stream: TextIO) -> Callable[[Line], None]:
    def write(line: Line) -> None:
        stream.write("".join(text for text, _ in line).rstrip() + "\n")

    return write


def _coloured(stream: TextIO) -> Callable[[Line], None]:
    from rich.console import Console  # slow to import
    from rich.text import Text

    console = Console(file=stream, highlight=False)

    def write(line: Line) -> None:
        console.print(Text.assemble(*line), soft_wrap=True)

    return write


def _lines_of(file: CheckedFile, finding: Finding, lines: Lines) -> Iterator[Line]:
    """The message, the marked line and the marks; no line where nothing of it can be marked."""
    yield [
        (f"{file.path}:{finding.line}:{finding.column}: ", "bold"),
        (finding.severity, _STYLES[finding.severity]),
        (f" {finding.rule} ", "bold"),
        (finding.message, ""),
    ]
    start, end = lines.bounds(finding.line)
    if start == end:
        return
    first, last = _window(file.text, start, end, finding.start)
    marked = visible(file.text[finding.start : min(finding.end, last)])
    before = visible(file.text[first : finding.start])
    yield [
        _MARGIN,
        (before, ""),
        (marked, _STYLES[finding.severity]),
        (file.text[finding.start + len(marked) : last], ""),
    ]
    yield [
        _MARGIN,
        (" " * cell_len(before), ""),
        ("^" * max(1, cell_len(marked)), _STYLES[finding.severity]),
        (" " + ", ".join(finding.suggestions), "green"),
    ]


def _window(text: str, start: int, end: int, offset: int) -> tuple[int, int]:
    """The part of the line ``text[start:end]`` to show: at most ``WIDTH`` cells, ``offset`` among them."""
    first = offset
    cells = 0
    while first > start and cells < BEFORE:
        first -= 1
        cells += cell_len(visible(text[first]))
    last = offset
    while last < end and cells < WIDTH:
        cells += cell_len(visible(text[last]))
        last += 1
    while last < end and not cell_len(visible(text[last])):  # the marks of the last letter
        last += 1
    return first, last


def _counted(number: int, noun: str) -> str:
    return f"{number} {noun}{'' if number == 1 else 's'}"
