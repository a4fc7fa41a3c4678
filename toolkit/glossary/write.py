"""Write the glossary's files in their one order, so that a diff shows facts and nothing else."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from pathlib import Path

from toolkit.documents.write import write_text
from toolkit.errors import GlossaryError
from toolkit.glossary.load import COLUMNS
from toolkit.glossary.model import Status
from toolkit.glossary.tsv import Row, read_table
from toolkit.languages import Language

_LANGUAGES = [str(language) for language in Language]
_STATUSES = [str(status) for status in Status]
_GENDERS = ["m", "f", "n", "pl"]

ORDER: dict[str, Callable[[Row], tuple[object, ...]]] = {
    "places.tsv": lambda row: (row["id"],),
    "names.tsv": lambda row: (
        row["place"], _LANGUAGES.index(row["language"]), _STATUSES.index(row["status"]), row["name"],
    ),
    "forms.tsv": lambda row: (row["place"], _LANGUAGES.index(row["language"]), row["name"], row["case"]),
    "kinds.tsv": lambda row: (row["kind"],),
    "sources.tsv": lambda row: (row["key"],),
    "senses.tsv": lambda row: (_LANGUAGES.index(row["language"]), row["name"], row["sense"]),
    "adjectives.tsv": lambda row: (row["language"], row["ending"]),
    "paradigms.uk.tsv": lambda row: (_GENDERS.index(row["gender"]), row["model"]),
    "paradigms.ru.tsv": lambda row: (_GENDERS.index(row["gender"]), row["model"]),
}  # fmt: skip
"""File name -> the key its rows are sorted by."""


def _key(key: Callable[[Row], tuple[object, ...]], row: Row) -> tuple[object, ...]:
    try:
        return key(row)
    except ValueError as error:
        raise GlossaryError(row.problem(str(error))) from error


def format_glossary(folder: Path, *more: Path) -> list[str]:
    """Sort the files of a folder, taking in the rows of further folders; the names of the files changed.

    Raises GlossaryError when a row cannot be read; nothing is written then.
    """
    texts = {}
    for name, key in ORDER.items():
        files = [folder / name, *(place / name for place in more if (place / name).exists())]
        rows = sorted((row for file in files for row in read_table(file, COLUMNS[name])), key=partial(_key, key))
        lines = ["\t".join(COLUMNS[name]), *("\t".join(row.cells.values()) for row in rows)]
        texts[name] = "\n".join(dict.fromkeys(lines)) + "\n"
    changed = [name for name, text in texts.items() if (folder / name).read_text(encoding="utf-8") != text]
    for name in changed:
        write_text(folder / name, texts[name])
    return changed
