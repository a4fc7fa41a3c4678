"""Translation quality of an engine: BLEU and chrF++ with sacreBLEU signatures.

    uv run --group bench python benchmarks/quality.py [--engine auto] [--limit N] [--sets flores-test,ntrex128,news]

The text goes through the whole pipeline (names secured), as a user's would. ``news`` is our own held-out news.
"""

from __future__ import annotations

import argparse
import time

import sacrebleu
from _data import rows

from toolkit.documents.plain import parse_plain
from toolkit.engines.registry import open_engine
from toolkit.errors import EngineError
from toolkit.glossary.index import open_index
from toolkit.languages import Language
from toolkit.translate.pipeline import translate_document

PAIRS = (("en", "uk"), ("en", "ru"), ("ru", "uk"), ("uk", "ru"), ("uk", "en"), ("ru", "en"))
COLUMN = {"en": 1, "uk": 2, "ru": 3}


def load(name: str, source: str, target: str, limit: int) -> list[tuple[str, str]]:
    """(source, reference) lines of a test set in one direction."""
    if name == "news":
        found = [(row[COLUMN[source]], row[COLUMN[target]]) for row in rows("triples/dev.tsv.gz")]
    else:
        pair = f"{source}-{target}"
        stored = pair in ("en-uk", "en-ru", "ru-uk")
        file = f"eval/{name}.{pair if stored else f'{target}-{source}'}.tsv.gz"
        found = [(a, b) if stored else (b, a) for a, b in rows(file)]
    return found[:limit] if limit else found


def main() -> None:
    """Print a line for each set and direction that the engine serves."""
    parser = argparse.ArgumentParser()
    parser.add_argument("--engine", default="auto")
    parser.add_argument("--limit", type=int, default=0, help="only the first N lines of each set")
    parser.add_argument("--sets", default="flores-test,ntrex128,news")
    parser.add_argument("--show", type=int, default=0, help="print so many outputs a direction")
    args = parser.parse_args()
    bleu, chrf = sacrebleu.BLEU(), sacrebleu.CHRF(word_order=2)
    print(f"{'set':<12} {'pair':<6} {'lines':>5} {'BLEU':>6} {'chrF++':>7} {'words/s':>8}")
    for source, target in PAIRS:
        try:
            engine = open_engine(args.engine, Language(source), Language(target))
        except EngineError:
            continue
        for name in args.sets.split(","):
            pairs = load(name, source, target, args.limit)
            document = parse_plain("\n".join(a for a, _ in pairs) + "\n")
            started = time.perf_counter()
            result = translate_document(document, Language(source), Language(target), engine, open_index())
            seconds = time.perf_counter() - started
            output = result.text.split("\n")[:-1]
            references = [b for _, b in pairs]
            speed = sum(len(a.split()) for a, _ in pairs) / seconds
            scores = bleu.corpus_score(output, [references]).score, chrf.corpus_score(output, [references]).score
            print(
                f"{name:<12} {source}-{target:<3} {len(pairs):>5} {scores[0]:>6.1f} {scores[1]:>7.1f} {speed:>8.0f}",
                flush=True,
            )
            for k in range(0, len(pairs), max(1, len(pairs) // args.show)) if args.show else ():
                print(f"  {pairs[k][0]}\n  > {output[k]}\n  = {references[k]}\n")
    print(bleu.get_signature(), chrf.get_signature(), sep="\n")


if __name__ == "__main__":
    main()
