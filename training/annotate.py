"""Find the names of the news lines in both languages and write the hints they can be shown with.

Reads ``pairs/PAIR.tsv`` and writes ``pairs/PAIR.annotated.tsv`` with four more columns of JSON hint
lists (see ``examples.Row``). A name is a capitalised word of both sides that sounds alike; its target
lemma comes from pymorphy3. Wrong lemmas among them do no harm: the model must bear them anyway.
Run: ``python training/annotate.py``.
"""

from __future__ import annotations

import json
import re
from dataclasses import dataclass
from functools import cache

import pymorphy3
from common import work_dir
from rapidfuzz.distance import JaroWinkler

WORD = re.compile(r"[^\W\d_]+(?:['-][^\W\d_]+)*")
CYRILLIC = "абвгґдеєёжзиіїйклмнопрстуфхцчшщъыьэюя"
SOUNDS = "a b v h g d e e e zh z y i i i k l m n o p r s t u f kh ts ch sh shch . y . e u a"
LATIN = {letter: sound.strip(".") for letter, sound in zip(CYRILLIC, re.split(" ", SOUNDS), strict=True)}
KIND_WORDS = {"region", "oblast", "district", "raion", "area", "province"}
KIND_LEMMAS = {"область", "район", "край"}


@dataclass(frozen=True)
class Word:
    start: int
    end: int
    text: str
    sound: str


@cache
def analyser(language: str) -> pymorphy3.MorphAnalyzer:
    return pymorphy3.MorphAnalyzer(lang=language)


@cache
def sound_of(word: str) -> str:
    """A rough common sound of a name in any of the three languages."""
    latin = "".join(LATIN.get(c, c) for c in word.lower() if c.isalpha())
    for old, new in (("kh", "h"), ("g", "h"), ("y", "i"), ("j", "i"), ("w", "v"), ("ck", "k"), ("c", "k"), ("x", "ks")):
        latin = latin.replace(old, new)
    return re.sub(r"(.)\1", r"\1", latin)


def names_of(text: str) -> list[Word]:
    """Capitalised words of three letters or more."""
    found = (Word(m.start(), m.end(), m[0], sound_of(m[0])) for m in WORD.finditer(text) if m[0][0].isupper())
    return [word for word in found if len(word.text) > 2 or word.text.isupper()]


def matches(first: list[Word], second: list[Word]) -> list[tuple[Word, Word]]:
    """One-to-one pairs of words that sound alike, best first, in the order of the first text."""
    scored = sorted(
        ((JaroWinkler.similarity(a.sound, b.sound), i, j) for i, a in enumerate(first) for j, b in enumerate(second)),
        reverse=True,
    )
    used_first, used_second, pairs = set(), set(), []
    for score, i, j in scored:
        if score < 0.8:
            break
        if i not in used_first and j not in used_second:
            used_first.add(i)
            used_second.add(j)
            pairs.append((first[i], second[j]))
    return sorted(pairs, key=lambda pair: pair[0].start)


@cache
def parses(word: str, language: str):
    return analyser(language).parse(word)


def has(parse, grammeme: str) -> bool:
    """Whether a reading has a grammeme; the Ukrainian dictionary lacks some and would raise."""
    return grammeme in re.split("[, ]", str(parse.tag))


def noun_parse(word: str, language: str):
    """The likeliest reading as a name: a geographical or personal noun before an adjective before the rest."""
    found = parses(word.lower(), language)
    for wanted in ("Geox", "Surn", "Name"):
        for parse in found:
            if has(parse, wanted):
                return parse
    return found[0]


def lemma_of(phrase: str, language: str) -> str:
    """The nominative of a name of one or more words, adjectives in agreement with the last noun."""
    words = phrase.split(" ")
    last = noun_parse(words[-1], language)
    gender = {g for g in ("masc", "femn", "neut") if has(last, g)} or {"masc"}
    number = "plur" if has(last, "plur") and not has(last.normalized, "sing") else None
    out = []
    for word in words:
        parse = noun_parse(word, language)
        form = parse.normal_form
        if has(parse, "ADJF") and (len(words) > 1 or not has(parse, "Geox")):
            if word is words[-1]:
                gender = {g for g in ("masc", "femn", "neut") if has(parse, g)} or gender
            inflected = parse.inflect({"nomn", number} if number else {"nomn", *gender})
            form = inflected.word if inflected else form
        elif has(parse, "Geox") and has(parse, "plur") and has(parse, "Pltm"):
            form = parse.normal_form
        out.append(match_case(form, word))
    return " ".join(out)


def match_case(form: str, model: str) -> str:
    if model.isupper() and len(model) > 1:
        return model
    return "-".join(
        p[:1].upper() + p[1:] if m[:1].isupper() else p for p, m in zip(form.split("-"), model.split("-"), strict=False)
    )


def joined(
    pairs: list[tuple[Word, Word]], source: str, target: str, source_language: str, target_language: str
) -> list:
    """Hints source -> target: neighbouring words of both sides make one name; kind words join their adjective."""
    hints = []
    k = 0
    while k < len(pairs):
        a, b = pairs[k]
        start, end, t_start, t_end = a.start, a.end, b.start, b.end
        while k + 1 < len(pairs):
            n, m = pairs[k + 1]
            if source[end : n.start] != " " or target[t_end : m.start] != " ":
                break
            end, t_end = n.end, m.end
            k += 1
        phrase = target[t_start:t_end]
        if target_language == "en":
            hints.append((start, end, phrase))
        else:
            after_source = WORD.match(source, end + 1)
            after_target = WORD.match(target, t_end + 1)
            lemma = lemma_of(phrase, target_language)
            if after_source and after_target:
                kind = parses(after_target[0].lower(), target_language)[0]
                same = (
                    after_source[0].lower() in KIND_WORDS
                    if source_language == "en"
                    else (parses(after_source[0].lower(), source_language)[0].normal_form in KIND_LEMMAS)
                )
                if same and kind.normal_form in KIND_LEMMAS and " " not in phrase:
                    adjective = next((p for p in parses(phrase.lower(), target_language) if has(p, "ADJF")), None)
                    form = adjective.inflect({"nomn", "femn" if has(kind, "femn") else "masc"}) if adjective else None
                    if form:
                        lemma, end = f"{match_case(form.word, phrase)} {kind.normal_form}", after_source.end()
            hints.append((start, end, lemma))
        k += 1
    return hints


def main() -> None:
    folder = work_dir() / "pairs"
    for pair in ("en-uk", "en-ru", "ru-uk"):
        first, second = pair.split("-")
        count = 0
        temporary = folder / f"{pair}.annotated.tmp"
        with (folder / f"{pair}.tsv").open(encoding="utf-8") as rows, temporary.open("w", encoding="utf-8") as sink:
            for line in rows:
                source, group, a, b = line.rstrip("\n").split("\t")
                forward: list = []
                backward: list = []
                if group == "news":
                    pairs = matches(names_of(a), names_of(b))
                    forward = joined(pairs, a, b, first, second)
                    swapped = sorted(((t, s) for s, t in pairs), key=lambda p: p[0].start)
                    backward = joined(swapped, b, a, second, first)
                    count += len(forward)
                cells = [json.dumps(h, ensure_ascii=False) if h else "" for h in (forward, backward, [], [])]
                sink.write("\t".join([source, group, a, b, *cells]) + "\n")
        temporary.replace(folder / f"{pair}.annotated.tsv")
        print(pair, count, "names")


if __name__ == "__main__":
    main()
