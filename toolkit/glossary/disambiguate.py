"""Which of several places of one name is meant: by kind words, by named parents, by prominence.

Below a margin nothing is chosen: a wrong guess is worse than a question.
"""

from __future__ import annotations

import math
import re
from collections.abc import Iterable
from dataclasses import replace
from functools import lru_cache

from toolkit.glossary.index import Index, Reading
from toolkit.glossary.mention import Candidate, Mention
from toolkit.glossary.model import Status
from toolkit.languages import Language
from toolkit.text.folding import fold

MARGIN = 1.0
# How prominent a place of a kind is when a text names it without saying more: logarithmic, like population.
PROMINENCE = {
    "country": 9.0, "continent": 9.0, "ocean": 8.0, "sea": 7.0, "city": 5.0, "oblast": 4.5, "republic": 5.0,
    "region": 5.0, "river": 4.0, "peninsula": 5.0, "island": 4.0, "mountains": 4.5, "town": 4.0,
    "settlement": 3.0, "village": 2.0,
}  # fmt: skip
IN_NAMED = 2.5  # for each named region that the place lies in
NEAR_NAMED = 1.0  # when another named place lies in the same region
BEFORE, AFTER = 24, 16  # characters of context in which a kind word is looked for


def choose(raw: list[tuple[int, int, list[Reading]]], text: str, language: Language, index: Index) -> list[Mention]:
    """Turn matched spans into mentions, each with its place chosen or left open."""
    grouped = [(start, end, _by_place(readings, index)) for start, end, readings in raw]
    named = {place for _, _, groups in grouped if len(groups) == 1 for place in groups}
    around = {parent for place in named for parent in index.parents(place)}
    mentions = []
    for start, end, groups in grouped:
        candidates = [_candidate(place, readings, index) for place, readings in groups.items()]
        if len(candidates) > 1:  # one alone needs no score
            candidates = [
                replace(c, score=_score(c, text, start, end, language, named, around, index)) for c in candidates
            ]
        candidates.sort(key=lambda candidate: (-candidate.score, candidate.place.id))
        place, reason = _decide(candidates)
        mentions.append(Mention(start, end, text[start:end], language, place, tuple(candidates), reason))
    return mentions


def _candidate(place: str, readings: list[Reading], index: Index) -> Candidate:
    names = tuple(dict.fromkeys(index.name(reading.name) for reading in readings))
    return Candidate(index.place(place), names, tuple(readings), 0.0)


def _decide(candidates: list[Candidate]) -> tuple[str, str]:
    if len(candidates) == 1:
        return candidates[0].place.id, "only one place has this name"
    lead = candidates[0].score - candidates[1].score
    if lead >= MARGIN:
        return candidates[0].place.id, f"likeliest of {len(candidates)} places"
    return "", f"{len(candidates)} places have this name and none is clearly meant"


def _by_place(readings: Iterable[Reading], index: Index) -> dict[str, list[Reading]]:
    groups: dict[str, list[Reading]] = {}
    for reading in readings:
        groups.setdefault(index.name(reading.name).place, []).append(reading)
    return groups


def _score(
    candidate: Candidate, text: str, start: int, end: int,
    language: Language, named: set[str], around: set[str], index: Index,
) -> float:  # fmt: skip
    place = candidate.place
    score = PROMINENCE.get(place.kind, 3.0)
    if place.population:
        score += max(0.0, math.log10(place.population) - 3)
    if all(name.status in (Status.HISTORIC, Status.DEPRECATED, Status.TYPO) for name in candidate.names):
        score -= 0.5
    if all(reading.is_adjective for reading in candidate.readings):
        score -= 0.5
    if _announced(place.kind, text, start, end, language, index):
        score += 3.0
    parents = set(index.parents(place.id)) - {"country-ua", "country-ru"}
    score += IN_NAMED * len(named & parents)
    score += NEAR_NAMED * bool((around - named) & parents)
    return score


def _announced(kind: str, text: str, start: int, end: int, language: Language, index: Index) -> bool:
    """Whether a word for the kind of place stands just before or after (``city of``, ``м.``, ``river``)."""
    before, after = _kind_patterns(index.kind_words(kind, language), language)
    found = before.search(fold(text[max(0, start - BEFORE) : start]))
    return bool(found or after.match(fold(text[end : end + AFTER])))


@lru_cache(maxsize=256)
def _kind_patterns(words: tuple[str, ...], language: Language) -> tuple[re.Pattern[str], re.Pattern[str]]:
    """Patterns of the kind words before and after a name; a uk or ru word may have any ending."""
    stems = []
    for word in map(fold, words):
        if word.endswith(".") or language is Language.EN:
            stems.append(re.escape(word))
        else:
            stems.append(re.escape(word[: max(3, len(word) - 2)]) + r"\w{0,3}")
    either = "|".join(stems) or "(?!)"
    return re.compile(rf"(?<!\w)(?:{either})\s*$"), re.compile(rf"\s*(?:'s\s)?(?:{either})(?!\w)")
