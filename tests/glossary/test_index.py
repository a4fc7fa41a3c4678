from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

from toolkit.errors import GlossaryError
from toolkit.glossary.index import CODE, Index, compile_glossary, data_hash, sound_glossary
from toolkit.glossary.load import COLUMNS
from toolkit.glossary.match import Matcher
from toolkit.glossary.model import Case, Gender
from toolkit.languages import Language
from toolkit.resources import PACKAGE
from toolkit.text.folding import fold

LYSYCHANSK, DONETS = "UA44120050010021900", "river-siverskyi-donets"
OPEN = "from toolkit.glossary.index import open_index; index = open_index(); print(*index.count())"


@pytest.fixture
def compiled(small: Path, tmp_path: Path) -> Path:
    folder = tmp_path / "compiled"
    folder.mkdir()
    compile_glossary(sound_glossary(small), folder)
    return folder


def run_python(code: str, **environment: str | Path) -> subprocess.CompletedProcess[str]:
    env = os.environ | {key: str(value) for key, value in environment.items()}
    return subprocess.run([sys.executable, "-c", code], env=env, capture_output=True, text=True, check=False)


def test_a_compiled_glossary_says_what_the_data_say(small: Path, compiled: Path) -> None:
    glossary, index = sound_glossary(small), Index(compiled)
    assert index.count() == (len(glossary.places), len(glossary.all_names))
    for name in glossary.all_names:
        assert name in index.names_of(name.place, name.language)
        assert index.forms(name) == glossary.forms(name)
        for case, forms in glossary.forms(name).items():
            for form in forms:
                readings = index.readings(fold(form), name.language)
                assert any(index.name(r.name) == name and case in r.cases and not r.is_adjective for r in readings)
    for place in glossary.places.values():
        assert index.place(place.id) == place
        for language in Language:
            assert index.official(place.id, language) == glossary.official(place.id, language)
            assert index.kind_words(place.kind, language) == glossary.kinds[place.kind][language]


def test_forms_that_fall_together_are_one_reading_with_all_cases(compiled: Path) -> None:
    (reading,) = Index(compiled).readings("лисичанську", Language.UK)[:1]
    assert reading.cases == {Case.DATIVE, Case.LOCATIVE, Case.VOCATIVE}


def test_adjectives_are_found_with_gender(compiled: Path) -> None:
    index = Index(compiled)
    (reading,) = index.readings("лисичанської", Language.UK)
    assert (reading.gender, reading.cases) == (Gender.FEMININE, {Case.GENITIVE})
    assert index.name(reading.name).text == "Лисичанськ"
    assert {r.gender for r in index.readings("лисичанского", Language.RU)} == {Gender.MASCULINE, Gender.NEUTER}
    assert [r.is_adjective for r in index.readings("ukrainians", Language.EN)] == [True]


def test_a_stated_form_replaces_the_derived_one(compiled: Path) -> None:
    index = Index(compiled)
    name = index.official(DONETS, Language.UK)
    assert index.forms(name)[Case.LOCATIVE] == ("Сіверському Дінці", "Сіверськім Дінці")
    assert index.forms(name)[Case.GENITIVE] == ("Сіверського Дінця",)
    assert index.readings(fold("Сіверськім Дінці"), Language.UK)


def test_what_is_not_there(compiled: Path) -> None:
    index = Index(compiled)
    assert index.readings("київ", Language.UK) == []
    assert index.prefixes("київ", Language.UK) == []
    for query in (lambda: index.place("UA"), lambda: index.name(999), lambda: index.kind_words("moon", Language.EN)):
        with pytest.raises(GlossaryError, match=r"^the glossary has no "):
            query()


@pytest.mark.parametrize("name", sorted(COLUMNS))
def test_the_hash_changes_with_each_file(name: str, small: Path) -> None:
    before = data_hash(small)
    assert data_hash(small) == before
    (small / name).write_bytes((small / name).read_bytes() + b"x")
    assert data_hash(small) != before


