from __future__ import annotations

import re
import tomllib
from functools import cache
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from toolkit.engines.base import Hypothesis
from toolkit.glossary.index import Index, open_index
from toolkit.glossary.match import Matcher
from toolkit.glossary.model import Status
from toolkit.languages import Language
from toolkit.text.folding import fold
from toolkit.translate.expect import Expected, expect
from toolkit.translate.report import Action
from toolkit.translate.secure import Securer

CASES = tomllib.loads((Path(__file__).parent / "cases" / "secure.toml").read_text(encoding="utf-8"))["case"]


def words(text: str) -> list[tuple[int, int]]:
    return [match.span() for match in re.finditer(r"[\w'’-]+", text)]


def hypothesis_of(source: str, written: str, looks: dict[str, int]) -> Hypothesis:
    """A hypothesis whose words looked at the source words of ``looks`` (by number), all others at the end."""
    if not looks:
        return Hypothesis(written)
    sources, targets = [*words(source), (len(source), len(source))], words(written)
    seen = [looks.get(written[start:end], len(sources) - 1) for start, end in targets]
    rows = tuple(tuple(0.9 if i == at else 0.1 / len(sources) for i in range(len(sources))) for at in seen)
    return Hypothesis(written, 0.0, tuple(sources), tuple(targets), rows)


def expected_of(source: str, language: Language, target: Language, index: Index) -> list[Expected]:
    return [expect(mention, target, index) for mention in Matcher(index).find(source, language)]


@pytest.mark.parametrize(
    "case",
    [
        pytest.param(case, id=case["label"], marks=[pytest.mark.xfail(reason=case["bug"])] if "bug" in case else [])
        for case in CASES
    ],
)
def test_secure(case: dict[str, Any], index: Index) -> None:
    target = Language(case["to"])
    expected = expected_of(case["source"], Language(case.get("from", "en")), target, index)
    hypothesis = hypothesis_of(case["source"], case["written"], case.get("looks", {}))
    secured = Securer(index, target, case.get("hinted", False)).secure(hypothesis, expected)
    assert secured.text == case["result"]
    assert [str(name.action) for name in secured.names] == case["actions"]
    assert [secured.text[n.start : n.end] if n.start >= 0 else "" for n in secured.names] == case["names"]
    assert list(secured.strangers) == case.get("strangers", [])
    assert all((name.start, name.end) == (-1, -1) or 0 <= name.start < name.end for name in secured.names)
    assert all(name.why for name in secured.names)


@pytest.mark.parametrize(
    ("written", "chosen"),
    [
        (["Бої за місто.", "Бої за Лисичанськ."], 1),  # a name that is there
        (["Бої за Лісічанськ.", "Бої за Лисичанськ."], 1),  # a name that is right
        (["Бої за Лисичанськ і Полтаву.", "Бої за Лисичанськ."], 1),  # a name that the source does not have
        (["Бої за Лисичанськ.", "Битва за Лисичанськ."], 0),  # equals: the engine knows better
    ],
)
def test_the_hypothesis_with_the_best_names_is_taken(written: list[str], chosen: int, index: Index) -> None:
    expected = expected_of("Fighting for Lysychansk.", Language.EN, Language.UK, index)
    best = Securer(index, Language.UK, False).best([Hypothesis(text) for text in written], expected)
    assert best.text == written[chosen]


@cache
def ukrainian_places() -> list[str]:
    found = open_index().spellings((Language.EN,))
    return sorted({spelling.place for spelling in found if spelling.place.startswith("UA")})


@given(data=st.data())
@settings(max_examples=60, deadline=None)
def test_any_settlement_in_latin_letters_is_put_right(data: st.DataObject) -> None:
    """An engine that copies the English name: after a preposition stands a form of the case it asks for."""
    index = open_index()
    target = data.draw(st.sampled_from([Language.UK, Language.RU]))
    place = data.draw(st.sampled_from(ukrainian_places()))
    english = index.official(place, Language.EN).text
    (mention,) = Matcher(index).find(f"Shelling near {english}.", Language.EN)
    expected = expect(mention, target, index)
    written = f"Обстріл біля {english}." if target is Language.UK else f"Обстрел около {english}."
    secured = Securer(index, target, False).secure(Hypothesis(written), [expected])
    (name,) = secured.names
    if expected.name is None:
        assert (name.action, secured.text) == (Action.UNRESOLVED, written)
        return
    shown = secured.text[name.start : name.end]
    assert name.action is Action.REPAIRED
    assert shown in next(forms for case, forms in index.forms(expected.name).items() if case == "genitive")
    assert secured.text == written.replace(english, shown)


@given(data=st.data())
@settings(max_examples=60, deadline=None)
def test_a_right_form_is_never_changed(data: st.DataObject) -> None:
    """Where nothing governs, every form of the official name stays as it is written."""
    index = open_index()
    place = data.draw(st.sampled_from(ukrainian_places()))
    official = index.official(place, Language.UK)
    form = data.draw(st.sampled_from([form for forms in index.forms(official).values() for form in forms]))
    english = index.official(place, Language.EN)
    mentions = Matcher(index).find(f"Shelling near {english.text}.", Language.EN)
    expected = [expect(mention, Language.UK, index) for mention in mentions]
    if any(e.name != official for e in expected):
        return  # a homonym or a common name
    written = f"Обстріляно сьогодні {form} знову."
    secured = Securer(index, Language.UK, False).secure(Hypothesis(written), expected)
    assert secured.text == written
    assert [name.action for name in secured.names] == [Action.KEPT]
    assert english.status is Status.OFFICIAL
    assert fold(secured.text[secured.names[0].start : secured.names[0].end]) == fold(form)
