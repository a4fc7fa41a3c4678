from __future__ import annotations

import shutil
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from toolkit.engines import registry
from toolkit.engines.copying import CopyEngine
from toolkit.engines.registry import open_engine, package_folders, packages
from toolkit.errors import EngineError
from toolkit.languages import Language

EN, UK, RU = Language.EN, Language.UK, Language.RU


@pytest.fixture(autouse=True)
def only_these_packages(package: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """No embedded model, and the tiny package installed."""
    monkeypatch.setattr(registry, "models_dir", lambda: tmp_path / "models")
    monkeypatch.setenv("NAZVA_PACKAGES", str(package.parent))
    open_engine.cache_clear()
    yield
    open_engine.cache_clear()


def test_the_copying_engine_needs_no_package(package: Path) -> None:
    shutil.rmtree(package)
    assert isinstance(open_engine("copy", EN, UK), CopyEngine)


@pytest.mark.parametrize("name", ["auto", "tiny"])
def test_an_installed_package_is_opened(name: str) -> None:
    assert open_engine(name, EN, UK).name == "tiny"
    assert open_engine(name, EN, UK) is open_engine(name, EN, UK)


def test_a_package_folder_is_opened(package: Path) -> None:
    assert open_engine(f"{package}", EN, UK).name == "tiny"


def test_installed_packages_come_before_the_embedded(package: Path, tmp_path: Path) -> None:
    shutil.copytree(package, tmp_path / "models" / "aa")
    assert package_folders() == [package, tmp_path / "models" / "aa"]


def test_what_is_no_package_is_passed_over(package: Path) -> None:
    for name in (".hidden", "_private"):
        (package.parent / name).mkdir()
    (package.parent / "README").touch()
    assert package_folders() == [package]


def test_a_broken_package_harms_no_other(package: Path) -> None:
    broken = shutil.copytree(package, package.parent / "aa-broken")
    (broken / "model" / "model.bin").unlink()
    found, problems = packages()
    assert [p.code for p in found] == ["tiny"]
    assert problems == [f"{broken}: not a usable package, model/model.bin is missing; remove it and install it again"]
    assert open_engine("auto", EN, UK).name == "tiny"


def test_a_package_whose_model_is_broken_harms_no_other(package: Path) -> None:
    broken = shutil.copytree(package, package.parent / "aa-broken")
    (broken / "model" / "model.bin").write_bytes(b"broken")
    assert open_engine("auto", EN, UK).name == "tiny"


def test_an_unknown_engine_is_answered_with_the_known_ones() -> None:
    with pytest.raises(EngineError, match=r"^unknown engine 'deepl': use one of auto, copy, tiny$"):
        open_engine("deepl", EN, UK)


def test_an_unknown_engine_is_answered_with_what_is_broken_too(package: Path) -> None:
    (package / "model" / "model.bin").unlink()
    with pytest.raises(EngineError, match=rf"^unknown engine 'tiny': use one of auto, copy; {package}: not a usable"):
        open_engine("tiny", EN, UK)


def test_no_model_for_the_pair(with_metadata: Callable[..., Path]) -> None:
    path = with_metadata(nazva=None, from_codes=None, to_codes=None, from_code="en", to_code="uk")
    for name in ("auto", "tiny"):
        with pytest.raises(EngineError) as caught:
            open_engine(name, UK, RU)
        assert str(caught.value) == (
            "no model here translates Ukrainian to Russian (installed: en→uk);"
            f" put an Argos package for uk→ru into {path.parent}"
        )


def test_no_model_at_all(package: Path) -> None:
    shutil.rmtree(package)
    with pytest.raises(EngineError, match=r"^no model here translates English to Ukrainian \(installed: none\);"):
        open_engine("auto", EN, UK)


def test_a_package_folder_that_is_none(tmp_path: Path) -> None:
    with pytest.raises(EngineError, match=rf"^{tmp_path}/none: not a usable package"):
        open_engine(f"{tmp_path}/none", EN, UK)
