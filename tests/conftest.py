"""What all tests share: the compiled glossary, kept between runs, and cases as data files.

``@pytest.mark.cases("cases/lookup.tsv")`` runs a test once for each row of a TSV file beside it: the header names
the arguments, the column ``label`` the case. ``\\n``, ``\\r``, ``\\t`` and ``\\uXXXX`` in a cell are what they say.
A row whose column ``bug`` is not empty is expected to fail: what is wrong is written there.
"""

from __future__ import annotations

import hashlib
import os
import re
import shutil
from pathlib import Path

import pytest
from hypothesis import settings

from toolkit import resources
from toolkit.glossary.index import Index, open_index
from toolkit.glossary.load import COLUMNS, Glossary, load_glossary
from toolkit.glossary.match import Matcher

# In CI the same examples every time; elsewhere new ones, which is how new bugs are found.
settings.register_profile("ci", derandomize=True)
settings.load_profile("ci" if os.environ.get("CI") else "default")

SMALL = Path(__file__).parent / "glossary" / "small"
_ESCAPE = re.compile(r"\\u([0-9a-f]{4})|\\([nrt])", re.IGNORECASE)
_CONTROLS = {"n": "\n", "r": "\r", "t": "\t"}


def pytest_configure(config: pytest.Config) -> None:
    """Compile the glossary once for all runs, and see no package that this machine happens to have."""
    config.addinivalue_line("markers", "cases(file): run the test for each row of a TSV file beside it")
    os.environ["NAZVA_CACHE"] = str(config.rootpath / ".pytest_cache" / "d" / f"nazva-{_code_state()}")
    os.environ["NAZVA_PACKAGES"] = str(Path(__file__).parent / "no-packages")
    os.environ.pop("NAZVA_GLOSSARY", None)


def _code_state() -> str:
    """A hash of the code that decides what a compiled glossary holds: its own cache sees only changed data."""
    digest = hashlib.blake2b(digest_size=6)
    for part in ("glossary", "romanise", "text"):
        for file in sorted((resources.PACKAGE / part).rglob("*")):
            if file.suffix in (".py", ".tsv"):
                digest.update(file.read_bytes())
    return digest.hexdigest()


def pytest_generate_tests(metafunc: pytest.Metafunc) -> None:
    """The cases of a test marked with ``cases``."""
    marker = metafunc.definition.get_closest_marker("cases")
    if marker is None:
        return
    file = Path(metafunc.module.__file__).parent / marker.args[0]
    header, *rows = (line.split("\t") for line in file.read_text(encoding="utf-8").splitlines())
    names = [name for name in header if name not in ("label", "bug")]
    cases = []
    for row in rows:
        assert len(row) == len(header), f"{file}: {row[0]} has {len(row)} cells, expected {len(header)}"
        values = dict(zip(header, row, strict=True))
        bug = values.get("bug", "")
        marks = [pytest.mark.xfail(reason=bug)] if bug else []
        cells = [_ESCAPE.sub(_character, values[name]) for name in names]
        cases.append(pytest.param(*cells, id=values["label"], marks=marks))
    assert len({case.id for case in cases}) == len(cases), f"{file}: a label is used twice"
    metafunc.parametrize(names, cases)


def _character(match: re.Match[str]) -> str:
    return chr(int(match[1], 16)) if match[1] else _CONTROLS[match[2]]


@pytest.fixture(scope="session")
def index() -> Index:
    """The shipped glossary, compiled."""
    return open_index()


@pytest.fixture(scope="session")
def glossary() -> Glossary:
    """The shipped glossary as its files say it."""
    return load_glossary(resources.glossary_dir())


@pytest.fixture(scope="session")
def matcher(index: Index) -> Matcher:
    """The matcher of the shipped glossary."""
    return Matcher(index)


@pytest.fixture
def small(tmp_path: Path) -> Path:
    """A copy of a sound glossary of four places. Files it has no rows for have their header only."""
    folder = tmp_path / "glossary"
    shutil.copytree(SMALL, folder)
    for name, columns in COLUMNS.items():
        if not (folder / name).exists():
            (folder / name).write_text("\t".join(columns) + "\n", encoding="utf-8")
    return folder
