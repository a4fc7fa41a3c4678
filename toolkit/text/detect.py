"""Which of the three languages a text is in."""

from __future__ import annotations

import re

from toolkit.languages import Language
from toolkit.text.tokens import LETTER
from toolkit.text.wordlists import english_words, trigram_weights

# Weights are natural logarithms of how much likelier the one language makes what is seen.
_OWN_LETTER = 5.0
_DECISIVE = 2.5  # about 12 to 1

_WORD = re.compile(rf"{LETTER}+(?:['’ʼ]{LETTER}+)*")
_LATIN = re.compile(r"[a-z\xdf-\xf6\xf8-\u024f]")
_CYRILLIC = re.compile(r"[\u0430-\u045f\u0490-\u052f]")
_UKRAINIAN = re.compile(r"[іїєґ]|(?<=[а-я])['’ʼ](?=[яюєї])")
_RUSSIAN = re.compile(r"[ыэёъ]")
_OTHER_CYRILLIC = re.compile(r"[ђѓѕј-џ\u0492-\u052f]")
_ACCENTED = re.compile(r"[\xdf-\xf6\xf8-\u024f]")
_FEW_WORDS = 10
_ENGLISH_SHARE = 8  # a third of the words of running English are common ones; one in eight is enough


def detect_language(text: str) -> Language | None:
    """The language of a text, of one short sentence too; None when it cannot be told.

    Undecidable are a text without letters, with as much Latin as Cyrillic, with too little evidence for Ukrainian or
    Russian (``Донбас``), and one that is clearly in a fourth language. A few Latin words count as English.
    """
    words = _WORD.findall(text.lower())
    latin = [word for word in words if _LATIN.match(word)]
    cyrillic = [word for word in words if _CYRILLIC.match(word)]
    balance = sum(map(len, latin)) - sum(map(len, cyrillic))
    if balance > 0:
        return _english(latin)
    return _cyrillic(cyrillic) if balance < 0 else None


def _english(words: list[str]) -> Language | None:
    """English, unless the words are many and too few of them common English ones, or they are accented."""
    common = sum(word in english_words() for word in words)
    accented = sum(_ACCENTED.search(word) is not None for word in words)
    if len(words) < _FEW_WORDS:
        return Language.EN if accented <= common else None
    return Language.EN if (common - accented) * _ENGLISH_SHARE >= len(words) else None


def _cyrillic(words: list[str]) -> Language | None:
    """Ukrainian or Russian, by the letters only one of them has and by trigrams."""
    text = f" {' '.join(words)} "
    if len(_OTHER_CYRILLIC.findall(text)) * 100 > len(text):
        return None
    weights = trigram_weights()
    evidence = _OWN_LETTER * (len(_UKRAINIAN.findall(text)) - len(_RUSSIAN.findall(text)))
    evidence += sum(weights.get(text[i : i + 3], 0.0) for i in range(len(text) - 2))
    if abs(evidence) < _DECISIVE:
        return None
    return Language.UK if evidence > 0 else Language.RU
