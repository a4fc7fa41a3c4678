from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from toolkit.errors import GlossaryError
from toolkit.glossary.load import COLUMNS, load_glossary
from toolkit.glossary.validate import validate

SMALL = Path(__file__).parent / "small"


@pytest.fixture
def small(tmp_path: Path) -> Path:
    """A copy of a sound glossary of four places. Files it has no rows for have their header only."""
    folder = tmp_path / "glossary"
    shutil.copytree(SMALL, folder)
    for name, columns in COLUMNS.items():
        if not (folder / name).exists():
            (folder / name).write_text("\t".join(columns) + "\n", encoding="utf-8")
    return folder


@pytest.fixture
def problems(small: Path):
    """What `nazva glossary validate` would say of the copy, with file names relative to it."""

    def check() -> list[str]:
        try:
            found = validate(load_glossary(small), small)
        except GlossaryError as error:
            found = [str(error)]
        return [problem.replace(f"{small}/", "") for problem in found]

    return check
