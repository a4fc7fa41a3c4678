from __future__ import annotations

import tomllib
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import pytest
from hypothesis import assume, example, given, settings
from hypothesis import strategies as st

from toolkit.documents import markdown_inline
from toolkit.documents.markdown import parse_markdown
from toolkit.documents.model import Block, render
from toolkit.errors import InputError

DATA = Path(__file__).parent / "data"
CASES = tomllib.loads((DATA / "markdown.toml").read_text(encoding="utf-8"))
PIECES = st.sampled_from(tomllib.loads((DATA / "markdown-pieces.toml").read_text(encoding="utf-8"))["pieces"])
SOURCES = st.lists(PIECES, max_size=25).map("".join)


def shape(source: str) -> list[Any]:
    """The tokens without their text: kinds, code, addresses, HTML."""

    def flat(tokens: list[Any]) -> list[Any]:
        found: list[Any] = []
        for token in tokens:
            if token.type in ("text", "text_special", "softbreak"):
                continue
            if token.type != "inline" and token.type != "image":
                found.append((token.type, token.content, tuple(token.attrs.items())))
            elif token.type == "image":
                found.append((token.type, token.attrs.get("src")))
            found += flat(token.children or [])
        return found

    return flat(markdown_inline.markdown_parser().parse(source))


def between_signs(text: str) -> str:
    """A translation that keeps the signs before the first and after the last letter or digit."""
    alnum = [index for index, sign in enumerate(text) if sign.isalnum()]
    return f"{text[: alnum[0]]}Ж{text[alnum[-1] + 1 :]}"


def outside(source: str, blocks: Sequence[Block]) -> list[str]:
    """What stands between the blocks."""
    edges = [0, *(edge for block in blocks for edge in (block.start, block.end)), len(source)]
    return [source[start:end] for start, end in zip(edges[::2], edges[1::2], strict=True)]


@pytest.mark.parametrize("label", CASES)
@pytest.mark.parametrize("line_break", ["\n", "\r\n"])
def test_cases(label: str, line_break: str) -> None:
    source = CASES[label]["source"].lstrip("\n").replace("\n", line_break)
    document = parse_markdown(source)
    # A sign without letters is no block.
    expected = [block for block in CASES[label]["blocks"] if any(map(str.isalpha, block.split(": ", 1)[1]))]
    assert [f"{block.kind}: {block.text}" for block in document.blocks] == expected


@settings(deadline=None)
@given(SOURCES | st.text(max_size=60))
def test_identity(source: str) -> None:
    document = parse_markdown(source)
    assert render(document, {index: block.text for index, block in enumerate(document.blocks)}) == source
    assert all(any(map(str.isalpha, block.text)) for block in document.blocks)


# Always the same sources: one in some 20 000 glues escaped signs to bare ones outside the block, which no
# escaping within a block can keep apart.
@settings(max_examples=200, deadline=None, derandomize=True)
@given(SOURCES)
@example("[а `б]` в](г)")
@example("- \ta\n\tb")
@example("а\\<https://а.б>")
@example("а\\![б](в)")
@example("а\\|\\\n|-|-|\n")
@example("`*а*`` `а")
@example("[<https://а.б>а](б)")
@example("\\|[а]: /б\n---")
@example("|[а]: /б\nа\n---")
@example("\xa0\n|-|-|\n")
def test_blocks_are_replaced_and_nothing_else(source: str) -> None:
    document = parse_markdown(source)
    translations = [between_signs(block.text) for block in document.blocks]
    rendered = render(document, dict(enumerate(translations)))
    again = parse_markdown(rendered).blocks
    assert [block.text for block in again] == translations
    assert outside(rendered, again) == outside(source, document.blocks)


@pytest.mark.parametrize("label", CASES)
def test_the_structure_survives_a_translation(label: str) -> None:
    source = CASES[label]["source"].lstrip("\n")
    document = parse_markdown(source)
    rendered = render(document, {index: block.text.upper() + " й" for index, block in enumerate(document.blocks)})
    assert shape(rendered) == shape(source)
    assert [block.text for block in parse_markdown(rendered).blocks] == [
        block.text.upper() + " й" for block in document.blocks
    ]


NASTY = st.lists(PIECES | st.sampled_from(["2022. ", "+ ", "= ", "{", "^", "<", ">", "&", "&lt;"]), max_size=12)


@settings(max_examples=150, deadline=None, derandomize=True)
@given(
    NASTY.map("".join),
    st.sampled_from(["{}\n", "# {}\n", "- {}\n", "> {}\n", "| {} | б |\n|-|-|\n", "*{}*\n", "[{}](/а)\n", "{}\n==\n"]),
)
@example("- так", "{}\n")
@example("2022. Рік", "{}\n")
@example("а #", "# {}\n")
@example("а | б", "| {} | б |\n|-|-|\n")
def test_a_translation_is_text_whatever_signs_it_has(middle: str, frame: str) -> None:
    translation = " ".join(f"{middle} Ж".split())
    assume(not any(markup in translation for markup in ("https:", "{", "[^")))  # never part of a block
    if frame.startswith(("*", "[")):
        translation = "Ж " + translation
    source = frame.format("Я")
    document = parse_markdown(source)
    rendered = render(document, {0: translation})
    assert parse_markdown(rendered).blocks[0].text == translation
    assert shape(rendered) == shape(source)


def test_a_text_that_is_not_where_the_parser_says_is_reported(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(markdown_inline, "_END", "other")
    markdown_inline.markdown_parser.cache_clear()
    monkeypatch.setattr(markdown_inline, "_noting_end", lambda rule: rule)
    with pytest.raises(InputError, match="line 3: "):
        parse_markdown("Текст\n\nДив. `код`\n")
    markdown_inline.markdown_parser.cache_clear()
