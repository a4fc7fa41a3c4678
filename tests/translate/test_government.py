from __future__ import annotations

import pytest

from toolkit.glossary.model import CASES
from toolkit.languages import Language
from toolkit.resources import PACKAGE
from toolkit.translate.government import governed_cases


@pytest.mark.cases("cases/government.tsv")
def test_governed_cases(language: str, text: str, cases: str) -> None:
    start = text.index("|")
    assert governed_cases(text.replace("|", ""), start, Language(language)) == tuple(cases.split())


def test_every_row_of_the_table_is_usable() -> None:
    text = (PACKAGE / "translate" / "data" / "governors.tsv").read_text(encoding="utf-8")
    rows = [line.split("\t") for line in text.splitlines()[1:]]
    assert len({(language, word) for language, word, _ in rows}) == len(rows)
    for language, word, cases in rows:
        assert set(cases.split(",")) <= {str(case) for case in CASES[Language(language)]}, word
        assert governed_cases(f"слово {word} Київ", len(f"слово {word} "), Language(language)), word
