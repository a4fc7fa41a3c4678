"""The house keeps its own rules: one door per dependency, small files, no place names in code."""

from __future__ import annotations

import ast
from collections import defaultdict
from pathlib import Path

import pytest

from toolkit.glossary.load import load_glossary
from toolkit.glossary.model import Status
from toolkit.languages import Language
from toolkit.resources import PACKAGE, glossary_dir

ROOT = PACKAGE.parent
FILES = sorted(PACKAGE.rglob("*.py"))
# A library that is a room of its own may be imported throughout that room.
ROOMS = {"typer": "cli", "rich": "cli", "click": "cli", "transliterate": "romanise", "markdown_it": "documents"}
STANDARD = __import__("sys").stdlib_module_names


def imported(file: Path) -> set[str]:
    """The top-level packages a file imports, anywhere in it."""
    tree = ast.parse(file.read_text(encoding="utf-8"))
    found = set()
    for node in ast.walk(tree):
        if isinstance(node, ast.Import):
            found |= {alias.name.split(".")[0] for alias in node.names}
        elif isinstance(node, ast.ImportFrom) and node.level == 0 and node.module:
            found.add(node.module.split(".")[0])
    return found - STANDARD - {"toolkit", "__future__"}


def test_one_door_per_dependency() -> None:
    doors = defaultdict(set)
    for file in FILES:
        for package in imported(file):
            doors[package].add(str(file.relative_to(PACKAGE)))
    assert doors, "the check reads nothing"
    for package, files in doors.items():
        if package in ROOMS:
            room = ROOMS[package]
            outside = {f for f in files if not f.startswith(f"{room}/") and f != "check/render/text.py"}
            assert not outside, f"{package} belongs to {room}/, but is imported in {outside}"
        else:
            assert len(files) == 1, f"{package} has several doors: {sorted(files)}"


@pytest.mark.parametrize("file", FILES, ids=lambda file: str(file.relative_to(PACKAGE)))
def test_files_are_small(file: Path) -> None:
    assert len(file.read_text(encoding="utf-8").splitlines()) <= 400


def constants(file: Path) -> set[str]:
    """The string constants of a file without its docstrings."""
    tree = ast.parse(file.read_text(encoding="utf-8"))
    docstrings = {
        id(node.body[0].value)
        for node in ast.walk(tree)
        if isinstance(node, ast.Module | ast.ClassDef | ast.FunctionDef | ast.AsyncFunctionDef)
        and node.body
        and isinstance(node.body[0], ast.Expr)
    }
    return {
        node.value
        for node in ast.walk(tree)
        if isinstance(node, ast.Constant) and isinstance(node.value, str) and id(node) not in docstrings
    }


def test_no_place_names_in_code() -> None:
    glossary = load_glossary(glossary_dir())
    names = {
        name.text
        for name in glossary.all_names
        if name.language is not Language.EN and name.status is Status.OFFICIAL and len(name.text) > 3
    }
    for file in FILES:
        examples = file.parent.name == "cli"  # the examples of --help show names
        assert examples or not constants(file) & names, file


def test_every_file_has_a_docstring() -> None:
    for file in FILES:
        assert ast.get_docstring(ast.parse(file.read_text(encoding="utf-8"))), file
