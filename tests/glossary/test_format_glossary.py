from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from toolkit.errors import GlossaryError
from toolkit.glossary.write import format_glossary


def contents(folder: Path) -> dict[str, bytes]:
    return {path.name: path.read_bytes() for path in folder.iterdir()}


def test_a_sorted_glossary_is_left_alone(small: Path) -> None:
    before = contents(small)
    assert format_glossary(small) == []
    assert contents(small) == before


def test_shuffled_files_become_what_they_were(small: Path, problems: Callable[[], list[str]]) -> None:
    before = contents(small)
    for name in ("names.tsv", "places.tsv", "paradigms.uk.tsv"):
        header, *rows = (small / name).read_text(encoding="utf-8").splitlines()
        (small / name).write_text("\n".join([header, *reversed(rows), ""]), encoding="utf-8")
    assert any("out of order" in problem for problem in problems())
    assert sorted(format_glossary(small)) == ["names.tsv", "paradigms.uk.tsv", "places.tsv"]
    assert contents(small) == before


def test_rows_of_another_folder_are_taken_in(small: Path, tmp_path: Path, problems: Callable[[], list[str]]) -> None:
    more = tmp_path / "more"
    more.mkdir()
    (more / "sources.tsv").write_text(
        "key\ttitle\tpublisher\turl\tlicence\tdate\n"
        "geonames\tGeoNames\tGeoNames\t\tCC-BY-4.0\t2026\n"
        "curated\tEstablished usage\tnazva\t\tCC-BY-4.0\t2026\n",
        encoding="utf-8",
    )
    assert format_glossary(small, more) == ["sources.tsv"]
    keys = [line.split("\t")[0] for line in (small / "sources.tsv").read_text(encoding="utf-8").splitlines()]
    assert keys == ["key", "curated", "geonames", "katottg"]
    assert problems() == []


@pytest.mark.parametrize(
    ("name", "old", "new", "message"),
    [
        ("names.tsv", "\tru\tУкраина", "\tua\tУкраина", r"names.tsv:13: 'ua' is not in list$"),
        ("names.tsv", "Украина\tofficial", "Украина\told", r"names.tsv:13: 'old' is not in list$"),
        ("places.tsv", "\t\t\tcurated", "\t\tcurated", r"places.tsv:5: 9 cells, expected 10$"),
    ],
)
def test_nothing_is_written_when_a_row_cannot_be_read(small: Path, name: str, old: str, new: str, message: str) -> None:
    header, *rows = (small / "kinds.tsv").read_text(encoding="utf-8").splitlines()
    (small / "kinds.tsv").write_text("\n".join([header, *reversed(rows), ""]), encoding="utf-8")
    text = (small / name).read_text(encoding="utf-8")
    (small / name).write_text(text.replace(old, new), encoding="utf-8")
    before = contents(small)
    with pytest.raises(GlossaryError, match=message):
        format_glossary(small)
    assert contents(small) == before


def test_a_folder_without_the_files_is_named(tmp_path: Path) -> None:
    with pytest.raises(GlossaryError, match=rf"^{tmp_path}/places.tsv: the glossary has no such file$"):
        format_glossary(tmp_path)
