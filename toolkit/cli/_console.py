"""What the commands share: consoles, reading an input, choosing languages."""

from __future__ import annotations

import datetime
import os
import re
import sys
import tomllib
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

from toolkit.documents.read import decode, read_text
from toolkit.engines.base import Progress
from toolkit.errors import InputError, LanguageError
from toolkit.languages import Language, parse_language
from toolkit.text.detect import detect_language

if TYPE_CHECKING:
    from rich.console import Console

STDIN = "-"


def say(text: str = "", style: str = "") -> None:
    """Print a line on standard output, styled when that is a terminal (rich is loaded only then)."""
    if sys.stdout.isatty():
        out().print(text, style=style)
    else:
        print(text)


def out() -> Console:
    """The console of standard output; no markup, so that brackets in texts stay as they are."""
    from rich.console import Console

    return Console(markup=False, highlight=False, emoji=False, soft_wrap=not sys.stdout.isatty())


def err() -> Console:
    """The console of standard error."""
    from rich.console import Console

    return Console(stderr=True, markup=False, highlight=False, emoji=False)


def read_input(file: str, encoding: str | None) -> str:
    """The text of a file, or of standard input for ``-``."""
    if file == STDIN:
        return decode(sys.stdin.buffer.read(), "standard input", encoding)[0]
    return read_text(Path(file), encoding)[0]


def language_of(text: str, given: str | None, what: str, option: str) -> Language:
    """The language asked for, or the one the text is in; raises LanguageError when neither is known."""
    if given:
        return parse_language(given)
    found = detect_language(text)
    if found is None:
        raise LanguageError(f"{what}: the language cannot be told; say it with {option} en, uk or ru")
    return found


def parse_date(text: str) -> str:
    """A date given as YYYY, YYYY-MM or YYYY-MM-DD, or nothing; raises InputError for anything else."""
    if text:
        try:
            if not re.fullmatch(r"\d{4}(-\d\d){0,2}", text):
                raise ValueError
            datetime.date.fromisoformat((text + "-01-01")[:10])
        except ValueError as error:
            raise InputError(f"{text!r} is no date: write it as 2022-07-04") from error
    return text


def known_date(file: str) -> str:
    """The date that a SOURCE.toml beside the file gives, or nothing."""
    beside = Path(file).with_name("SOURCE.toml")
    if file == STDIN or not beside.is_file():
        return ""
    try:
        return str(tomllib.loads(beside.read_text(encoding="utf-8")).get("date", ""))
    except (tomllib.TOMLDecodeError, UnicodeDecodeError) as error:
        raise InputError(f"{beside}: cannot be read ({error})") from error


@contextmanager
def progress_bar(label: str, total: Callable[[], int]) -> Iterator[Progress | None]:
    """A bar on standard error when that is a terminal; None otherwise, and then nothing is counted."""
    if not sys.stderr.isatty() or os.environ.get("TERM") == "dumb":
        yield None
        return
    from rich.progress import BarColumn, MofNCompleteColumn, TextColumn, TimeRemainingColumn
    from rich.progress import Progress as Bar

    columns = (TextColumn("{task.description}"), BarColumn(), MofNCompleteColumn(), TimeRemainingColumn())
    with Bar(*columns, console=err(), transient=True) as bar:
        task = bar.add_task(label, total=total())
        yield lambda count: bar.advance(task, count)
