from __future__ import annotations

import tomllib
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from toolkit.errors import GlossaryError
from toolkit.glossary.load import Glossary, load_glossary
from toolkit.glossary.validate import validate
from toolkit.resources import glossary_dir

CASES = tomllib.loads((Path(__file__).parent / "cases" / "broken.toml").read_text(encoding="utf-8"))["case"]


@pytest.mark.parametrize("case", [pytest.param(case, id=case["label"]) for case in CASES])
def test_what_is_wrong_is_named_with_file_and_line(
    case: dict[str, Any], small: Path, problems: Callable[[], list[str]]
) -> None:
    file = small / case["file"]
    text = file.read_bytes().decode()
    assert case["old"] in text
    file.write_bytes(text.replace(case["old"], case["new"], 1).encode(case.get("encoding", "utf-8")))
    assert problems() == case["problems"]


@pytest.mark.parametrize("name", [path.name for path in (Path(__file__).parent / "small").glob("*.tsv")])
def test_a_missing_file_is_named(name: str, small: Path, problems: Callable[[], list[str]]) -> None:
    (small / name).unlink()
    assert problems() == [f"{name}: the glossary has no such file"]


def test_a_second_folder_adds_rows_and_may_repeat_a_fact(small: Path, tmp_path: Path) -> None:
    more = tmp_path / "more"
    more.mkdir()
    header, *_, last = (small / "places.tsv").read_text(encoding="utf-8").splitlines()
    new = "river-borova\triver\tcountry-ua\t\t\t\t\t\t\tcurated"
    (more / "places.tsv").write_text("\n".join([header, new, last, ""]), encoding="utf-8")
    assert set(load_glossary(small, more).places) == set(load_glossary(small).places) | {"river-borova"}
    (more / "places.tsv").write_text("\n".join([header, last.replace("country-ua", "")]) + "\n", encoding="utf-8")
    with pytest.raises(GlossaryError, match=rf"^{more}/places.tsv:2: repeats line 5 of places.tsv$"):
        load_glossary(small, more)


def test_the_shipped_data_is_sound(glossary: Glossary) -> None:
    assert validate(glossary, glossary_dir()) == []


def test_every_class_is_used(glossary: Glossary) -> None:
    used = {
        (name.language, part) for name in glossary.all_names for part in name.declension.replace("-", " ").split()
    } | {
        (language, word)
        for (language, _), genders in glossary.paradigms.adjectives.items()
        for word in genders.values()
    }
    assert set(glossary.paradigms.models) <= used
