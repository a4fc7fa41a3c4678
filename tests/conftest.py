"""What all tests share: the compiled glossary, kept between runs, and cases as data files.

``@pytest.mark.cases("cases/lookup.tsv")`` runs a test once for each row of a TSV file beside it: the header names
the arguments, the column ``label`` the case. ``\\n``, ``\\r``, ``\\t`` and ``\\uXXXX`` in a cell are what they say.
"""

from __future__ import annotations

import os
import re
from pathlib import Path

import pytest

from toolkit.glossary.index import Index, open_index
from toolkit.glossary.load import Glossary, load_glossary
from toolkit.glossary.match import Matcher
from toolkit.resources import glossary_dir

_ESCAPE = re.compile(r"\\u([0-9a-f]{4})|\\([nrt])", re.IGNORECASE)
_CONTROLS = {"n": "\n", "r": "\r", "t": "\t"}


def pytest_configure(config: pytest.Config) -> None:
    """Compile the glossary once for all runs, and see no package that this machine happens to have."""
    config.addinivalue_line("markers", "cases(file): run the test for each row of a TSV file beside it")
    cache = config.cache.mkdir("nazva") if config.cache else None
    if cache is not None:
        os.environ["NAZVA_CACHE"] = str(cache)
    os.environ["NAZVA_PACKAGES"] = str(Path(__file__).parent / "no-packages")
    os.environ.pop("NAZVA_GLOSSARY", None)


def pytest_generate_tests(metafunc: pytest.Metafunc) -> None:
    """The cases of a test marked with ``cases``."""
    marker = metafunc.definition.get_closest_marker("cases")
    if marker is None:
        return
    file = Path(metafunc.module.__file__).parent / marker.args[0]
    header, *rows = (line.split("\t") for line in file.read_text(encoding="utf-8").splitlines())
    label = header.index("label")
    names = [name for name in header if name != "label"]
    cases = []
    for row in rows:
        assert len(row) == len(header), f"{file}: {row[label]} has {len(row)} cells, expected {len(header)}"
        cells = [_ESCAPE.sub(_character, cell) for column, cell in enumerate(row) if column != label]
        cases.append(pytest.param(*cells, id=row[label]))
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
    return load_glossary(glossary_dir())


@pytest.fixture(scope="session")
def matcher(index: Index) -> Matcher:
    """The matcher of the shipped glossary."""
    return Matcher(index)
