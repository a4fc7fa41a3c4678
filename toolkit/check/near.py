"""Known forms that are nearly a word."""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache

from toolkit.glossary.index import Index
from toolkit.languages import Language
from toolkit.romanise import skeleton
from toolkit.text import distance

EDITS = 2  # letters inserted, left out, replaced or swapped with their neighbour
SOUND_EDITS = 1  # the same between skeletons, where i and y, or г and ґ, are one letter
SHORTEST = 6  # folded characters of a form: shorter ones are near to everything


_Files = tuple[dict[str, list[str]], dict[str, list[str]]]


@dataclass(frozen=True, slots=True, order=True)
class Near:
    """A known folded form near a word, with its distance in letters and in sounds."""

    edits: int
    sound_edits: int
    form: str


class NearForms:
    """Finds near forms without comparing every word with every form.

    The first letter of a misspelled word is right, and so is one half of its coarse spelling (each letter by its
    sound): always with one sound wrong, mostly with two. So the forms of one first letter and length are filed under
    both halves, when they are first asked for.
    """

    def __init__(self, index: Index, language: Language) -> None:
        """Take the forms of an index; nothing is compared yet."""
        self._forms: dict[tuple[str, int], list[tuple[str, str]]] = {}
        for form in index.all_forms(language):
            if len(form) >= SHORTEST:
                coarse = form.translate(_LETTERS)
                self._forms.setdefault((form[0], len(coarse)), []).append((coarse, form))
        self._files: dict[tuple[str, int], _Files] = {}

    def search(self, word: str) -> list[Near]:
        """The forms near a folded word, nearest first; not the word itself."""
        coarse = word.translate(_LETTERS)
        candidates: set[str] = set()
        for length in range(len(coarse) - EDITS, len(coarse) + EDITS + 1):
            first, second = self._file(word[:1], length)
            half = length // 2
            candidates.update(first.get(coarse[:half], ()), second.get(coarse[len(coarse) - (length - half) :], ()))
        return sorted(near for form in candidates if (near := _compare(word, form)))

    def _file(self, initial: str, length: int) -> _Files:
        """The forms with a first letter and a coarse length, by the first and by the second half."""
        key = initial, length
        if key not in self._files:
            first: dict[str, list[str]] = {}
            second: dict[str, list[str]] = {}
            for coarse, form in self._forms.pop(key, ()):
                first.setdefault(coarse[: length // 2], []).append(form)
                second.setdefault(coarse[length // 2 :], []).append(form)
            self._files[key] = first, second
        return self._files[key]


def _compare(word: str, form: str) -> Near | None:
    edits = distance.edits(word, form, EDITS)
    if not 0 < edits <= EDITS:
        return None
    sounds = distance.edits(_sound(word), _sound(form), SOUND_EDITS)
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
