from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest
from running import ARTICLE, Run

ROOT = Path(__file__).parents[2]


def test_translate_to_standard_output(run: Run, folder: Path) -> None:
    done = run("translate", "article.txt", "--to", "ru", "--engine", "copy")
    assert done.code == 0
    assert done.out == ARTICLE.replace("Лисичанськ", "Лисичанск").replace("Сєвєродонецьку", "Северодонецка")
    assert done.err.startswith("uk → ru (copy)\n")
    assert done.err.endswith("0 kept, 0 hinted, 2 repaired, 0 unresolved\n")
    assert "Северодонецк" in done.err


def test_translate_quietly(run: Run, folder: Path) -> None:
    done = run("translate", "russian.txt", "--to", "en", "--engine", "copy", "-q")
    assert (done.code, done.out, done.err) == (0, "Бои за Lysychansk продолжаются.\n", "")


def test_translate_standard_input(run: Run, folder: Path) -> None:
    text = "\r\n  Бої за Лисичанськ.\r\n".encode()
    done = run("translate", "-", "--from", "uk", "--to", "ru", "--engine", "copy", "-q", stdin=text)
    assert (done.code, done.out) == (0, "\r\n  Бої за Лисичанск.\r\n")


def test_translate_into_a_file_and_a_report(run: Run, folder: Path) -> None:
    done = run("translate", "article.txt", "--to", "ru", "--engine", "copy", "-o", "out.txt", "--report", "r.json")
    assert (done.code, done.out) == (0, "")
    text = (folder / "out.txt").read_text(encoding="utf-8")
    (report,) = json.loads((folder / "r.json").read_text(encoding="utf-8"))
    assert (report["source"], report["target"], report["engine"]) == ("uk", "ru", "copy")
    assert report["counts"] == {"kept": 0, "hinted": 0, "repaired": 2, "unresolved": 0}
    assert [name["source_text"] for name in report["names"]] == ["Лисичанськ", "Сєвєродонецьку"]
    for name in report["names"]:
        assert ARTICLE[name["source_start"] : name["source_end"]] == name["source_text"]
        assert text[name["target_start"] : name["target_end"]] == name["target_text"]


def test_translate_into_several_languages(run: Run, folder: Path) -> None:
    done = run("translate", "article.uk.md", "--to", "ru", "--to", "en", "--engine", "copy", "-o", "out/", "-q")
    assert (done.code, done.out, done.err) == (0, "", "")
    assert {path.name: path.read_text(encoding="utf-8") for path in (folder / "out").iterdir()} == {
        "article.ru.md": "# Лисичанск\n\n`Лисичанськ` і **Харьков**.\n",
        "article.en.md": "# Lysychansk\n\n`Лисичанськ` і **Kharkiv**.\n",
    }


@pytest.mark.parametrize(
    "output",
    ["here", "new/"],
)
def test_translate_into_a_folder(output: str, run: Run, folder: Path) -> None:
    (folder / "here").mkdir()
    assert run("translate", "article.txt", "--to", "ru", "--engine", "copy", "-q", "-o", output) == (0, "", "")
    assert [path.name for path in (folder / output).iterdir()] == ["article.ru.txt"]


def test_translate_takes_the_date_beside_the_file(run: Run, folder: Path) -> None:
    arguments = ("translate", "article.txt", "--to", "en", "--engine", "copy", "-q")
    (folder / "SOURCE.toml").write_text("date = 2025-01-01\n", encoding="utf-8")
    assert "Siverskodonetsk" in run(*arguments).out
    assert "Sievierodonetsk" in run(*arguments, "--date", "2022-07-04").out
    (folder / "SOURCE.toml").write_text("date = \n", encoding="utf-8")
    done = run(*arguments)
    assert (done.code, done.out) == (2, "")
    assert done.err.startswith("nazva: SOURCE.toml: cannot be read") and done.err.count("\n") == 1


def test_translate_strictly(run: Run, folder: Path) -> None:
    (folder / "a.txt").write_text("Дорога до Південного.\n", encoding="utf-8")
    arguments = ("translate", "a.txt", "--from", "uk", "--to", "ru", "--engine", "copy", "-q")
    assert run(*arguments).code == 0
    assert run(*arguments, "--strict").code == 1
    assert run("translate", "article.txt", "--to", "ru", "--engine", "copy", "-q", "--strict").code == 0


def test_translate_in_another_encoding(run: Run, folder: Path) -> None:
    done = run("translate", "cp1251.txt", "--encoding", "cp1251", "--to", "ru", "--engine", "copy", "-q")
    assert (done.code, done.out.split()[2]) == (0, "Лисичанск")


