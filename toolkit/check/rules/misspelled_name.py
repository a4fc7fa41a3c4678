"""A capitalised word is no known name, but nearly one.

What: one to three capitalised words that are unknown as a form of any name in any of the languages and come within two
letters of a form of six letters or more. They must sound the same (i for y, a double letter, a missing ь); of a form of
eight letters one sound may differ if its place has 20 000 inhabitants, and of any form if the text names its place
elsewhere. The first and the last letter must be right, since other endings make other words. At the start of a
sentence, only one letter of eight may differ. A word that the text also writes in small letters, and one beside another
capitalised word (a person), are not reported. The fewer letters differ, the higher the confidence.

Why: a misspelled name is neither found nor translated.

Bad:
    en: Shells fell on Lysichnask and Bahmut.
    uk: Снаряди впали на Покровськьк.
    ru: Обстреляли Лисичаснк.

Good:
    en: Shells fell on Lysychansk and Bakhmut, Mr Lysychenko said.
    uk: Снаряди впали на Лисичанськ.
    ru: Обстреляли Лисичанск.
"""

from __future__ import annotations

from collections.abc import Iterator

from toolkit.check.context import CheckContext
from toolkit.check.describe import either
from toolkit.check.finding import Severity
from toolkit.check.forms import forms_like
from toolkit.check.near import Near, near_forms
from toolkit.check.rule import Hit
from toolkit.check.runs import CapitalRun, is_ordinary
from toolkit.glossary.index import Index, Reading
from toolkit.glossary.model import Place
from toolkit.glossary.naming import WRONG, advised
from toolkit.languages import Language
from toolkit.text.folding import fold
from toolkit.text.scripts import Script, script_of

SEVERITY = Severity.WARNING
SHORTEST = 5  # letters of a word
LONG = 8  # folded characters of a form that few other words are near to
LARGE = 20_000  # inhabitants of a place that is named often enough to be misspelled often
MOST_WORDS = 3
CONFIDENCE = {(1, 0): 0.9, (1, 1): 0.8, (2, 0): 0.7, (2, 1): 0.5}
"""By the distance in letters and in sounds."""


def check(context: CheckContext) -> Iterator[Hit]:
    """Yield the capitalised words that are nearly a name."""
    index, language = context.index, context.language
    runs = [run for whole in context.capital_runs for run in whole.readings() if _is_candidate(run)]
    forms = near_forms(index, language)
    near = {
        text: forms.search(word) for text in {run.text for run in runs} if (word := _unknown(text, language, index))
    }
    named = {mention.place for mention in context.mentions}
    end = 0
    for run in runs:
        if run.start < end or not near.get(run.text):
            continue
        nearest = _nearest(run, near[run.text], named, index, language)
        if nearest and not is_ordinary(run.text, context.text):
            end = run.end
            yield _hit(run, nearest, context)


def _is_candidate(run: CapitalRun) -> bool:
    """Whether a run is of a length to look at; one letter less than a long form at the start of a sentence."""
    shortest = LONG - 1 if run.starts_sentence else SHORTEST
    return len(run.text) >= shortest and run.text.count(" ") < MOST_WORDS and not run.text.isupper()


def _unknown(text: str, language: Language, index: Index) -> str:
    """The folded word, if it is in the alphabet of the language and no form of any name in any language; or empty."""
    if script_of(text) is not (Script.LATIN if language is Language.EN else Script.CYRILLIC):
        return ""
    word = fold(text)
    return "" if any(index.readings(word, known) for known in Language) else word


def _nearest(run: CapitalRun, near: list[Near], named: set[str], index: Index, language: Language) -> list[Near]:
    """The nearest forms, all at the same distance, of those that the run may be a misspelling of."""
    ending = fold(run.text).rstrip("ь")[-1:]
    found = [
        one
        for one in near
        if one.form.rstrip("ь")[-1:] == ending
        and _is_likely(one, run.starts_sentence, _places(one, language, index), named)
    ]
    return [one for one in found if (one.edits, one.sound_edits) == (found[0].edits, found[0].sound_edits)]


def _is_likely(near: Near, starts_sentence: bool, places: list[Place], named: set[str]) -> bool:
    """Whether a word near a form is more likely a misspelling of it than another word."""
    if starts_sentence and (near.edits > 1 or len(near.form) < LONG):
        return False
    if any(place.id in named for place in places):
        return True
    if near.sound_edits:
        return len(near.form) >= LONG and any((place.population or 0) >= LARGE for place in places)
    return bool(places)


def _places(near: Near, language: Language, index: Index) -> list[Place]:
    return [index.place(index.name(reading.name).place) for reading in _nouns(near, language, index)]


def _nouns(near: Near, language: Language, index: Index) -> list[Reading]:
    return [reading for reading in index.readings(near.form, language) if not reading.is_adjective]


def _hit(run: CapitalRun, nearest: list[Near], context: CheckContext) -> Hit:
    index = context.index
    suggestions: dict[str, None] = {}
    places = set()
    for near in nearest:
        for reading in _nouns(near, context.language, index):
            name = index.name(reading.name)
            places.add(name.place)
            names = advised([name], index, context.date) if name.status in WRONG else (name,)
            suggestions |= dict.fromkeys(forms_like([reading], names, index, context.text, run.start, run.end))
    options = tuple(suggestions)[:3]
    return Hit(
        run.start,
        run.end,
        f"{run.text} is not a known name: did you mean {either(options)}?",
        options,
        places.pop() if len(places) == 1 else "",
        CONFIDENCE[nearest[0].edits, nearest[0].sound_edits],
    )
