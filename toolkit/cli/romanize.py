"""``nazva romanize``: Cyrillic to Latin letters by a published system."""

from __future__ import annotations

import sys
from typing import Annotated

import typer

from toolkit.cli._console import STDIN, read_input
from toolkit.romanise.api import romanise
from toolkit.romanise.systems import SYSTEMS

EXAMPLES = """
Examples:

    nazva romanize "Згурівка, Лисичанськ"                  Zghurivka, Lysychansk
    nazva romanize "Подъездной" --system bgn-ru
    nazva romanize --list
"""


def register(app: typer.Typer) -> None:
    """Add the command."""
    app.command(epilog=EXAMPLES)(romanize)


def romanize(
    text: Annotated[str, typer.Argument(help="The text, or - for standard input.")] = STDIN,
    system: Annotated[str, typer.Option(help="The system; --list shows all.")] = "kmu55",
    list_: Annotated[bool, typer.Option("--list", help="List the systems.")] = False,
) -> None:
    """Write Cyrillic names in Latin letters."""
    if list_:
        for known in SYSTEMS.values():
            print(f"{known.name:<12} {known.language or 'uk, ru':<7} {known.title}")
        return
    given = read_input(STDIN, None) if text == STDIN else text
    sys.stdout.write(romanise(given, system) + ("" if given.endswith("\n") else "\n"))
