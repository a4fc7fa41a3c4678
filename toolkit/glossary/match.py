"""Find the places a text names: every known form, longest first, and which place it is."""

from __future__ import annotations

import re
from collections.abc import Iterator

from toolkit.glossary.disambiguate import choose
from toolkit.glossary.index import Index, Reading
from toolkit.glossary.mention import Mention
from toolkit.glossary.senses import drop_other_senses
from toolkit.languages import Language
from toolkit.text.folding import fold_aligned

WORD = re.compile(r"[^\W\d_]+(?:'[^\W\d_]+)*")
PREVIOUS_WORD = re.compile(r"([^\W\d_]+)\W*$")
NEXT_WORD = re.compile(r"\W*([^\W\d_]+)")
LONGEST = 64  # folded characters looked ahead: no name is longer
_WORD_CHARACTER = re.compile(r"[^\W_]")


class Matcher:
    """Finds mentions with an index. Stateless between calls."""

    def __init__(self, index: Index) -> None:
        self.index = index

    def find(self, text: str, language: Language) -> list[Mention]:
        """All mentions in reading order, never overlapping; the longest form wins.

        The whole text is the context that decides between places of one name.
        """
        raw = drop_other_senses(list(self._scan(text, language)), text, self.index)
        return choose(raw, text, language, self.index)

    def _scan(self, text: str, language: Language) -> Iterator[tuple[int, int, list[Reading]]]:
        folded, offsets = fold_aligned(text)
        done = 0
        for match in WORD.finditer(folded):
            start = match.start()
            if start < done or not self.index.begins_name(match[0].split("'s")[0], language):
                continue
            for form in reversed(self.index.prefixes(folded[start : start + LONGEST], language)):
                end = start + len(form)
                if not _ends_word(folded, end, language):
                    continue
                begin, stop = (start, end) if offsets is None else (offsets[start], offsets[end - 1] + 1)
                readings = _fitting(self.index.readings(form, language), text, begin, stop, self.index)
                if readings:
                    yield begin, stop, readings
                    done = end
                    break


def _ends_word(folded: str, end: int, language: Language) -> bool:
    """Whether a word ends here; an English possessive 's does not belong to the name."""
    rest = folded[end : end + 3]
    if not rest or not _WORD_CHARACTER.match(rest):
        if rest.startswith("'") and len(rest) > 1 and _WORD_CHARACTER.match(rest[1]):
            return language is Language.EN and rest[1] == "s" and not (rest[2:] and rest[2].isalnum())
        return True
    return False


def _fitting(readings: list[Reading], text: str, start: int, end: int, index: Index) -> list[Reading]:
    """The readings that the capital letters allow.

    A noun is capitalised unless its own name is not (*мис Фіолент*); a uk or ru adjective need not be. An
    abbreviation (*US*) is all capitals, and a short name in capitals (*MENA*) is an abbreviation unless
    its neighbours are in capitals too.
    """
    written = text[start:end]
    if written.isupper() and end - start <= 5 and not _shouting(text, start, end):
        readings = [r for r in readings if index.name(r.name).text.isupper()]
    if written[0].isupper():
        return [r for r in readings if written.isupper() or not index.name(r.name).text.isupper()]
    lower = written.islower()
    return [r for r in readings if (r.is_adjective and lower) or index.name(r.name).text[0].islower()]


def _shouting(text: str, start: int, end: int) -> bool:
    """Whether the word before or after is in capitals too, as in a headline."""
    before, after = PREVIOUS_WORD.search(text[max(0, start - 40) : start]), NEXT_WORD.match(text[end : end + 40])
    return any(match is not None and match[1].isupper() for match in (before, after))
