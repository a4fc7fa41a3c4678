from __future__ import annotations

import pytest

from toolkit.text.urls import find_urls


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Див. https://t.me/suspilne/5?a=1.", ["https://t.me/suspilne/5?a=1"]),
        ("(http://a.org/я)", ["http://a.org/я"]),
        ("«https://a.org»", ["https://a.org"]),
        ("Пишіть на press@gov.ua!", ["press@gov.ua"]),
        ("сайт suspilne.com, www.a.b", ["suspilne.com", "www.a.b"]),
        ("mailto:a@b.org", ["mailto:a@b.org"]),
        ("a.m. i.e. 3.5 і т.д.", []),
        ("Кінець.Початок", []),
        ("x" * 100_000, []),
        ("a-" * 50_000, []),
    ],
)
def test_find_urls(text: str, expected: list[str]) -> None:
    assert [span.of(text) for span in find_urls(text)] == expected
