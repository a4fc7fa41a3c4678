from __future__ import annotations

import io
import sys
from pathlib import Path

import pytest
from running import ARTICLE, Done, Run

from toolkit import cli


@pytest.fixture
def run(monkeypatch: pytest.MonkeyPatch, capfd: pytest.CaptureFixture[str]) -> Run:
    """Run ``nazva ARGUMENTS`` in this process, through ``main``."""
    monkeypatch.setenv("COLUMNS", "120")
    monkeypatch.setenv("NO_COLOR", "1")

    def call(*arguments: str | Path, stdin: bytes = b"") -> Done:
        monkeypatch.setattr(sys, "argv", ["nazva", *map(str, arguments)])
        monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(stdin), encoding="utf-8"))
        capfd.readouterr()
        try:
            cli.main()
            code: object = 0
        except SystemExit as stop:
            code = stop.code
        captured = capfd.readouterr()
        assert isinstance(code, int)
        return Done(code, captured.out, captured.err)

    return call


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The current folder, with good and bad input files."""
    monkeypatch.chdir(tmp_path)
    (tmp_path / "article.txt").write_text(ARTICLE, encoding="utf-8")
    (tmp_path / "article.uk.md").write_text("# Лисичанськ\n\n`Лисичанськ` і **Харків**.\n", encoding="utf-8")
    (tmp_path / "russian.txt").write_text("Бои за Лисичанск продолжаются.\n", encoding="utf-8")
    (tmp_path / "empty.txt").touch()
    (tmp_path / "binary.txt").write_bytes(b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR")
    (tmp_path / "cp1251.txt").write_bytes(ARTICLE.encode("cp1251"))
    (tmp_path / "article.docx").write_bytes(b"PK\x03\x04")
    (tmp_path / "digits.txt").write_text("12345\n", encoding="utf-8")
    (tmp_path / "folder.txt").mkdir()
    return tmp_path
