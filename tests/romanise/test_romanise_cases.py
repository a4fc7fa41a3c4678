"""The tables of cases: system, input, expected, comment."""

from __future__ import annotations

from pathlib import Path

import pytest

from toolkit.romanise import romanise, skeleton
from toolkit.romanise.systems import rows

CASES = Path(__file__).parent / "cases"
SKELETONS = CASES / "skeleton.tsv"


@pytest.mark.parametrize(
    ("system", "text", "expected"),
    [
        pytest.param(*cells[:3], id=f"{path.name}:{line}")
        for path in sorted(CASES.glob("*.tsv"))
        if path != SKELETONS
        for line, cells in rows(path, 4)
    ],
)
def test_romanise(system: str, text: str, expected: str) -> None:
    assert romanise(text, system) == expected


@pytest.mark.parametrize(
    ("key", "spelling"),
    [(key, spelling) for _, (key, group, _) in rows(SKELETONS, 3) for spelling in group.split("|")],
)
def test_skeleton(key: str, spelling: str) -> None:
    assert skeleton(spelling) == key
