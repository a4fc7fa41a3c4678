"""Place names in translation: right place in any form, and in the form of the reference.

    uv run python benchmarks/names.py [--engine auto] [--raw] [--limit N]

On the annotated held-out news articles, in each direction the engine serves. ``--raw`` scores the engine's own first
hypothesis, without hints and without repair: the baseline.
"""

from __future__ import annotations

import argparse
import gzip
import json
from collections import Counter

from _data import data_dir, rows

from toolkit.documents.plain import parse_plain
from toolkit.engines.base import Engine, Segment
from toolkit.engines.registry import open_engine
from toolkit.errors import EngineError
from toolkit.glossary.index import Index, open_index
from toolkit.glossary.match import Matcher
from toolkit.languages import Language
from toolkit.text.folding import fold
from toolkit.translate.pipeline import translate_document

COLUMN = {Language.EN: 1, Language.UK: 2, Language.RU: 3}


def output_lines(
    lines: list[str], source: Language, target: Language, engine: Engine, index: Index, raw: bool
) -> list[str]:
    """The translation of each line."""
    if raw:
        return [h[0].text for h in engine.translate([Segment(line) for line in lines], source, target)]
    document = parse_plain("\n".join(lines) + "\n")
    return translate_document(document, source, target, engine, index).text.split("\n")[:-1]


def main() -> None:
    """Print one line a direction."""
    parser = argparse.ArgumentParser()
    parser.add_argument("--engine", default="auto")
    parser.add_argument("--raw", action="store_true")
    parser.add_argument("--limit", type=int, default=0)
    parser.add_argument("--misses", type=int, default=0)
    args = parser.parse_args()
    index = open_index()
    matcher = Matcher(index)
    lines = [row for row in rows("triples/dev.tsv.gz") if row[0].startswith("w4-")]
    with gzip.open(data_dir() / "triples" / "dev-names.jsonl.gz", "rt", encoding="utf-8") as file:
        gold = [json.loads(line)["places"] for line in file]
    if args.limit:
        lines, gold = lines[: args.limit], gold[: args.limit]
    print(f"{'pair':<6} {'names':>6} {'any form':>9} {'right form':>11}")
    for source in Language:
        for target in Language:
            try:
                engine = open_engine(args.engine, source, target)
            except EngineError:
                continue
            if source is target:
                continue
            texts = [row[COLUMN[source]] for row in lines]
            outputs = output_lines(texts, source, target, engine, index, args.raw)
            counts: Counter[str] = Counter()
            misses: Counter[str] = Counter()
            for output, places in zip(outputs, gold, strict=True):
                folded = fold(output)
                for place in places:
                    if not place[source] or not place[target]:
                        continue
                    counts["names"] += 1
                    right = fold(place[target]) in folded
                    known = right or any_form(place[f"{target}_base"], output, target, matcher)
                    counts["right"] += right
                    counts["any"] += known
                    misses[place[f"{target}_base"]] += not known
            n = counts["names"]
            print(f"{source}-{target:<3} {n:>6} {counts['any'] / n:>9.4f} {counts['right'] / n:>11.4f}", flush=True)
            if args.misses:
                print("  missed: " + ", ".join(f"{k} ×{c}" for k, c in misses.most_common(args.misses) if c))


def any_form(base: str, output: str, target: Language, matcher: Matcher) -> bool:
    """Whether the output has any form of the name, its oblast or its adjective."""
    wanted = fold(base)
    for mention in matcher.find(output, target):
        for candidate in mention.candidates:
            if any(fold(name.text) == wanted or wanted[:-2] in fold(name.text) for name in candidate.names):
                return True
    return False


if __name__ == "__main__":
    main()
