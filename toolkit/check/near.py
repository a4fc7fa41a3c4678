"""Known forms that are nearly a word."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
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
    """Finds near forms without comparing every word with every form.

    A misspelled word has its first letter right, and one half of it in its coarse spelling (each letter by its sound).
    So the words are filed under both halves, and each form is compared with those that share one with it.
    """

    def __init__(self, index: Index, language: Language) -> None:
        """Take the forms of an index; nothing is compared yet."""
        self._forms: dict[str, list[tuple[str, str]]] = {}
        for form in index.all_forms(language):
            if len(form) >= SHORTEST:
                self._forms.setdefault(form[0], []).append((form.translate(_LETTERS), form))

    def search(self, words: Iterable[str]) -> dict[str, list[Near]]:
        """For each folded word that has some, the forms near it, nearest first; not the word itself."""
        initials: dict[str, list[str]] = {}
        for word in set(words):
            initials.setdefault(word[:1], []).append(word)
        found: dict[str, list[Near]] = {}
        for initial, same in initials.items():
            for word, form in self._pairs(self._forms.get(initial, []), same):
                if near := _compare(word, form):
                    found.setdefault(word, []).append(near)
        return {word: sorted(set(near)) for word, near in found.items()}

    @staticmethod
    def _pairs(forms: list[tuple[str, str]], words: list[str]) -> Iterator[tuple[str, str]]:
        """The words and forms that have the first or the second half in common, and about the same length."""
        files: dict[tuple[int, str], list[str]] = {}
        for word in words:
            coarse = word.translate(_LETTERS)
            for length in range(len(coarse) - SOUND_EDITS, len(coarse) + SOUND_EDITS + 1):
                half = length // 2
                files.setdefault((length, coarse[:half]), []).append(word)
                files.setdefault((-length, coarse[len(coarse) - (length - half) :]), []).append(word)
        for coarse, form in forms:
            length = len(coarse)
            for key in ((length, coarse[: length // 2]), (-length, coarse[length // 2 :])):
                for word in files.get(key, ()):
                    yield word, form


def _compare(word: str, form: str) -> Near | None:
    edits = OSA.distance(word, form, score_cutoff=EDITS)
    if not 0 < edits <= EDITS:
        return None
    sounds = OSA.distance(_sound(word), _sound(form), score_cutoff=SOUND_EDITS)
    return Near(edits, sounds, form) if sounds <= SOUND_EDITS else None


_sound = lru_cache(maxsize=4096)(skeleton)


class _Letters(dict[int, str]):
    """The sound of each letter by its code point, for ``str.translate``; of a sign, nothing."""

    def __missing__(self, code: int) -> str:
        self[code] = skeleton(chr(code))
        return self[code]


_LETTERS = _Letters()


@lru_cache(maxsize=6)
def near_forms(index: Index, language: Language) -> NearForms:
    """The near forms of an index in a language, made once."""
    return NearForms(index, language)
