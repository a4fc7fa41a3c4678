"""Known forms that are nearly a word."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache

from rapidfuzz.distance import OSA

from toolkit.glossary.index import Index
from toolkit.languages import Language
from toolkit.romanise import skeleton

EDITS = 2  # letters inserted, left out, replaced or swapped with their neighbour
SOUND_EDITS = 1  # the same between skeletons, where i and y, or г and ґ, are one letter
SHORTEST = 6  # folded characters of a form: shorter ones are near to everything


@dataclass(frozen=True, slots=True, order=True)
class Near:
    """A known folded form near a word, with its distance in letters and in sounds."""

    edits: int
    sound_edits: int
    form: str


class NearForms:
    """Finds near forms without comparing a word with all of them.

    A misspelled word has its first letter right, and one half of it. So forms are filed, when their first letter is
    first asked for, under both halves of their coarse spelling (each letter by its sound); only forms that share a
    half are compared.
    """

    def __init__(self, index: Index, language: Language) -> None:
        """Take the forms of an index; nothing is compared yet."""
        self._initials: dict[str, list[tuple[str, str]]] = {}
        for form in index.all_forms(language):
            if len(form) >= SHORTEST and (coarse := form.translate(_LETTERS)):
                self._initials.setdefault(coarse[0], []).append((coarse, form))
        self._files: dict[str, dict[tuple[int, str], list[str]]] = {}

    def search(self, word: str) -> list[Near]:
        """The forms near a folded word, nearest first; not the word itself."""
        coarse = word.translate(_LETTERS)
        if not coarse:
            return []
        halves = self._halves(coarse[0])
        candidates = {form for key in _keys(coarse, SOUND_EDITS) for form in halves.get(key, ())}
        found = []
        for form in candidates:
            edits = OSA.distance(word, form, score_cutoff=EDITS)
            if 0 < edits <= EDITS:
                sounds = OSA.distance(skeleton(word), skeleton(form), score_cutoff=SOUND_EDITS)
                if sounds <= SOUND_EDITS:
                    found.append(Near(edits, sounds, form))
        return sorted(found)

    def _halves(self, initial: str) -> dict[tuple[int, str], list[str]]:
        if initial not in self._files:
            halves: dict[tuple[int, str], list[str]] = {}
            for coarse, form in self._initials.pop(initial, ()):
                for key in _keys(coarse, 0):
                    halves.setdefault(key, []).append(form)
            self._files[initial] = halves
        return self._files[initial]


class _Letters(dict[int, str]):
    """The sound of each letter by its code point, for ``str.translate``; of a sign, nothing."""

    def __missing__(self, code: int) -> str:
        self[code] = skeleton(chr(code))
        return self[code]


_LETTERS = _Letters()


def _keys(coarse: str, longer: int) -> Iterator[tuple[int, str]]:
    """The halves of a coarse spelling, as if it had up to ``longer`` letters more or less."""
    for length in range(len(coarse) - longer, len(coarse) + longer + 1):
        half = length // 2
        yield length, coarse[:half]
        yield -length, coarse[len(coarse) - (length - half) :]


@lru_cache(maxsize=6)
def near_forms(index: Index, language: Language) -> NearForms:
    """The near forms of an index in a language, made once."""
    return NearForms(index, language)
