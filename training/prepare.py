"""Clean the parallel corpora: one TSV a language pair, and a table of what was kept and why not.

Writes ``pairs/PAIR.tsv`` (source, group, text, text) and ``prepare-report.tsv`` to the work folder.
Run: ``python training/prepare.py``.
"""

from __future__ import annotations

import collections
import gzip
import re
import unicodedata
from collections.abc import Iterable, Iterator
from pathlib import Path

from common import load_config, shared_dir, work_dir

# Letters that cannot stand in a text of the language: a quick and exact filter for swapped columns.
ALIEN = {"en": re.compile("[а-яіїєґё]", re.I), "uk": re.compile("[ыэъё]", re.I), "ru": re.compile("[іїєґ]", re.I)}
SCRIPT = {"en": re.compile("[a-z]", re.I), "uk": re.compile("[а-яіїєґ]", re.I), "ru": re.compile("[а-яё]", re.I)}
MARKUP = re.compile(
    r"%[-0-9.$]*[a-zA-Z]|\{[^}]*\}|</?[a-z][^>]*>|&[a-z]+;|\$\w|\\[nt\\]|https?://|[_|=<>{}\\^~#]|\*\*|::|--\w|``|\w\(\)|/\w+/"
)
APOSTROPHE = re.compile(r"(?<=\w)[’ʼ`´‘](?=\w)")
WORD = re.compile(r"\w+")


def normalise(text: str) -> str:
    """NFC, one kind of space, apostrophe and quotation mark: what the tokeniser is trained on."""
    text = unicodedata.normalize("NFC", text).replace("\u00ad", "").replace("\u0301", "")
    text = APOSTROPHE.sub("'", text)
    text = re.sub("[“”„‟]", '"', text)
    return re.sub(r"\s+", " ", text).strip()


def words_of(text: str) -> list[str]:
    return WORD.findall(text.lower())


def eval_ngrams(folder: Path, length: int) -> set[tuple[str, ...]]:
    """Every run of ``length`` words of the test sets and of our held-out news."""
    grams: set[tuple[str, ...]] = set()
    files = [*sorted((folder / "eval").glob("*.tsv.gz")), folder / "triples" / "dev.tsv.gz"]
    for file in files:
        with gzip.open(file, "rt", encoding="utf-8") as rows:
            for row in rows:
                for cell in row.rstrip("\n").split("\t"):
                    words = words_of(cell)
                    grams.update(tuple(words[i : i + length]) for i in range(len(words) - length + 1))
                    if 4 <= len(words) < length:
                        grams.add(tuple(words))
    return grams


def reason_to_drop(a: str, b: str, languages: tuple[str, str], config: dict, check_numbers: bool = True) -> str | None:
    """Why a pair must not be trained on, or None.

    Numbers are not compared in our news: "noon" and "12:00" are both right there.
    """
    wa, wb = a.split(), b.split()
    if min(len(wa), len(wb)) < config["min_words"]:
        return "short"
    if max(len(wa), len(wb)) > config["max_words"]:
        return "long"
    if a == b:
        return "untranslated"
    if MARKUP.search(a) or MARKUP.search(b):
        return "markup"
    if max(len(a), len(b)) > config["max_length_ratio"] * min(len(a), len(b)) + 8:
        return "ratio"
    for text, language in ((a, languages[0]), (b, languages[1])):
        letters = sum(c.isalpha() for c in text)
        if ALIEN[language].search(text):
            return "language"
        if letters < 0.6 * len(text.replace(" ", "")) or len(SCRIPT[language].findall(text)) < 0.7 * letters:
            return "script"
    if (
        check_numbers
        and sorted(re.findall(r"\d+", a)) != sorted(re.findall(r"\d+", b))
        and len(re.findall(r"\d", a + b)) > 2
    ):
        return "numbers"
    return None


def clean(
    rows: Iterable[list[str]],
    group: str,
    languages: tuple[str, str],
    config: dict,
    grams: set[tuple[str, ...]],
    seen: set[tuple[str, str]],
    counts: collections.Counter[str],
) -> Iterator[tuple[str, str]]:
    n = config["eval_ngram"]
    for row in rows:
        if len(row) < 2:
            counts["broken"] += 1
            continue
        a, b = normalise(row[0]), normalise(row[1])
        reason = reason_to_drop(a, b, languages, config, group != "news")
        if reason is None:
            key = (" ".join(words_of(a)), " ".join(words_of(b)))
            if key in seen:
                reason = "duplicate"
            elif any(
                tuple(w[i : i + n]) in grams or tuple(w) in grams
                for w in (key[0].split(), key[1].split())
                for i in range(max(1, len(w) - n + 1))
            ):
                reason = "test overlap"
            else:
                seen.add(key)
        counts[reason or "kept"] += 1
        if reason is None:
            yield a, b


def read_rows(file: Path) -> Iterator[list[str]]:
    with gzip.open(file, "rt", encoding="utf-8") as rows:
        for row in rows:
            yield row.rstrip("\n").split("\t")


def news_rows(folder: Path, languages: tuple[str, str]) -> Iterator[list[str]]:
    """Our own three-language news, as pairs of the two languages asked for."""
    column = {"en": 1, "uk": 2, "ru": 3}
    for name in ("sentences", "articles"):
        for row in read_rows(folder / "triples" / f"{name}.tsv.gz"):
            yield [row[column[language]] for language in languages]


def main() -> None:
    config = load_config()["data"]
    shared, out = shared_dir(), work_dir()
    grams = eval_ngrams(shared, config["eval_ngram"])
    (out / "pairs").mkdir(exist_ok=True)
    report: list[tuple[str, str, collections.Counter[str]]] = []
    for pair in ("en-uk", "en-ru", "ru-uk"):
        first, second = pair.split("-")
        languages = (first, second)
        seen: set[tuple[str, str]] = set()
        with (out / "pairs" / f"{pair}.tsv").open("w", encoding="utf-8") as sink:
            sources = [("news", "news", news_rows(shared, languages))]
            for file in sorted((shared / "corpus").glob(f"*.{pair}.tsv.gz")):
                name = file.name.split(".")[0]
                if name not in config["excluded"]:
                    sources.append((name, "general", read_rows(file)))
            for name, group, rows in sources:
                counts: collections.Counter[str] = collections.Counter()
                for a, b in clean(rows, group, languages, config, grams, seen, counts):
                    sink.write(f"{name}\t{group}\t{a}\t{b}\n")
                report.append((pair, name, counts))
    reasons = sorted({reason for _, _, counts in report for reason in counts if reason != "kept"})
    lines = ["\t".join(["pair", "source", "kept", *reasons])]
    lines += ["\t".join([pair, name, *(str(counts[r]) for r in ["kept", *reasons])]) for pair, name, counts in report]
    (out / "prepare-report.tsv").write_text("\n".join(lines) + "\n", encoding="utf-8")
    print("\n".join(lines))


if __name__ == "__main__":
    main()
