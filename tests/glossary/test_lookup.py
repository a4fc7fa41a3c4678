from __future__ import annotations

import json

import pytest

from toolkit.glossary.index import Index
from toolkit.glossary.lookup import as_json, lookup
from toolkit.glossary.model import Case
from toolkit.languages import Language


@pytest.mark.cases("cases/lookup.tsv")
def test_lookup(term: str, how: str, place: str, index: Index) -> None:
    answers = lookup(term, index)
    assert ("none" if not answers else "near" if answers[0].near else "exact") == how
    if how == "exact":
        assert place in {answer.place.id for answer in answers}
        assert all(answer.readings and not answer.near for answer in answers)
    elif how == "near":
        assert place in {answer.place.id for answer in answers[:3]}
        assert all(answer.near and not answer.readings for answer in answers)


def test_the_readings_say_which_form_of_which_name(index: Index) -> None:
    (answer,) = lookup("Лисичанську", index, [Language.UK])
    noun, adjective = sorted(answer.readings, key=lambda reading: reading.is_adjective)
    assert index.name(noun.name).text == "Лисичанськ"
    assert {Case.DATIVE, Case.LOCATIVE} <= noun.cases <= {Case.DATIVE, Case.LOCATIVE, Case.VOCATIVE}
    assert adjective.cases == {Case.ACCUSATIVE}  # лисичанську область


def test_the_parents_are_told_nearest_first(index: Index) -> None:
    (answer,) = lookup("Lysychansk", index)
    assert answer.parents == ("Siverskodonetsk Raion", "Luhansk Oblast", "Ukraine", "Europe")


def test_only_the_languages_asked_for(index: Index) -> None:
    assert lookup("Лисичанск", index, [Language.RU])[0].readings
    assert lookup("Лисичанск", index, [Language.UK])[0].near == "Лисичанськ"


def test_homonyms_are_all_answered_the_largest_first(index: Index) -> None:
    populations = [answer.place.population or 0 for answer in lookup("Миколаїв", index)]
    assert len(populations) > 1
    assert populations == sorted(populations, reverse=True)


def test_an_answer_as_json(index: Index) -> None:
    (answer,) = lookup("Артемівську", index, [Language.UK])[:1]
    data = json.loads(json.dumps(as_json(answer, index), ensure_ascii=False))
    assert data["place"]["id"] == answer.place.id
    assert data["near"] == ""
    assert {"name": "Артемівськ", "language": "uk", "adjective": False} in [
        {key: found[key] for key in ("name", "language", "adjective")} for found in data["found_as"]
    ]
    official = next(name for name in data["names"] if name["text"] == "Бахмут" and name["language"] == "uk")
    assert official["status"] == "official"
    assert official["forms"]["locative"] == ["Бахмуті"]
    assert next(name for name in data["names"] if name["language"] == "en")["forms"] == {}