@pytest.mark.parametrize(
    ("arguments", "code", "err"),
    [
        (["Лисичанську"], 0, ""),
        (["Лисичанську", "--forms"], 0, ""),
        (["Лисичанск", "--lang", "ru"], 0, ""),
        (["Лисичанк"], 1, "'Лисичанк' is not a known name; near it:\n"),
        (["Qwertyuiop"], 1, "nothing is known by 'Qwertyuiop', and nothing near it\n"),
    ],
)
def test_lookup(arguments: list[str], code: int, err: str, run: Run) -> None:
    done = run("lookup", *arguments)
    assert (done.code, done.err) == (code, err)
    if "Qwertyuiop" in arguments:
        assert done.out == ""
        return
    assert done.out.startswith("Lysychansk / Лисичанськ / Лисичанск\n")
    assert "UA44120050010021900" in done.out
    assert ("instrumental Лисичанськом" in done.out) == ("--forms" in arguments)


def test_lookup_as_json(run: Run) -> None:
    done = run("lookup", "Лисичанську", "--json")
    (answer,) = json.loads(done.out)
    assert (done.code, done.err, answer["place"]["id"]) == (0, "", "UA44120050010021900")
    done = run("lookup", "Qwertyuiop", "--json")
    assert (done.code, json.loads(done.out)) == (1, [])


def test_romanize(run: Run) -> None:
    assert run("romanize", "Згурівка, Лисичанськ") == (0, "Zghurivka, Lysychansk\n", "")
    assert run("romanize", stdin="Щастя\n".encode()) == (0, "Shchastia\n", "")
    assert "kmu55" in run("romanize", "--list").out


def test_check_as_json(run: Run, folder: Path) -> None:
    (folder / "a.txt").write_text("Fighting in Kiev and Lysychansk continues today.\n", encoding="utf-8")
    done = run("check", "a.txt", "--format", "json")
    assert done.code == 1
    assert "Kiev" in json.dumps(json.loads(done.out), ensure_ascii=False)
    (folder / "a.txt").write_text("Fighting in Kyiv and Lysychansk continues today.\n", encoding="utf-8")
    assert run("check", "a.txt", "--format", "json").code == 0


def test_glossary_validate(run: Run, small: Path) -> None:
    assert run("glossary", "validate", "--folder", small) == (0, f"{small}: sound\n", "")
    text = (small / "places.tsv").read_text(encoding="utf-8")
    (small / "places.tsv").write_text(text.replace("\triver\t", "\tstream\t", 1), encoding="utf-8")
    message = f"{small}/places.tsv:5: unknown kind 'stream': add it to kinds.tsv\n"
    assert run("glossary", "validate", "--folder", small) == (2, message, "")


def test_glossary_format_and_stats_and_sample(run: Run, small: Path) -> None:
    data = small
    assert run("glossary", "format", "--folder", data) == (0, "", "")
    header, *rows = (data / "kinds.tsv").read_text(encoding="utf-8").splitlines()
    (data / "kinds.tsv").write_text("\n".join([header, *reversed(rows), ""]), encoding="utf-8")
    assert run("glossary", "format", "--folder", data) == (0, "sorted kinds.tsv\n", "")
    assert run("glossary", "stats", "--folder", data).out.startswith("4 places, 15 names\n50% with coordinates\n")
    sample = ("glossary", "sample", "-n", "3", "--seed", "1", "--folder", data)
    assert run(*sample).out == run(*sample).out != ""
    assert "Сіверського Дінця" in run("glossary", "sample", "-n", "4", "--folder", data).out


def test_the_module_is_the_command(folder: Path) -> None:
    environment = os.environ | {"PYTHONPATH": str(ROOT)}

    def python(*arguments: str, **more: str) -> subprocess.CompletedProcess[str]:
        return subprocess.run(
            [sys.executable, "-m", "toolkit", *arguments], env=environment | more,
            capture_output=True, text=True, check=False, encoding="utf-8",
        )  # fmt: skip

    done = python("lookup", "Лисичанську", "--json")
    assert (done.returncode, done.stderr) == (0, "")
    assert json.loads(done.stdout)[0]["place"]["id"] == "UA44120050010021900"
    done = python("translate", "none.txt", "--to", "ru")
    assert (done.returncode, done.stdout, done.stderr) == (2, "", "nazva: none.txt: no such file\n")


def test_a_reader_that_leaves_early_is_no_error(folder: Path) -> None:
    (folder / "long.txt").write_text(ARTICLE * 2000, encoding="utf-8")
    command = f"{sys.executable} -m toolkit romanize - < long.txt | head -c 1"
    done = subprocess.run(
        ["bash", "-o", "pipefail", "-c", command], env=os.environ | {"PYTHONPATH": str(ROOT)},
        capture_output=True, check=False,
    )  # fmt: skip
    assert (done.returncode, done.stdout, done.stderr) == (0, b"B", b"")
