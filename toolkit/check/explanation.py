"""The docstring of a rule, in its parts: what the docs and ``--explain`` show and the tests run.

::

    One line that says what is reported.

    What: in which cases, and in which not.

    Why: the harm it does.

    Bad:
        en: A text that is reported.
        uk 2023-05-01: A text that is reported, of that day.
        en: A source => uk: A translation that is reported.

    Good:
        en: A text that is not.
"""

from __future__ import annotations

import inspect
import re
from dataclasses import dataclass

from toolkit.languages import Language

_SECTION = re.compile(r"^(What|Why|Bad|Good):", re.MULTILINE)
_EXAMPLE = re.compile(
    r"(?:(?P<source_language>en|uk|ru): (?P<source>.+?) => )?"
    r"(?P<language>en|uk|ru)(?: (?P<date>\d{4}(?:-\d\d){0,2}))?: (?P<text>.+)"
)


@dataclass(frozen=True, slots=True)
class Example:
    """A text that is reported or is not. ``source`` and its language are empty unless it is a translation."""

    language: Language
    text: str
    date: str = ""
    source_language: Language | None = None
    source: str = ""

    def __str__(self) -> str:
        """As it is written in a docstring."""
        source = f"{self.source_language}: {self.source} => " if self.source_language else ""
        return f"{source}{self.language}{' ' if self.date else ''}{self.date}: {self.text}"


@dataclass(frozen=True, slots=True)
class Explanation:
    """What a rule reports, in which cases, why, and examples of both kinds."""

    summary: str
    what: str
    why: str
    bad: tuple[Example, ...]
    good: tuple[Example, ...]


def parse_explanation(docstring: str) -> Explanation:
    """Read the docstring of a rule; ValueError says which part is missing or cannot be read."""
    summary, *rest = _SECTION.split(inspect.cleandoc(docstring))
    parts = dict(zip(rest[::2], rest[1::2], strict=True))
    if missing := [name for name in ("What", "Why", "Bad", "Good") if not parts.get(name, "").strip()]:
        raise ValueError(f"the docstring {summary.strip()!r} has no {missing[0]} section")
    return Explanation(
        summary=_one_line(summary),
        what=_one_line(parts["What"]),
        why=_one_line(parts["Why"]),
        bad=_examples(parts["Bad"]),
        good=_examples(parts["Good"]),
    )


def _one_line(text: str) -> str:
    return " ".join(text.split())


def _examples(text: str) -> tuple[Example, ...]:
    return tuple(_example(line.strip()) for line in text.splitlines() if line.strip())


def _example(line: str) -> Example:
    match = _EXAMPLE.fullmatch(line)
    if match is None:
        raise ValueError(f"an example is `LANGUAGE [DATE]: TEXT`, not {line!r}")
    source_language = Language(match["source_language"]) if match["source_language"] else None
    return Example(
        Language(match["language"]), match["text"], match["date"] or "", source_language, match["source"] or ""
    )
