"""Declension by model word: *Фастів* declines like *Харків*.

The tables are data (``glossary/paradigms.*.tsv``); this module only replaces endings.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from toolkit.errors import GlossaryError
from toolkit.glossary.model import CASES, Case, Gender, Model
from toolkit.languages import Language

UNCHANGED = "="

Forms = dict[Case, tuple[str, ...]]
"""Case -> the forms, preferred first."""


@dataclass(frozen=True, slots=True)
class Paradigms:
    """All declension classes, and the classes of the four genders of each kind of adjective."""

    models: Mapping[tuple[Language, str], Model]
    adjectives: Mapping[tuple[Language, str], Mapping[Gender, str]]

    def decline(self, name: str, declension: str, language: Language) -> Forms:
        """All forms of a name, from the classes of its words.

        ``declension`` has one class a word, separated by spaces and hyphens as the words are; a
        hyphenated word may have a single class. Raises GlossaryError when the class does not fit.
        """
        if language is Language.EN or not declension:
            return dict.fromkeys(CASES[language], (name,))
        words, classes = name.split(" "), declension.split(" ")
        if len(words) != len(classes):
            raise GlossaryError(f"{name!r} has {len(words)} words but {len(classes)} classes ({declension})")
        if len(words) == 1:
            return self._decline_word(name, declension, language)
        parts = [self._decline_word(w, c, language) for w, c in zip(words, classes, strict=True)]
        return {case: _join([part[case] for part in parts], " ") for case in CASES[language]}

    def _decline_word(self, word: str, declension: str, language: Language) -> Forms:
        if "-" in declension:
            pieces, classes = word.split("-"), declension.split("-")
            if len(pieces) != len(classes):
                raise GlossaryError(f"{word!r} has {len(pieces)} parts but its class is {declension}")
            parts = [self._decline_word(p, c, language) for p, c in zip(pieces, classes, strict=True)]
            return {case: _join([part[case] for part in parts], "-") for case in CASES[language]}
        if declension == UNCHANGED:
            return dict.fromkeys(CASES[language], (word,))
        model = self._model(declension, language)
        if not word.lower().endswith(model.ending):
            raise GlossaryError(f"{word!r} does not end in -{model.ending} like its class {declension}")
        stem, kept = _cut(word, model.ending), len(model.word) - len(model.ending)
        cases = zip(CASES[language], model.forms, strict=True)
        return {case: tuple([stem + form[kept:] for form in forms]) for case, forms in cases}

    def _model(self, declension: str, language: Language) -> Model:
        model = self.models.get((language, declension))
        if model is None:
            raise GlossaryError(f"no declension class {declension!r} in paradigms.{language}.tsv")
        return model

    def gender(self, declension: str, language: Language) -> Gender | None:
        """The gender of a name: that of its first declined word's class; None when nothing declines."""
        for part in declension.replace("-", " ").split():
            model = self.models.get((language, part))
            if model is not None:
                return model.gender
        return None

    def decline_adjective(self, adjective: str, language: Language) -> dict[Gender, Forms]:
        """Gender -> forms of an adjective given in the masculine singular (``донецький``).

        Raises GlossaryError when no row of ``adjectives.tsv`` has its ending, or one names an unknown class.
        """
        for length in (3, 2):
            genders = self.adjectives.get((language, adjective[-length:]))
            if genders is not None:
                break
        else:
            raise GlossaryError(f"{adjective!r} does not end like an adjective of adjectives.tsv ({language})")
        stem = _cut(adjective, self._model(genders[Gender.MASCULINE], language).ending)
        return {
            gender: self._decline_word(stem + self._model(word, language).ending, word, language)
            for gender, word in genders.items()
        }


def _cut(word: str, ending: str) -> str:
    return word[: len(word) - len(ending)]


def _join(parts: list[tuple[str, ...]], separator: str) -> tuple[str, ...]:
    """Combine the alternatives of the words: the k-th of each, the last repeated where there are fewer."""
    most = max(len(part) for part in parts)
    joined = (separator.join(part[min(k, len(part) - 1)] for part in parts) for k in range(most))
    return tuple(dict.fromkeys(joined))
