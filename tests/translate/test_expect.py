from __future__ import annotations

import pytest

from toolkit.glossary.index import Index
from toolkit.glossary.match import Matcher
from toolkit.languages import Language
from toolkit.translate.expect import Expected, expect


def expected_of(marked: str, source: str, target: str, date: str, index: Index) -> Expected:
    text = marked.replace("{", "").replace("}", "")
    start = marked.index("{")
    (mention,) = (m for m in Matcher(index).find(text, Language(source)) if m.start == start)
    assert mention.text == marked[start + 1 : marked.index("}")]
    return expect(mention, Language(target), index, date)


@pytest.mark.cases("cases/expect.tsv")
def test_the_name_to_write(source: str, text: str, target: str, date: str, expected: str, index: Index) -> None:
    found = expected_of(text, source, target, date, index)
    assert found.name is not None
    assert found.name.text == expected
    assert found.name.language == target
    assert found.name.place in found.places


def test_places_that_differ_in_the_target_are_left_open(index: Index) -> None:
    """Pivdenne near Odesa is Южный in Russian, Pivdenne near Kharkiv is Южное."""
    found = expected_of("a road to {Pivdenne}", "en", "ru", "", index)
    assert found.name is None
    assert len(found.places) > 1
    assert found.why.endswith(": Южное, Южный")


@pytest.mark.parametrize(
    ("text", "place"),
    [
        ("{Pivdenne} in Odesa Oblast", "UA51100410010044384"),
        ("{Pivdenne} in Kharkiv Oblast", "UA63120190010022795"),
    ],
)
def test_context_decides_between_them(text: str, place: str, index: Index) -> None:
    assert expected_of(text, "en", "ru", "", index).places == {place}


@pytest.mark.parametrize(("text", "adjective"), [("{Chechen} forces", True), ("in {Chechnya}", False)])
def test_an_adjective_is_known_as_one(text: str, adjective: bool, index: Index) -> None:
    assert expected_of(text, "en", "uk", "", index).adjective is adjective
