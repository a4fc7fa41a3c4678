"""``nazva check``: are the names of a document right, current and the same throughout?"""

from __future__ import annotations

import sys
from pathlib import Path
from typing import Annotated

import typer

from toolkit.check.render import CheckedFile, find_renderer
from toolkit.check.rule import load_rules
from toolkit.check.run import check_document
from toolkit.cli._console import STDIN, known_date, language_of, parse_date, read_input
from toolkit.documents.formats import open_document
from toolkit.documents.model import Document
from toolkit.errors import InputError
from toolkit.glossary.index import open_index

EXAMPLES = """
Examples:

    nazva check article.txt
    nazva check article.uk.txt --source article.en.txt
    nazva check *.md --format json --ignore ambiguous-place
"""


def register(app: typer.Typer) -> None:
    """Add the command."""
    app.command(epilog=EXAMPLES)(check)


def check(
    files: Annotated[list[str] | None, typer.Argument(help="Text or Markdown files, or - for standard input.")] = None,
    source: Annotated[Path | None, typer.Option(help="The source that the (one) file translates.")] = None,
    lang: Annotated[str | None, typer.Option("--lang", help="Language; told from the text if absent.")] = None,
    source_lang: Annotated[str | None, typer.Option("--source-lang", help="Language of the source.")] = None,
    output: Annotated[str, typer.Option("--format", help="text or json.")] = "text",
    date: Annotated[
        str, typer.Option(help="Date of the document (ISO). Default: SOURCE.toml beside it, or today.")
    ] = "",
    select: Annotated[list[str] | None, typer.Option(help="Run only this rule. May be repeated.")] = None,
    ignore: Annotated[list[str] | None, typer.Option(help="Leave this rule out. May be repeated.")] = None,
    encoding: Annotated[str | None, typer.Option(help="Encoding of the files.")] = None,
    list_rules: Annotated[bool, typer.Option("--list-rules", help="List the rules and stop.")] = False,
) -> None:
    """Check documents for wrong, outdated and inconsistent names.

    Exit code 0 without findings, 1 with findings of severity warning or error, 2 when a file cannot be read.
    """
    if list_rules:
        for rule in load_rules():
            print(f"{rule.id:<22} {rule.severity:<8} {rule.explanation.summary}")
        return
    if not files:
        raise InputError("no file to check: name one, or - for standard input")
    if source is not None and len(files) != 1:
        raise InputError(f"--source compares one file with its source, {len(files)} were given")
    render = find_renderer(output)
    original = _document(str(source), encoding) if source else None
    original_language = language_of(original.text, source_lang, str(source), "--source-lang") if original else None
    checked = []
    for file in files:
        document = _document(file, encoding)
        findings = check_document(
            document,
            language_of(document.text, lang, file, "--lang"),
            open_index(),
            date=parse_date(date) or known_date(file),
            source=original,
            source_language=original_language,
            select=select or (),
            ignore=ignore or (),
        )
        checked.append(CheckedFile(file, document.text, tuple(findings)))
    render(checked, sys.stdout)
    if any(finding.severity != "info" for file in checked for finding in file.findings):
        raise typer.Exit(1)


def _document(file: str, encoding: str | None) -> Document:
    return open_document(read_input(file, encoding), "stdin.txt" if file == STDIN else file)
