"""``nazva glossary``: the data itself: validate, stats, format, sample."""

from __future__ import annotations

import random
from collections import Counter
from pathlib import Path
from typing import Annotated

import typer

from toolkit.cli._console import say
from toolkit.errors import InputError
from toolkit.glossary.load import Glossary, load_glossary
from toolkit.glossary.model import Status
from toolkit.glossary.validate import validate
from toolkit.glossary.write import format_glossary
from toolkit.languages import Language
from toolkit.resources import glossary_dir

app = typer.Typer(help="The glossary's data: validate, count, sort and sample it.", no_args_is_help=True)
Folder = Annotated[Path | None, typer.Option("--folder", help="A data folder; the shipped one if absent.")]


def register(root: typer.Typer) -> None:
    """Add the group of commands."""
    root.add_typer(app, name="glossary")


@app.command("validate", epilog="Examples:\n\n    nazva glossary validate --folder glossary")
def run_validate(folder: Folder = None) -> None:
    """Check every row; prints FILE:LINE: problem and exits with 2 when there is one."""
    place = folder or glossary_dir()
    problems = validate(load_glossary(place), place)
    for problem in problems:
        print(problem)
    if problems:
        raise typer.Exit(2)
    print(f"{place}: sound")


@app.command("format", epilog="Examples:\n\n    nazva glossary format --folder glossary")
def run_format(folder: Folder = None) -> None:
    """Sort the files as the policy says."""
    for name in format_glossary(folder or glossary_dir()):
        print(f"sorted {name}")


@app.command(epilog="Examples:\n\n    nazva glossary stats")
def stats(folder: Folder = None) -> None:
    """Print how much the glossary holds."""
    glossary = load_glossary(folder or glossary_dir())
    print(f"{len(glossary.places)} places, {len(glossary.all_names)} names")
    located = sum(place.latitude is not None for place in glossary.places.values())
    print(f"{located / len(glossary.places):.0%} with coordinates")
    _count("kind", Counter(place.kind for place in glossary.places.values()))
    for language in Language:
        names = [name for name in glossary.all_names if name.language is language]
        counted = Counter(str(name.status) for name in names)
        _count(f"{language} names by status", Counter({str(s): counted[str(s)] for s in Status if counted[str(s)]}))
    _count("source of names", Counter(name.source for name in glossary.all_names))


def _count(title: str, counts: Counter[str]) -> None:
    print(f"\n{title}")
    for key, count in counts.most_common():
        print(f"  {count:>6}  {key}")


@app.command(epilog="Examples:\n\n    nazva glossary sample -n 20 --seed 7")
def sample(
    number: Annotated[int, typer.Option("-n", help="How many places.")] = 10,
    seed: Annotated[int | None, typer.Option(help="Seed, to see the same places again.")] = None,
    folder: Folder = None,
) -> None:
    """Print random places with all forms of their names, to be read aloud and judged."""
    glossary = load_glossary(folder or glossary_dir())
    if number > len(glossary.places):
        raise InputError(f"there are {len(glossary.places)} places, {number} cannot be shown")
    for place in random.Random(seed).sample(sorted(glossary.places), number):
        _show(place, glossary)


def _show(place: str, glossary: Glossary) -> None:
    say(f"{glossary.official(place, Language.EN).text} ({glossary.places[place].kind}, {place})", style="bold")
    for name in glossary.names[place]:
        forms = glossary.forms(name)
        shown = " ".join("/".join(found) for found in forms.values()) if name.language is not Language.EN else name.text
        say(f"  {name.language} {name.status}: {shown}{f' · {name.adjective}' if name.adjective else ''}")
