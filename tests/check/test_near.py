"""Near forms: those found with halves are those a full comparison finds."""

from __future__ import annotations

import pytest

from toolkit.check.near import EDITS, SHORTEST, SOUND_EDITS, NearForms
from toolkit.glossary.index import Index
from toolkit.languages import Language
from toolkit.romanise import skeleton
from toolkit.text.distance import edits


@pytest.fixture(scope="module")
def forms(index: Index) -> NearForms:
    return NearForms(index, Language.EN)


@pytest.mark.parametrize("word", ["bahmut", "lysichansk", "lysichnask", "pokrvosk", "khersonn", "zaporizhia"])
def test_same_as_comparing_with_every_form(word: str, forms: NearForms, index: Index) -> None:
    expected = {
        form
        for form in index.all_forms(Language.EN)
        if len(form) >= SHORTEST
        and form[0] == word[0]
        and 0 < edits(word, form, EDITS) <= EDITS
        and edits(skeleton(word), skeleton(form), SOUND_EDITS) <= SOUND_EDITS
    }
    assert expected
    assert {near.form for near in forms.search(word)} == expected


@pytest.mark.parametrize("form", ["bakhmut", "lysychansk", "zaporizhzhia", "kryvyi rih", "ivano-frankivsk"])
def test_one_letter_wrong_is_always_found(form: str, forms: NearForms) -> None:
    misspelled = {
        variant
        for place in range(1, len(form))
        for variant in (
            form[:place] + form[place + 1 :],
            form[:place] + "o" + form[place + 1 :],
            form[:place] + "o" + form[place:],
        )
    }
    near = {word: {one.form for one in forms.search(word)} for word in misspelled - {form}}
    alike = {word for word in near if edits(skeleton(word), skeleton(form), SOUND_EDITS) <= SOUND_EDITS}
    assert len(alike) > 10
    assert not {word for word in alike if form not in near[word]}


def test_nearest_first(forms: NearForms) -> None:
    found = forms.search("lysychnask")
    assert (found[0].form, found[0].edits, found[0].sound_edits) == ("lysychansk", 1, 1)
    assert len({(near.edits, near.sound_edits) for near in found}) > 1
    assert found == sorted(found)


@pytest.mark.parametrize("word", ["", "'", "bakhmut", "xyzzyxyzzy", "бахмут"])
def test_no_near_form(word: str, forms: NearForms) -> None:
    assert word not in {near.form for near in forms.search(word)}
    assert not word or word == "bakhmut" or forms.search(word) == []
