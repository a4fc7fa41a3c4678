from __future__ import annotations

import os
import shlex
import shutil
import subprocess
import sys
from pathlib import Path

import pytest
from running import Run


def tree(folder: Path) -> dict[str, bytes | None]:
    return {str(p.relative_to(folder)): p.read_bytes() if p.is_file() else None for p in sorted(folder.rglob("*"))}


@pytest.mark.cases("cases/bad_input.tsv")
def test_bad_input_is_one_line_and_nothing_else(arguments: str, message: str, run: Run, folder: Path) -> None:
    before = tree(folder)
    done = run(*shlex.split(arguments))
    assert (done.code, done.out) == (2, "")
    assert done.err.startswith("nazva: ")
    assert message in done.err
    assert done.err.count("\n") == 1 and done.err.endswith("\n")
    assert tree(folder) == before


@pytest.mark.parametrize(
    "arguments",
    [["translate", "article.txt"], ["lookup"], ["lookup", "Київ", "--nope"], ["nope"], ["glossary", "nope"]],
)
def test_wrong_usage_exits_with_2(arguments: list[str], run: Run, folder: Path) -> None:
    done = run(*arguments)
    assert (done.code, done.out) == (2, "")
    assert "Usage: nazva" in done.err


def test_a_control_character_in_a_name_does_not_reach_the_terminal(run: Run, folder: Path) -> None:
    done = run("translate", "a\x1b[2J\nb.txt", "--to", "ru")
    assert (done.code, done.err) == (2, "nazva: a [2J b.txt: no such file\n")


@pytest.mark.parametrize(
    ("command", "change", "message"),
    [
        (["lookup", "Лисичанськ"], ("names.tsv", "\tЛисичанськ\t", "\tЛысичанськ\t"), "names.tsv:"),
        (
            ["translate", "article.txt", "--to", "ru", "--engine", "copy"],
            ("places.tsv", "\tcity\t", "\tcitty\t"),
            "citty",
        ),
        (["glossary", "stats"], ("kinds.tsv", "kind\t", "kinds\t"), "kinds.tsv:1: the header must be"),
        pytest.param(["lookup", "Лисичанськ"], ("names.tsv", "", None), "names.tsv"),
        (["lookup", "Лисичанськ"], None, "the glossary data is missing"),
    ],
    ids=["bad name", "bad kind", "bad header", "a file is missing", "the folder is missing"],
)
def test_a_broken_glossary_is_one_line(
    command: list[str], change: tuple[str, str, str | None] | None, message: str, folder: Path, small: Path
) -> None:
    data = small
    if change is None:
        shutil.rmtree(small)
    else:
        name, old, new = change
        text = (data / name).read_text(encoding="utf-8")
        (data / name).unlink()
        if new is not None:
            (data / name).write_text(text.replace(old, new, 1), encoding="utf-8")
    environment = os.environ | {"NAZVA_GLOSSARY": str(data), "NAZVA_CACHE": str(folder / "cache")}
    done = subprocess.run(
        [sys.executable, "-m", "toolkit", *command], env=environment | {"PYTHONPATH": str(Path(__file__).parents[2])},
        capture_output=True, text=True, check=False,
    )  # fmt: skip
    assert (done.returncode, done.stdout) == (2, "")
    assert done.stderr.startswith("nazva: ")
    assert message in done.stderr
    assert done.stderr.count("\n") == 1
