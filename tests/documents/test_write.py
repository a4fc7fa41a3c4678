from __future__ import annotations

import os
from pathlib import Path

import pytest

from toolkit.documents.read import Encoding, read_text
from toolkit.documents.write import write_bytes, write_text
from toolkit.errors import InputError


@pytest.mark.parametrize(
    "encoding", [Encoding(), Encoding("utf-8", b"\xef\xbb\xbf"), Encoding("utf-16-le", b"\xff\xfe")]
)
def test_what_is_written_is_read_back(tmp_path: Path, encoding: Encoding) -> None:
    write_text(tmp_path / "a.txt", "Суми\r\nКиїв\n", encoding)
    assert read_text(tmp_path / "a.txt") == ("Суми\r\nКиїв\n", encoding)
    assert [path.name for path in tmp_path.iterdir()] == ["a.txt"]


def test_a_file_is_replaced_and_keeps_its_mode(tmp_path: Path) -> None:
    path = tmp_path / "a.txt"
    path.write_text("old")
    path.chmod(0o640)
    write_bytes(path, b"new")
    assert path.read_bytes() == b"new"
    assert path.stat().st_mode & 0o777 == 0o640


def test_a_new_file_has_the_usual_mode(tmp_path: Path) -> None:
    (tmp_path / "usual").touch()
    write_bytes(tmp_path / "new", b"")
    assert (tmp_path / "new").stat().st_mode == (tmp_path / "usual").stat().st_mode


def test_a_symbolic_link_stays_one(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("old")
    (tmp_path / "link").symlink_to("a.txt")
    write_bytes(tmp_path / "link", b"new")
    assert (tmp_path / "link").is_symlink()
    assert (tmp_path / "a.txt").read_bytes() == b"new"


def test_a_device_is_written_to(tmp_path: Path) -> None:
    write_bytes(Path(os.devnull), b"gone")
    assert Path(os.devnull).is_char_device()


def test_a_long_name(tmp_path: Path) -> None:
    name = "ї" * 127  # 254 bytes, of 255 that are allowed
    write_bytes(tmp_path / name, b"a")
    assert (tmp_path / name).read_bytes() == b"a"


@pytest.mark.parametrize("failing", ["fsync", "replace"])
@pytest.mark.parametrize("error", [OSError(28, "No space left on device"), KeyboardInterrupt()])
def test_a_failure_leaves_the_old_file_and_nothing_else(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, failing: str, error: BaseException
) -> None:
    path = tmp_path / "a.txt"
    path.write_bytes(b"old")

    def fail(*_: object) -> None:
        raise error

    monkeypatch.setattr({"fsync": os, "replace": Path}[failing], failing, fail)
    expected = InputError if isinstance(error, OSError) else KeyboardInterrupt
    with pytest.raises(expected) as caught:
        write_bytes(path, b"new")
    if expected is InputError:
        assert str(caught.value) == f"{path}: cannot be written: No space left on device"
    assert path.read_bytes() == b"old"
    assert [found.name for found in tmp_path.iterdir()] == ["a.txt"]


def test_paths_that_cannot_be_written(tmp_path: Path) -> None:
    (tmp_path / "file").touch()
    for path, message in [
        ("none/a.txt", "its folder does not exist"),
        (".", "is a folder"),
        ("file/a.txt", "cannot be written"),
    ]:
        with pytest.raises(InputError, match=message):
            write_bytes(tmp_path / path, b"new")
    assert [found.name for found in tmp_path.iterdir()] == ["file"]


def test_a_sign_the_encoding_does_not_have(tmp_path: Path) -> None:
    with pytest.raises(InputError, match=r"cp866 has no 'і' \(U\+0456\); write utf-8 instead"):
        write_text(tmp_path / "a.txt", "Харків", Encoding("cp866"))
    assert not list(tmp_path.iterdir())
