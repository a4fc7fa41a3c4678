from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from toolkit.documents.read import Encoding, decode, read_text
from toolkit.errors import InputError

UKRAINIAN = "Обстріл Лисичанська почався на світанку, повідомила обласна адміністрація. Ніхто не постраждав."
RUSSIAN = "Обстрел Лисичанска начался на рассвете, сообщила областная администрация. Никто не пострадал."


@pytest.mark.parametrize(
    ("data", "text", "encoding"),
    [
        ("Суми\r\n".encode(), "Суми\r\n", Encoding("utf-8")),
        (b"\xef\xbb\xbf" + "Суми".encode(), "Суми", Encoding("utf-8", b"\xef\xbb\xbf")),
        (b"\xff\xfe" + "Суми".encode("utf-16-le"), "Суми", Encoding("utf-16-le", b"\xff\xfe")),
        (b"\xfe\xff" + "Суми".encode("utf-16-be"), "Суми", Encoding("utf-16-be", b"\xfe\xff")),
    ],
)
def test_encodings_that_are_found(data: bytes, text: str, encoding: Encoding) -> None:
    assert decode(data, "a.txt") == (text, encoding)


@pytest.mark.parametrize(
    ("data", "wanted", "encoding"),
    [
        ("Суми".encode("cp1251"), "cp1251", Encoding("cp1251")),
        ("Суми".encode("cp1251"), "windows-1251", Encoding("cp1251")),
        ("Суми".encode("koi8-u"), "KOI8-U", Encoding("koi8-u")),
        ("Суми".encode("utf-16-le"), "utf-16", Encoding("utf-16-le")),
        ("Суми".encode("utf-16"), "utf-16-le", Encoding("utf-16-le", b"\xff\xfe")),
        ("Суми".encode(), "utf-8-sig", Encoding("utf-8")),
        ("Суми".encode("utf-8-sig"), "utf8", Encoding("utf-8", b"\xef\xbb\xbf")),
    ],
)
def test_encodings_that_are_asked_for(data: bytes, wanted: str, encoding: Encoding) -> None:
    assert decode(data, "a.txt", wanted) == ("Суми", encoding)


@pytest.mark.parametrize(
    ("data", "wanted", "message"),
    [
        (b"", None, "a.txt: is empty"),
        (b"\xef\xbb\xbf", None, "a.txt: is empty"),
        ("Суми: ".encode() + b"\xd1", None, "a.txt: is not utf-8: byte 0xd1 at offset 10"),
        (b"\xef\xbb\xbfab\xff", None, "a.txt: is not utf-8: byte 0xff at offset 5"),
        (b"\xff\xfea", None, "a.txt: is not utf-16-le: byte 0x61 at offset 2"),
        (b"ab\0c", None, "a.txt: is not text: character 2 is zero; text in UTF-16 .* needs --encoding utf-16-le"),
        (b"\x89PNG\r\n\x1a\n\0\0\0", None, "a.txt: is not utf-8: byte 0x89 at offset 0; text in UTF-16"),
        (b"a\0", "cp1251", "a.txt: is not text: character 1 is zero$"),
        (b"\x98", "cp1251", "a.txt: is not cp1251: byte 0x98 at offset 0$"),
        (b"a", "cp1251u", "unknown encoding 'cp1251u'"),
        (b"a", "base64", "unknown encoding 'base64'"),
        (b"a", "", "unknown encoding ''"),
    ],
)
def test_what_cannot_be_decoded(data: bytes, wanted: str | None, message: str) -> None:
    with pytest.raises(InputError, match=f"^{message}") as caught:
        decode(data, "a.txt", wanted)
    assert "\n" not in str(caught.value)


@pytest.mark.parametrize("encoding", ["cp1251", "koi8_u", "cp866", "iso8859_5"])
@pytest.mark.parametrize("text", [UKRAINIAN, RUSSIAN])
def test_the_likely_encoding_is_suggested(text: str, encoding: str) -> None:
    if encoding == "cp866":
        text = RUSSIAN  # it has no і
    with pytest.raises(InputError, match=f"it looks like {encoding}: try --encoding {encoding}$"):
        decode(text.encode(encoding), "a.txt")


@given(st.text(st.characters(exclude_characters="\0", exclude_categories=["Cs"]), min_size=1), st.booleans())
def test_text_and_encoding_give_the_bytes_back(text: str, mark: bool) -> None:
    data = (b"\xef\xbb\xbf" if mark else b"") + text.encode()
    decoded, encoding = decode(data, "a.txt")
    assert encoding.bom + decoded.encode(encoding.name) == data


def test_read_text(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_bytes("Суми\r\n".encode())
    assert read_text(tmp_path / "a.txt") == ("Суми\r\n", Encoding())


def test_files_that_cannot_be_read(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "a.txt").write_bytes(b"")
    for path, message in [
        ("a.txt", "is empty"),
        ("b.txt", "no such file"),
        ("a.txt/b", "cannot be read"),
        (".", "is a folder"),
    ]:
        with pytest.raises(InputError, match=message) as caught:
            read_text(tmp_path / path)
        assert str(caught.value).startswith(str(tmp_path / path))

    def refuse(path: Path) -> bytes:
        raise PermissionError(13, "Permission denied")

    monkeypatch.setattr(Path, "read_bytes", refuse)
    with pytest.raises(InputError, match=r"a.txt: cannot be read: Permission denied$"):
        read_text(tmp_path / "a.txt")
