"""Recall and precision of the matcher on the annotated news articles, by language.

    uv run python benchmarks/matcher.py [--misses N]

A gold mention is found when a mention overlaps it whose candidates include a place of its base name. Precision
counts, among the mentions in lines that have gold annotation, those that overlap a gold mention; the gold leaves
out demonyms, languages and names inside organisations, so adjectives of countries are not counted.
"""

from __future__ import annotations

import argparse
import gzip
import json
from collections import Counter

from _data import data_dir, rows

from toolkit.glossary.index import open_index
from toolkit.glossary.match import Matcher
from toolkit.languages import Language
from toolkit.text.folding import fold

COLUMN = {Language.EN: 1, Language.UK: 2, Language.RU: 3}


def main() -> None:
    """Print one line a language."""
    parser = argparse.ArgumentParser()
    parser.add_argument("--misses", type=int, default=0, help="show so many misses and false mentions")
    shown = parser.parse_args().misses
    index = open_index()
    matcher = Matcher(index)
    lines = [row for row in rows("triples/dev.tsv.gz") if row[0].startswith("w4-")]
    with gzip.open(data_dir() / "triples" / "dev-names.jsonl.gz", "rt", encoding="utf-8") as file:
        gold = [json.loads(line)["places"] for line in file]
    for language in Language:
        counts: Counter[str] = Counter()
        misses: Counter[str] = Counter()
        false: Counter[str] = Counter()
        for row, places in zip(lines, gold, strict=True):
            text = row[COLUMN[language]]
            mentions = matcher.find(text, language)
            free = list(mentions)
            for place in places:
                surface = place[language]
                if not surface:
                    continue
                counts["gold"] += 1
                base = fold(place[f"{language}_base"])
                hit = next((m for m in free if overlaps(m.text, surface) and knows(m, base)), None)
                if hit is None:
                    misses[f"{surface} ({base})"] += 1
                else:
                    counts["found"] += 1
                    counts["decided"] += bool(hit.place)
                    free.remove(hit)
            surfaces = [place[language] for place in places if place[language]]
            for m in free:
                if not m.is_adjective and not any(overlaps(m.text, s) for s in surfaces):
                    counts["false"] += 1
                    false[m.text] += 1
        recall = counts["found"] / counts["gold"]
        precision = counts["found"] / (counts["found"] + counts["false"])
        decided = counts["decided"] / counts["found"]
        print(
            f"{language}  gold {counts['gold']}  recall {recall:.4f}  precision {precision:.4f}  decided {decided:.4f}"
        )
        for title, found in (("missed", misses), ("false", false)):
            if shown:
                print(f"  {title}: " + ", ".join(f"{k} ×{n}" for k, n in found.most_common(shown)))


def overlaps(a: str, b: str) -> bool:
    """Whether one surface contains the other (an oblast's mention holds its kind word, the gold does not)."""
    return a in b or b in a


def knows(mention, base: str) -> bool:
    """Whether a candidate has the base name, or one that contains it."""
    names = (fold(name.text) for candidate in mention.candidates for name in candidate.names)
    stems = {base, base[:-1], base[: max(4, len(base) - 3)]}
    return any(name == base or any(stem in name for stem in stems) for name in names)


if __name__ == "__main__":
    main()
