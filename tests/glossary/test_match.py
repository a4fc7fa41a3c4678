from __future__ import annotations

import re
from functools import cache

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from toolkit.glossary.index import open_index
from toolkit.glossary.load import Glossary, load_glossary
from toolkit.glossary.match import Matcher
from toolkit.languages import Language
from toolkit.resources import glossary_dir
from toolkit.text.folding import APOSTROPHES

# A lower-case word before, so that the name opens no sentence: there a word such as Щастя is only a word.
BEFORE = {
    Language.EN: ["near ", "of “", "at\u00a0"],
    Language.UK: ["біля ", "міста "],
    Language.RU: ["около ", "до\u00a0"],
}
AFTER = ["", ".", ", ", "»", ")", "…", "\n", " – так", "?!"]


def expected_spans(marked: str) -> tuple[str, list[tuple[int, int]]]:
    """The text without its braces, and where the braces were."""
    text, spans = "", []
    for part in re.split(r"(\{[^}]*\})", marked):
        shown = part.strip("{}") if part.startswith("{") else part
        if part.startswith("{"):
            spans.append((len(text), len(text) + len(shown)))
        text += shown
    return text, spans


@pytest.mark.cases("cases/match.tsv")
def test_find(language: str, text: str, places: str, matcher: Matcher) -> None:
    plain, spans = expected_spans(text)
    mentions = matcher.find(plain, Language(language))
    assert [(m.start, m.end) for m in mentions] == spans
    assert [m.text for m in mentions] == [plain[start:end] for start, end in spans]
    for mention, place in zip(mentions, places.split(), strict=True):
        assert place in {candidate.place.id for candidate in mention.candidates}
        assert mention.place in (place, "")


@cache
def shipped() -> Glossary:
    return load_glossary(glossary_dir())


@cache
def shipped_matcher() -> Matcher:
    return Matcher(open_index())


@given(data=st.data())
@settings(max_examples=400, deadline=None)
def test_every_form_of_every_name_leads_back_to_its_place(data: st.DataObject) -> None:
    names = shipped().all_names
    name = names[data.draw(st.integers(0, len(names) - 1))]
    form = data.draw(st.sampled_from([form for forms in shipped().forms(name).values() for form in forms]))
    form = form.replace("'", data.draw(st.sampled_from(APOSTROPHES)))
    before, after = data.draw(st.sampled_from(BEFORE[name.language])), data.draw(st.sampled_from(AFTER))
    if data.draw(st.booleans()):
        before, form = before.upper(), form.upper()
    (mention,) = shipped_matcher().find(before + form + after, name.language)
    assert (mention.start, mention.end, mention.text) == (len(before), len(before) + len(form), form)
    assert name.place in {candidate.place.id for candidate in mention.candidates}
    assert mention.place in {candidate.place.id for candidate in mention.candidates} | {""}


@given(
    text=st.text(alphabet="ХарківКиєЛисчьСумКП'’ʼ\u0301\u00ad -–.Ґґё\n", max_size=60),
    language=st.sampled_from(Language),
)
@settings(max_examples=200, deadline=None)
def test_mentions_are_in_order_and_never_overlap(text: str, language: Language) -> None:
    end = 0
    for mention in shipped_matcher().find(text, language):
        assert end <= mention.start < mention.end <= len(text)
        assert mention.text == text[mention.start : mention.end]
        end = mention.end