def test_the_index_is_compiled_once_for_each_state_of_the_data(small: Path, tmp_path: Path) -> None:
    cache = tmp_path / "cache"
    for _ in range(2):
        done = run_python(OPEN, NAZVA_GLOSSARY=small, NAZVA_CACHE=cache)
        assert (done.stdout, done.stderr) == ("4 15\n", "")
    (folder,) = cache.iterdir()
    assert folder.name == f"glossary-{data_hash(small)}"
    rows = (small / "sources.tsv").read_text(encoding="utf-8")
    (small / "sources.tsv").write_text(rows.replace("Codifier", "The codifier"), encoding="utf-8")
    assert run_python(OPEN, NAZVA_GLOSSARY=small, NAZVA_CACHE=cache).stdout == "4 15\n"
    assert len(list(cache.iterdir())) == 2


def test_a_cache_that_cannot_be_written_is_done_without(small: Path, tmp_path: Path) -> None:
    cache = tmp_path / "cache"
    cache.touch()  # a file where the folder should be
    done = run_python(OPEN, NAZVA_GLOSSARY=small, NAZVA_CACHE=cache)
    assert (done.stdout, done.stderr) == ("4 15\n", "")


@pytest.mark.parametrize(
    ("name", "how"),
    [
        *(
            (f"forms.{language}.marisa", how)
            for language in Language
            for how in ("missing", "empty", "text", "truncated")
        ),
        ("glossary.sqlite", "missing"),
        *(("glossary.sqlite", how) for how in ("empty", "text", "truncated")),
    ],
)
def test_a_broken_cache_is_a_glossary_error(name: str, how: str, compiled: Path) -> None:
    file = compiled / name
    content = {"empty": b"", "text": b"broken\n" * 500, "truncated": file.read_bytes()[: file.stat().st_size // 2]}
    file.unlink()
    if how != "missing":
        file.write_bytes(content[how])
    with pytest.raises(GlossaryError):
        index = Index(compiled)
        index.readings("лисичанськ", Language.UK)
        index.readings("lysychansk", Language.EN)
        for place in (LYSYCHANSK, DONETS):
            index.official(place, Language.UK)


def test_broken_data_do_not_become_a_cache(small: Path, tmp_path: Path) -> None:
    rows = (small / "places.tsv").read_text(encoding="utf-8")
    (small / "places.tsv").write_text(rows.replace("\triver\t", "\tstream\t"), encoding="utf-8")
    done = run_python(OPEN, NAZVA_GLOSSARY=small, NAZVA_CACHE=tmp_path / "cache")
    assert done.returncode == 1
    assert done.stderr.splitlines()[-1].endswith("places.tsv:5: unknown kind 'stream': add it to kinds.tsv")
    assert list((tmp_path / "cache").iterdir()) == []


@pytest.mark.parametrize(
    "missing",
    ["the folder", "a file"],
)
def test_missing_data_are_a_glossary_error(missing: str, small: Path, tmp_path: Path) -> None:
    folder = tmp_path / "nowhere" if missing == "the folder" else small
    (small / "names.tsv").unlink()
    done = run_python(OPEN, NAZVA_GLOSSARY=folder, NAZVA_CACHE=tmp_path / "cache")
    assert done.stderr.splitlines()[-1].startswith("toolkit.errors.GlossaryError: ")


def test_several_problems_are_counted(small: Path) -> None:
    rows = (small / "names.tsv").read_text(encoding="utf-8")
    (small / "names.tsv").write_text(rows.replace("\tkatottg", "\tkatotg"), encoding="utf-8")
    with pytest.raises(
        GlossaryError, match=r"names.tsv:2: unknown source 'katotg'.* \(5 more: run `nazva glossary validate`\)$"
    ):
        sound_glossary(small)


def test_a_matcher_of_a_compiled_folder(compiled: Path) -> None:
    mentions = Matcher(Index(compiled)).find("У Лисичанську за Сіверським Дінцем.", Language.UK)
    assert [(m.text, m.place) for m in mentions] == [("Лисичанську", LYSYCHANSK), ("Сіверським Дінцем", DONETS)]


def test_the_hash_knows_the_code_that_compiles(small: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """An index made by another version of the folding or the declension must not be opened."""
    assert all((PACKAGE / name).is_file() for name in CODE)
    before = data_hash(small)
    monkeypatch.setattr("toolkit.glossary.index.CODE", CODE[:-1])
    assert data_hash(small) != before
