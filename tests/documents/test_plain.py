from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from toolkit.documents.model import Block, Document, render
from toolkit.documents.plain import parse_plain

TEXTS = st.text(alphabet="аб1 \t\r\n\f\u2028\xa0.-", max_size=60) | st.text(max_size=60)


@pytest.mark.parametrize(
    ("text", "blocks"),
    [
        ("Один\nДва\n", ["Один", "Два"]),
        ("Один\r\n\r\nДва", ["Один", "Два"]),
        ("Один\rДва\r", ["Один", "Два"]),
        ("  Один \t\n\tДва", ["Один", "Два"]),
        ("\ufeffОдин", ["\ufeffОдин"]),
        ("Один\u2028Два\fТри", ["Один", "Два", "Три"]),
        ("12.03.2022\n-----\n* * *\n", []),
        ("", []),
        (" \n\n ", []),
    ],
)
def test_lines_with_letters_are_blocks(text: str, blocks: list[str]) -> None:
    document = parse_plain(text)
    assert [block.text for block in document.blocks] == blocks
    assert [text[block.start : block.end] for block in document.blocks] == blocks


@given(TEXTS)
def test_identity(text: str) -> None:
    document = parse_plain(text)
    assert render(document, {}) == text
    assert render(document, {index: block.text for index, block in enumerate(document.blocks)}) == text


@given(TEXTS)
def test_only_blocks_change(text: str) -> None:
    document = parse_plain(text)
    rendered = render(document, dict.fromkeys(range(len(document.blocks)), "Ж"))
    assert [block.text for block in parse_plain(rendered).blocks] == ["Ж"] * len(document.blocks)
    outside, last = [], 0
    for block in document.blocks:
        outside.append(text[last : block.start])
        last = block.end
    assert rendered == "Ж".join([*outside, text[last:]])


def test_some_blocks_replaced() -> None:
    assert render(parse_plain("Один\r\n Два \n\nТри"), {1: "Two"}) == "Один\r\n Two \n\nТри"


def test_a_translation_of_several_lines_stays_one_line() -> None:
    assert render(parse_plain("Один\nДва"), {0: "One\nmore\r\n"}) == "One more\nДва"


@pytest.mark.parametrize("index", [-1, 1])
def test_an_index_no_block_has_is_an_error(index: int) -> None:
    with pytest.raises(IndexError, match=f"no block {index}"):
        render(parse_plain("Один"), {index: "One"})


@pytest.mark.parametrize("spans", [[(0, 0)], [(2, 1)], [(0, 5)], [(0, 2), (1, 3)], [(2, 3), (0, 1)], [(-1, 2)]])
def test_blocks_are_in_order_inside_the_text(spans: list[tuple[int, int]]) -> None:
    with pytest.raises(ValueError, match="overlaps"):
        Document("абвг", tuple(Block(start, end, "х") for start, end in spans))
