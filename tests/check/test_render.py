"""Renderers: what people and programs see."""

from __future__ import annotations

import io
import json
import re
import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st
from rich.cells import cell_len

from toolkit.check import Finding, Severity
from toolkit.check.render import CheckedFile, find_renderer, renderer_names
from toolkit.check.render._visible import visible
from toolkit.errors import InputError

HIDDEN = ("Cc", "Cf", "Cs", "Zl", "Zp")


class Terminal(io.StringIO):
    def isatty(self) -> bool:
        return True


def checked(text: str, found: str, *suggestions: str, path: str = "a.md", end: int | None = None) -> CheckedFile:
    """A file with one finding at the first place of ``found``."""
    start = text.index(found)
    line, column = text.count("\n", 0, start) + 1, start - text.rfind("\n", 0, start)
    end = start + len(found) if end is None else end
    return CheckedFile(
        path,
        text,
        (Finding("a-rule", Severity.WARNING, start, end, line, column, found, f"{found} is bad", suggestions),),
    )


def shown(file: CheckedFile, name: str = "text", stream: io.StringIO | None = None) -> str:
    stream = stream or io.StringIO()
    find_renderer(name)([file], stream)
    return stream.getvalue()


def test_text() -> None:
    assert shown(checked("One.\nThe embassy in Kiev has opened.", "Kiev", "Kyiv", "Kyyiv")) == (
        "a.md:2:16: warning a-rule Kiev is bad\n"
        "  | The embassy in Kiev has opened.\n"
        "  |                ^^^^ Kyiv, Kyyiv\n"
        "1 finding in 1 file\n"
    )


def test_text_counts() -> None:
    stream = io.StringIO()
    find_renderer("text")([CheckedFile("a", "x", ()), checked("Kiev Kiev", "Kiev")], stream)
    assert stream.getvalue().endswith("1 finding in 2 files\n")
    assert shown(CheckedFile("a", "x", ())) == "0 findings in 1 file\n"


@pytest.mark.parametrize("before", ["Сло́во ", "漢字 ", "\tx ", "e\u0301\u0301 ", "😀 ", "слово " * 40, "漢" * 60])
def test_caret_stands_under_the_words(before: str) -> None:
    _, line, carets, _ = shown(checked(f"{before}Kiev is here", "Kiev")).splitlines()
    assert cell_len(line[: line.index("Kiev")]) == cell_len(carets[: carets.index("^")])
    assert carets.count("^") == 4
    assert cell_len(line) <= 110


def test_caret_of_wide_words_and_of_nothing() -> None:
    assert "^^^^ " not in shown(checked("a 漢字 b", "漢字"))
    assert shown(checked("a 漢字 b", "漢字")).splitlines()[2].count("^") == 4
    assert shown(checked("a b", "a", end=0)).splitlines()[2] == "  | ^"
    assert shown(checked("a\n", "\n")).splitlines()[2] == "  |  ^"


def test_a_finding_of_two_lines_is_marked_on_the_first() -> None:
    lines = shown(checked("to Krivoy\nRog now", "Krivoy\nRog")).splitlines()
    assert lines[1:3] == ["  | to Krivoy", "  |    ^^^^^^"]


def test_no_control_of_the_document_reaches_the_terminal() -> None:
    text = "\x1b[31mKiev\x07\x9b1m\u202eKiev\u2066\x00\x7f\u2028x"
    for stream in (io.StringIO(), Terminal()):
        output = shown(checked(text, text, text, path=text), stream=stream)
        colours = re.sub(r"\x1b\[[\d;]*m", "", output) if stream.isatty() else output
        assert not {c for c in colours if unicodedata.category(c) in HIDDEN and c != "\n"}
        assert "\x1b[31m" not in output
    assert "␛[31mKiev␇" in output


def test_colour_only_on_a_terminal(monkeypatch: pytest.MonkeyPatch) -> None:
    for variable in ("NO_COLOR", "TTY_COMPATIBLE"):
        monkeypatch.delenv(variable, raising=False)
    monkeypatch.setenv("TERM", "xterm")
    file = checked("The embassy in Kiev has [bold]opened[/bold].", "Kiev", "Kyiv")
    plain, coloured = shown(file), shown(file, stream=Terminal())
    assert "\x1b" not in plain
    assert "\x1b[" in coloured
    assert re.sub(r"\x1b\[[\d;]*m", "", coloured) == plain
    monkeypatch.setenv("NO_COLOR", "1")
    assert "\x1b[33m" not in shown(file, stream=Terminal())


def test_forced_colour_does_not_colour_a_file(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("FORCE_COLOR", "1")
    assert "\x1b" not in shown(checked("Kiev", "Kiev"))


def test_json() -> None:
    file = checked("One.\nThe embassy in Kiev.", "Kiev", "Kyiv")
    assert json.loads(shown(file, "json")) == {
        "version": 1,
        "findings": [
            {
                "file": "a.md",
                "rule": "a-rule",
                "severity": "warning",
                "start": 20,
                "end": 24,
                "line": 2,
                "column": 16,
                "text": "Kiev",
                "message": "Kiev is bad",
                "suggestions": ["Kyiv"],
                "place": "",
                "confidence": 1.0,
            }
        ],
    }


def test_json_documents_every_key() -> None:
    module = __import__("toolkit.check.render.json", fromlist=["json"])
    documented = set(re.findall(r"^``(\w+)``", module.__doc__, re.MULTILINE))
    (finding,) = json.loads(shown(checked("Kiev", "Kiev"), "json"))["findings"]
    assert documented - {"version", "findings"} == set(finding)


@given(st.text(min_size=1))
def test_json_says_what_the_document_says(text: str) -> None:
    output = shown(CheckedFile(text, text, checked(text, text).findings), "json")
    assert not {c for c in output if unicodedata.category(c) in HIDDEN and c != "\n"}
    assert json.loads(output)["findings"][0]["text"] == text


@given(st.text())
def test_visible_keeps_the_length(text: str) -> None:
    safe = visible(text)
    assert len(safe) == len(text)
    assert not {c for c in safe if unicodedata.category(c) in HIDDEN}
    assert visible(safe) == safe


def test_unknown_renderer_names_the_known_ones() -> None:
    with pytest.raises(InputError, match=r"'yaml'.*json, text"):
        find_renderer("yaml")


def test_every_renderer_has_a_docstring() -> None:
    assert renderer_names() == ["json", "text"]
    assert all(__import__(f"toolkit.check.render.{name}", fromlist=[name]).__doc__ for name in renderer_names())
