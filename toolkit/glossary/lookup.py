"""Answer "what is this name?": exact forms first, then the nearest spellings."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import asdict, dataclass
from typing import Any

from toolkit.glossary.index import Index, Reading
from toolkit.glossary.model import Name, Place
from toolkit.languages import Language
from toolkit.romanise.skeleton import skeleton
from toolkit.text.distance import nearest
from toolkit.text.folding import fold

MAX_EDITS = 2


@dataclass(frozen=True, slots=True)
class Answer:
    """One place with all its names, and how the term led to it.

    ``readings`` say as which forms of which names the term was found; they are empty for a near
    miss, where ``near`` is the known name that the term resembles.
    """

    place: Place
    parents: tuple[str, ...]  # English names, nearest first
    names: tuple[Name, ...]
    readings: tuple[Reading, ...]
    near: str = ""


def lookup(term: str, index: Index, languages: Iterable[Language] = tuple(Language)) -> list[Answer]:
    """All places that a term names, in any spelling or grammatical form of the given languages.

    When there is none, the places whose names come within two edits of it, in spelling or in sound;
    the nearest first. An empty list means that nothing is near.
    """
    readings: dict[str, list[Reading]] = {}
    for language in languages:
        for reading in index.readings(fold(" ".join(term.split())), language):
            readings.setdefault(index.name(reading.name).place, []).append(reading)
    if readings:
        answers = [_answer(place, index, found) for place, found in readings.items()]
        return sorted(answers, key=lambda a: (-(a.place.population or 0), a.place.id))
    return [_answer(place, index, (), near) for place, near in _nearest(term, index, tuple(languages))]


def _nearest(term: str, index: Index, languages: tuple[Language, ...]) -> list[tuple[str, str]]:
    """(place, name) of the nearest names, at most ten."""
    spellings = index.spellings(languages)
    key = skeleton(term)
    most = min(MAX_EDITS, max(len(key) // 4, int(len(key) > 2)))
    scored: dict[str, tuple[int, str]] = {}
    folded = fold(" ".join(term.split()))
    for text, keys in ((folded, [s.folded for s in spellings]), (key, [s.sound for s in spellings])):
        for distance, i in nearest(text, keys, most, 30):
            spelling = spellings[i]
            best = scored.get(spelling.place)
            if best is None or distance < best[0]:
                scored[spelling.place] = (distance, spelling.text)
    ranked = sorted(scored.items(), key=lambda item: (item[1][0], item[0]))
    return [(place, near) for place, (_, near) in ranked[:10]]


def _answer(place_id: str, index: Index, readings: Sequence[Reading], near: str = "") -> Answer:
    place = index.place(place_id)
    parents = tuple(index.official(parent, Language.EN).text for parent in index.parents(place_id))
    names = tuple(name for language in Language for name in index.names_of(place_id, language))
    return Answer(place, parents, names, tuple(readings), near)


def as_json(answer: Answer, index: Index) -> dict[str, Any]:
    """An answer as plain values, with all forms of each current name."""
    names = []
    for name in answer.names:
        forms = {str(case): list(found) for case, found in index.forms(name).items()}
        names.append(asdict(name) | {"forms": forms if name.language is not Language.EN else {}})
    found = [
        {
            "name": index.name(reading.name).text,
            "language": str(index.name(reading.name).language),
            "adjective": reading.is_adjective,
            "cases": sorted(map(str, reading.cases)),
        }
        for reading in answer.readings
    ]
    place = asdict(answer.place) | {"parents": list(answer.parents)}
    return {"place": place, "names": names, "found_as": found, "near": answer.near}
