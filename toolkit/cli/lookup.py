"""``nazva lookup``: what place is this, in any language, spelling or grammatical form."""

from __future__ import annotations

import json
from typing import Annotated

import typer

from toolkit.cli._console import err, say
from toolkit.glossary.index import Index, open_index
from toolkit.glossary.lookup import Answer, as_json, lookup
from toolkit.glossary.model import Name
from toolkit.languages import Language, parse_language

EXAMPLES = """
Examples:

    nazva lookup Лисичанську
    nazva lookup "Seversky Donets" --forms
    nazva lookup Artemivsk --json
"""


def register(app: typer.Typer) -> None:
    """Add the command."""
    app.command("lookup", epilog=EXAMPLES)(run)


def run(
    term: Annotated[str, typer.Argument(help="A name, in any form or spelling.")],
    lang: Annotated[list[str] | None, typer.Option("--lang", help="Search only names of this language.")] = None,
    forms: Annotated[bool, typer.Option("--forms", help="Show all grammatical forms.")] = False,
    as_json_: Annotated[bool, typer.Option("--json", help="Print JSON.")] = False,
) -> None:
    """Look a name up: the place, all its names with their status and dates, and where it is.

    Exit code 1 when nothing is found.
    """
    index = open_index()
    languages = [parse_language(language) for language in lang] if lang else list(Language)
    answers = lookup(term, index, languages)
    if as_json_:
        print(json.dumps([as_json(answer, index) for answer in answers], ensure_ascii=False, indent=2))
    else:
        _show(term, answers, index, forms)
    if not answers or answers[0].near:
        raise typer.Exit(1)


def _show(term: str, answers: list[Answer], index: Index, forms: bool) -> None:
    if not answers:
        err().print(f"nothing is known by {term!r}, and nothing near it")
        return
    if answers[0].near:
        err().print(f"{term!r} is not a known name; near it:")
    for number, answer in enumerate(answers):
        if number:
            say()
        _show_place(answer, index, forms)


def _show_place(answer: Answer, index: Index, forms: bool) -> None:
    place = answer.place
    official = " / ".join(index.official(place.id, language).text for language in Language)
    say(official, style="bold")
    say(f"  {', '.join([place.kind, *answer.parents])}")
    if answer.near:
        say(f"  near: {answer.near}")
    for reading in answer.readings:
        name = index.name(reading.name)
        what = "adjective of" if reading.is_adjective else "form of"
        if name.language is not Language.EN:
            say(f"  {what} {name.text} ({name.language}): {', '.join(sorted(map(str, reading.cases)))}")
    for name in answer.names:
        say(f"  {name.language}  {name.text:<24} {_status(name)}".rstrip())
        if forms and name.language is not Language.EN:
            table = "; ".join(f"{case} {'/'.join(found)}" for case, found in index.forms(name).items())
            say(f"      {table}")
            if name.adjective:
                say(f"      adjective {name.adjective}")
    numbers = [f"{place.latitude}, {place.longitude}"] if place.latitude is not None else []
    numbers += [f"population {place.population}"] if place.population else []
    say(f"  {'; '.join([*numbers, place.id, f'source {place.source}'])}", style="dim")


def _status(name: Name) -> str:
    years = f" since {name.since}" if name.since else ""
    years += f" until {name.until}" if name.until else ""
    return f"{name.status}{years}"
