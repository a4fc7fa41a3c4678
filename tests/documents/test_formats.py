from __future__ import annotations

import pytest

from toolkit.documents.formats import FORMATS, find_format, open_document
from toolkit.documents.model import BlockKind
from toolkit.errors import InputError


@pytest.mark.parametrize(
    ("name", "format", "found"),
    [
        ("a.txt", None, "text"),
        ("a/b.c/A.TXT", None, "text"),
        ("a.md", None, "markdown"),
        ("a.markdown", None, "markdown"),
        ("a.md", "text", "text"),
        ("-", "md", "markdown"),
        ("a", ".MD", "markdown"),
        ("a.docx", "Markdown", "markdown"),
    ],
)
def test_find_format(name: str, format: str | None, found: str) -> None:  # noqa: A002
    assert find_format(name, format).name == found


@pytest.mark.parametrize(
    ("name", "format", "message"),
    [
        ("a.docx", None, r"^a\.docx: unknown suffix '\.docx'; known formats: text \(\.txt"),
        ("README", None, r"^README: no suffix to tell the format by; known formats: text"),
        ("-", None, r"^-: no suffix"),
        (".md", None, r"^\.md: no suffix"),
        ("a.md", "docx", r"^unknown format 'docx'; known formats: .*markdown \(\.md \.markdown\)"),
        ("a.md", "", r"^unknown format ''"),
    ],
)
def test_unknown_formats(name: str, format: str | None, message: str) -> None:  # noqa: A002
    with pytest.raises(InputError, match=message):
        find_format(name, format)


def test_open_document() -> None:
    assert [block.kind for block in open_document("# Суми", "a.md").blocks] == [BlockKind.HEADING]
    assert [block.text for block in open_document("# Суми", "a.txt").blocks] == ["# Суми"]


def test_names_and_suffixes_are_unique() -> None:
    names = [name for known in FORMATS for name in (known.name, *known.suffixes)]
    assert len(set(names)) == len(names)
    assert all(suffix.startswith(".") and suffix == suffix.lower() for known in FORMATS for suffix in known.suffixes)
