from __future__ import annotations

import re
import tomllib
from pathlib import Path
from typing import Any

import pytest

from toolkit.engines.base import Hypothesis
from toolkit.translate.rendering import find_rendering

CASES = tomllib.loads((Path(__file__).parent / "cases" / "rendering.toml").read_text(encoding="utf-8"))["case"]
WORD = re.compile(r"[\w'’-]+")


@pytest.mark.parametrize("case", [pytest.param(case, id=case["label"]) for case in CASES])
def test_find_rendering(case: dict[str, Any]) -> None:
    source = case["source"].replace("{", "").replace("}", "")
    name = (case["source"].index("{"), case["source"].index("}") - 1)
    written = case["written"]

    def spans(of: list[str]) -> list[tuple[int, int]]:
        return [(written.index(part), written.index(part) + len(part)) for part in of]

    sources = [*(match.span() for match in WORD.finditer(source)), (len(source), len(source))]
    targets = [match.span() for match in WORD.finditer(written)]
    seen = [case.get("looks", {}).get(written[start:end], len(sources) - 1) for start, end in targets]
    rows = tuple(tuple(float(i == at) for i in range(len(sources))) for at in seen)
    hypothesis = Hypothesis(written, 0.0, tuple(sources), tuple(targets), rows)
    words = case["names"][0].count(" ") + 1
    taken, foreign = spans(case.get("taken", [])), spans(case.get("foreign", []))
    found = find_rendering(hypothesis, name, case["names"], words, taken, foreign)
    if found is None:
        assert case["found"] == ""
        return
    assert found.text == case["found"]
    assert written[found.start : found.end] == found.text
    assert 0 < found.score <= 1
    assert "alike" in found.why
