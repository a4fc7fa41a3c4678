"""``nazva translate``: an article into one or more languages, with a report on every name."""

from __future__ import annotations

import json
import os
import sys
from functools import partial
from pathlib import Path
from typing import Annotated

import typer

from toolkit.cli._console import STDIN, err, known_date, language_of, parse_date, progress_bar, read_input
from toolkit.documents.formats import open_document
from toolkit.documents.write import make_folder, write_text
from toolkit.engines.registry import open_engine
from toolkit.errors import InputError, LanguageError
from toolkit.glossary.index import open_index
from toolkit.languages import Language, parse_language
from toolkit.translate.pipeline import count_sentences, translate_document
from toolkit.translate.report import Action, Translation

EXAMPLES = """
Examples:

    nazva translate article.txt --to uk                      to standard output
    nazva translate article.en.txt --to uk --to ru -o out/   article.uk.txt and article.ru.txt
    nazva translate - --from ru --to uk < article.txt
"""


def register(app: typer.Typer) -> None:
    """Add the command."""
    app.command(epilog=EXAMPLES)(translate)


def translate(
    file: Annotated[str, typer.Argument(help="A .txt or .md file, or - for standard input.", metavar="FILE|-")],
    to: Annotated[list[str], typer.Option("--to", help="Target language: en, uk, ru. May be repeated.")],
    source: Annotated[str | None, typer.Option("--from", help="Source language; told from the text if absent.")] = None,
    output: Annotated[
        str | None, typer.Option("-o", "--output", help="File to write, or a folder (made if it ends in /).")
    ] = None,
    engine: Annotated[str, typer.Option(help="auto, copy, the code of a package, or a package folder.")] = "auto",
    report: Annotated[Path | None, typer.Option(help="Write the name report as JSON.")] = None,
    date: Annotated[
        str, typer.Option(help="Date of the article (ISO): places get their names of that day. Default: SOURCE.toml.")
    ] = "",
    text_format: Annotated[
        str | None, typer.Option("--format", help="txt or md; told from the name if absent.")
    ] = None,
    encoding: Annotated[
        str | None, typer.Option(help="Encoding of the file; UTF-8 or a byte order mark if absent.")
    ] = None,
    threads: Annotated[int, typer.Option(help="Threads of the model; 0 for all cores.")] = 0,
    strict: Annotated[bool, typer.Option("--strict", help="Exit with 1 when a name is left unresolved.")] = False,
    quiet: Annotated[bool, typer.Option("-q", "--quiet", help="No name report on standard error.")] = False,
) -> None:
    """Translate an article; every place comes out under its curated name, in the right case.

    The translation goes to standard output or to -o, the report on the names to standard error.
    """
    text = read_input(file, encoding)
    document = open_document(text, "stdin.txt" if file == STDIN else file, text_format)
    source_language = language_of(text, source, file, "--from")
    targets = list(dict.fromkeys(parse_language(language) for language in to))
    _check(source_language, targets, output)
    paths = [_path(output, file, source_language, target, len(targets) > 1) for target in targets]
    day = parse_date(date) or known_date(file)
    total = partial(count_sentences, document, source_language)
    results = []
    for target in targets:
        opened = open_engine(engine, source_language, target, threads)
        with progress_bar(f"{source_language} → {target}", total) as progress:
            results.append(
                translate_document(
                    document,
                    source_language,
                    target,
                    opened,
                    open_index(),
                    date=day,
                    progress=progress,
                )
            )
    _write(results, paths, report, output is not None and _is_folder(output, len(targets) > 1))
    if not quiet:
        for path, result in zip(paths, results, strict=True):
            show_report(result, path)
    if strict and any(result.unresolved for result in results):
        raise typer.Exit(1)


def _check(source: Language, targets: list[Language], output: str | None) -> None:
    if source in targets:
        raise LanguageError(f"the text is in {source}: source and target language must differ")
    if len(targets) > 1 and output is None:
        raise InputError("several target languages need a folder to write to: add -o FOLDER/")


def _path(output: str | None, file: str, source: Language, target: Language, many: bool) -> Path | None:
    """Where a translation goes: ``article.en.txt`` → ``FOLDER/article.uk.txt``."""
    if output is None:
        return None
    folder = Path(output)
    if not _is_folder(output, many):
        return folder
    if folder.exists() and not folder.is_dir():
        raise InputError(f"{folder}: is a file, several translations need a folder")
    name = Path("stdin.txt" if file == STDIN else file)
    return folder / f"{name.stem.removesuffix(f'.{source}')}.{target}{name.suffix}"


def _is_folder(output: str, many: bool) -> bool:
    """Whether -o names a folder, there or to be made."""
    return many or output.endswith(("/", os.sep)) or Path(output).is_dir()


def _write(results: list[Translation], paths: list[Path | None], report: Path | None, make: bool) -> None:
    """Write everything, or nothing when a place to write to is missing."""
    if report is not None and not report.resolve().parent.is_dir():
        raise InputError(f"{report}: its folder does not exist")
    for path, result in zip(paths, results, strict=True):
        if path is None:
            sys.stdout.write(result.text)
            continue
        if make:
            make_folder(path.parent)
        write_text(path, result.text)
    if report is not None:
        write_text(report, json.dumps([r.as_json() for r in results], ensure_ascii=False, indent=2) + "\n")


def show_report(result: Translation, path: Path | None) -> None:
    """The name report as a table on standard error: one line for each name and rendering."""
    from rich.table import Table

    console = err()
    where = f" → {path}" if path else ""
    console.print(f"{result.source} → {result.target} ({result.engine}){where}")
    table = Table(box=None, pad_edge=False, header_style="bold")
    for column in ("source", "name", "written", "action", "times"):
        table.add_column(column, overflow="fold")
    rows: dict[tuple[str, str, str, Action], int] = {}
    for name in result.names:
        key = (name.source_text, name.target_name, name.target_text, name.action)
        rows[key] = rows.get(key, 0) + 1
    for (source, target, written, action), times in rows.items():
        style = {Action.UNRESOLVED: "bold red", Action.REPAIRED: "yellow"}.get(action, "")
        table.add_row(source, target, written or "–", str(action), str(times), style=style)
    if rows:
        console.print(table)
    console.print(", ".join(f"{count} {action}" for action, count in result.counts.items()))
    for warning in result.warnings:
        console.print(f"look at this: {warning}", style="yellow")
