"""The romanisation systems: what they are, and their rules as they stand in ``data/*.tsv``."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import NamedTuple

from toolkit.errors import RomanisationError, at

DATA = Path(__file__).parent / "data"
# Not a system: the table of skeleton.py.
SKELETON = DATA / "skeleton.tsv"


@dataclass(frozen=True, slots=True)
class System:
    """One romanisation system.

    ``language`` is the language it is for, by ISO 639 code: ``uk``, ``ru``, or ``mul`` for both.
    ``source`` names the document that defines it.
    """

    name: str
    language: str
    title: str
    source: str


class Rule(NamedTuple):
    """A letter's Latin spelling where one of ``after`` precedes it and one of ``before`` follows.

    All in lower case. An empty context fits any place; ``^`` in ``after`` is the start of a word.
    """

    after: str
    before: str
    latin: str


# The rules of each letter, the first that fits is used. The key ' stands for every apostrophe.
Rules = Mapping[str, tuple[Rule, ...]]


def rows(path: Path, columns: int) -> Iterator[tuple[int, list[str]]]:
    """The line number (from 1) and the cells of each line of a table that is neither empty nor a comment.

    Raises RomanisationError where a line has another number of cells.
    """
    for number, line in enumerate(path.read_text(encoding="utf-8").splitlines(), 1):
        if not line or line.startswith("#"):
            continue
        cells = line.split("\t")
        if len(cells) != columns:
            raise RomanisationError(at(path, number, f"{columns} cells expected, not {len(cells)}"))
        yield number, cells


def _header(path: Path) -> dict[str, str]:
    """The ``# key: value`` comments at the head of a table."""
    header: dict[str, str] = {}
    for line in path.read_text(encoding="utf-8").splitlines():
        if not line.startswith("#"):
            break
        key, colon, value = line[1:].partition(": ")
        if colon:
            header.setdefault(key.strip(), value.strip())
    return header


@cache
def load_rules(name: str) -> Rules:
    """The rules of a system by its name; those of its ``base``, if it has one, come after its own.

    Raises RomanisationError when the table is broken.
    """
    path = DATA / f"{name}.tsv"
    rules: dict[str, tuple[Rule, ...]] = {}
    for number, (letter, *context) in rows(path, 4):
        rule = Rule(*context)
        if any(rule[:2] == other[:2] for other in rules.get(letter, ())):
            raise RomanisationError(at(path, number, f"a second rule for {letter!r} in the same place"))
        rules[letter] = (*rules.get(letter, ()), rule)
    base = _header(path).get("base")
    if base:
        for letter, more in load_rules(base).items():
            rules[letter] = (*rules.get(letter, ()), *more)
    return rules


@cache
def _systems() -> dict[str, System]:
    """All systems, sorted by name."""
    systems = {}
    for path in sorted(DATA.glob("*.tsv"), key=lambda path: path.stem):
        if path != SKELETON:
            header = _header(path)
            systems[path.stem] = System(path.stem, header["language"], header["title"], header["source"])
    return systems


class _Systems(Mapping[str, System]):
    """Reads the tables when first asked, so that importing the package reads nothing."""

    def __getitem__(self, name: str) -> System:
        return _systems()[name]

    def __iter__(self) -> Iterator[str]:
        return iter(_systems())

    def __len__(self) -> int:
        return len(_systems())


SYSTEMS: Mapping[str, System] = _Systems()
"""Every system by its name, sorted."""


def find(name: str) -> System:
    """The system of that name.

    Raises RomanisationError that lists the known ones.
    """
    try:
        return SYSTEMS[name]
    except KeyError:
        raise RomanisationError(f"unknown romanisation system {name!r}: use {', '.join(SYSTEMS)}") from None
