from __future__ import annotations

import unicodedata

import pytest

from toolkit.glossary.index import Index
from toolkit.glossary.load import Glossary
from toolkit.glossary.model import Status
from toolkit.languages import Language
from toolkit.romanise.api import romanise

SETTLEMENTS = ("city", "town", "settlement", "village")


def test_the_official_english_of_ukrainian_settlements_is_resolution_55(glossary: Glossary) -> None:
    """There is no exception to it; the day there is one, list it here with its reason."""
    places = [p.id for p in glossary.places.values() if p.id.startswith("UA") and p.kind in SETTLEMENTS]
    assert len(places) > 500
    for place in places:
        ukrainian = glossary.official(place, Language.UK).text
        assert glossary.official(place, Language.EN).text == romanise(ukrainian, "kmu55"), place


def test_every_rename_has_an_end_and_a_beginning_that_meet(glossary: Glossary) -> None:
    """The last historic name of a settlement ends the day the official one begins, where both days are known."""
    for place in glossary.places:
        names = glossary.names_in(place, Language.UK)
        (official,) = (name for name in names if name.status is Status.OFFICIAL)
        ends = [name.until for name in names if name.status is Status.HISTORIC and name.until]
        if official.since and ends:
            assert official.since == max(ends), f"{place}: {official.text}"


def test_dates_are_in_order(glossary: Glossary) -> None:
    for item in (*glossary.places.values(), *glossary.all_names):
        assert not (item.since and item.until) or item.since < item.until, item


@pytest.mark.parametrize(
    ("place", "language", "date", "name"),
    [
        ("UA44120110010072887", Language.UK, "", "Сіверськодонецьк"),
        ("UA44120110010072887", Language.UK, "2022-07-04", "Сєвєродонецьк"),
        ("UA44120110010072887", Language.UK, "2024-09-25", "Сєвєродонецьк"),
        ("UA44120110010072887", Language.UK, "2024-09-26", "Сіверськодонецьк"),
        ("UA44120110010072887", Language.EN, "2022-07-04", "Sievierodonetsk"),
        ("UA14020010010059145", Language.UK, "2014", "Артемівськ"),
        ("UA14020010010059145", Language.UK, "2022-07-04", "Бахмут"),
        ("UA14020010010059145", Language.RU, "2014-06-01", "Артёмовск"),
        ("UA12020010010037010", Language.UK, "2015-01-01", "Дніпропетровськ"),
        ("UA44120050010021900", Language.UK, "1999-01-01", "Лисичанськ"),
    ],
)
def test_the_official_name_on_a_day(
    place: str, language: Language, date: str, name: str, glossary: Glossary, index: Index
) -> None:
    assert glossary.official(place, language, date).text == name
    assert index.official(place, language, date).text == name


def test_names_are_written_as_the_policy_says(glossary: Glossary) -> None:
    for name in glossary.all_names:
        assert unicodedata.is_normalized("NFC", name.text)
        assert not set("’ʼ`") & set(name.text), name
        assert "  " not in name.text
