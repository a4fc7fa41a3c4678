from __future__ import annotations

import os
import shutil
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from toolkit.engines.argos import read_package
from toolkit.engines.ctranslate import CTranslateEngine
from toolkit.errors import EngineError
from toolkit.languages import Language

EN, UK, RU = Language.EN, Language.UK, Language.RU


def test_our_package(tiny: Path) -> None:
    package = read_package(tiny)
    assert (package.path, package.code, package.version) == (tiny, "tiny", "0.1")
    assert set(package.directions) == {(a, b) for a in Language for b in Language if a != b}
    assert package.source_tags == {"en": "<2en>", "uk": "<2uk>", "ru": "<2ru>"}
    assert package.hint_marks == ("⟨", "⟩")
    assert package.target_prefix == ""


def test_a_package_of_argos(with_metadata: Callable[..., Path]) -> None:
    path = with_metadata(
        code=None, from_codes=None, to_codes=None, nazva=None, from_code="en", to_code="uk", package_version="1.9"
    )
    package = read_package(path)
    assert (package.code, package.version, package.directions) == ("argos-en-uk", "1.9", ((EN, UK),))
    assert (package.source_tags, package.hint_marks) == ({}, ())
    assert not CTranslateEngine(package).understands_hints


def test_a_multilingual_package_of_argos(with_metadata: Callable[..., Path]) -> None:
    path = with_metadata(nazva=None, from_codes=["en", "de", "uk"], to_codes=["uk"], target_prefix="__uk__")
    package = read_package(path)
    assert package.directions == ((EN, UK),)
    assert package.target_prefix == "__uk__"


def test_directions_may_be_stated(with_metadata: Callable[..., Path]) -> None:
    path = with_metadata(nazva={"directions": ["en-uk", "ru-uk", "de-uk"]})
    assert read_package(path).directions == ((EN, UK), (RU, UK))


@pytest.mark.parametrize(
    ("missing", "message"),
    [
        ("metadata.json", "metadata.json is missing"),
        ("model/model.bin", "model/model.bin is missing"),
        ("model", "model/model.bin is missing"),
        ("sentencepiece.model", "sentencepiece.model is missing"),
        (".", "metadata.json is missing"),
    ],
)
def test_a_missing_file_is_named(missing: str, message: str, package: Path) -> None:
    path = package / missing
    shutil.rmtree(path) if path.is_dir() else path.unlink()
    with pytest.raises(EngineError) as caught:
        read_package(package)
    assert str(caught.value).startswith(f"{package}: ")
    assert message in str(caught.value)
    assert "\n" not in str(caught.value)


@pytest.mark.parametrize(
    "metadata",
    [
        b"",
        b"{",
        b"[]",
        b'"en-uk"',
        b'{"code": "\xff"}',
        b"{}",
        b'{"from_code": "en", "to_code": "uk", "nazva": null}',
        b'{"from_code": "en", "to_code": "uk", "nazva": {"directions": ["en"]}}',
    ],
)
def test_broken_metadata_are_named(metadata: bytes, package: Path) -> None:
    (package / "metadata.json").write_bytes(metadata)
    with pytest.raises(EngineError) as caught:
        read_package(package)
    assert str(caught.value).startswith(f"{package / 'metadata.json'}: ")
    assert "\n" not in str(caught.value)


def test_a_folder_that_is_not_there(tmp_path: Path) -> None:
    with pytest.raises(EngineError, match=rf"^{tmp_path}/none: not a usable package, metadata.json is missing"):
        read_package(tmp_path / "none")


@pytest.mark.parametrize("file", ["model/model.bin", "model/config.json", "sentencepiece.model"])
@pytest.mark.parametrize("how", ["empty", "text", "truncated"])
def test_a_broken_model_is_an_engine_error(file: str, how: str, package: Path) -> None:
    path = package / file
    data = path.read_bytes()
    path.write_bytes({"empty": b"", "text": b"broken\n" * 50, "truncated": data[: len(data) // 2]}[how])
    with pytest.raises(EngineError) as caught:
        CTranslateEngine(read_package(package))
    assert str(package) in str(caught.value)
    assert "\n" not in str(caught.value)


def test_a_package_that_is_read_can_be_opened(package: Path) -> None:
    (package / "sentencepiece.model").rename(package / "bpe.model")
    with pytest.raises(EngineError, match=r"bpe\.model"):
        read_package(package)


def test_reading_a_package_leaves_no_folders_behind(tiny: Path, tmp_path: Path) -> None:
    home, temporary = tmp_path / "home", tmp_path / "tmp"
    home.mkdir()
    temporary.mkdir()
    code = (
        f"from pathlib import Path; from toolkit.engines.argos import read_package; read_package(Path({str(tiny)!r}))"
    )
    environment = {key: value for key, value in os.environ.items() if not key.startswith("XDG_")}
    environment |= {"HOME": str(home), "TMPDIR": str(temporary)}
    done = subprocess.run([sys.executable, "-c", code], env=environment, capture_output=True, text=True, check=False)
    assert (done.returncode, done.stderr) == (0, "")
    assert list(home.rglob("*")) == []
    assert list(temporary.rglob("*")) == []


def test_the_environment_is_as_it_was(tiny: Path) -> None:
    code = (
        "import os; from pathlib import Path; before = dict(os.environ);"
        f"from toolkit.engines.argos import read_package; read_package(Path({str(tiny)!r}));"
        "assert dict(os.environ) == before;"
        "import sys; assert not {'stanza', 'torch', 'spacy', 'argostranslate.translate'} & set(sys.modules)"
    )
    environment = os.environ | {"XDG_DATA_HOME": "/nowhere"}
    environment.pop("XDG_CACHE_HOME", None)
    done = subprocess.run([sys.executable, "-c", code], env=environment, capture_output=True, text=True, check=False)
    assert (done.returncode, done.stderr) == (0, "")
