"""Turn prepared pairs into training examples: mix the sources, choose directions, add hints and noise."""

from __future__ import annotations

import json
import random
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

import sentencepiece
import torch
from common import HINT_CLOSE, HINT_OPEN, tag
from torch import Tensor

BOS, EOS, PAD = 1, 2, 3
# A hint: start and end of the source span (code points), and the target lemma to show after it.
Hint = tuple[int, int, str]


@dataclass(frozen=True)
class Row:
    """One aligned pair; ``names`` and ``terms`` are the hints for the direction a -> b, ``back_*`` for b -> a."""

    a: str
    b: str
    names: tuple[Hint, ...] = ()
    back_names: tuple[Hint, ...] = ()
    terms: tuple[Hint, ...] = ()
    back_terms: tuple[Hint, ...] = ()


@dataclass
class Pool:
    """The rows of one language pair and group with their cumulative weights, for sampling."""

    rows: list[Row] = field(default_factory=list)
    cumulative: list[float] = field(default_factory=list)

    def add(self, row: Row, weight: float) -> None:
        self.rows.append(row)
        self.cumulative.append((self.cumulative[-1] if self.cumulative else 0.0) + weight)

    def sample(self, rng: random.Random, count: int) -> list[Row]:
        return rng.choices(self.rows, cum_weights=self.cumulative, k=count)


def is_sentence(text: str) -> bool:
    return text.count(" ") >= 5 and text.rstrip('"»)')[-1:] in {".", "!", "?"}


def load_pools(folder: Path, pair: str, mix: dict) -> dict[str, Pool]:
    """Group name -> pool, from ``PAIR.tsv`` or, where they exist, the annotated file and the carriers."""
    annotated = folder / f"{pair}.annotated.tsv"
    pools: dict[str, Pool] = {}
    files = [annotated if annotated.exists() else folder / f"{pair}.tsv", folder / f"{pair}.carriers.tsv"]
    for file in filter(Path.exists, files):
        for line in file.open(encoding="utf-8"):
            source, group, a, b, *hints = line.rstrip("\n").split("\t")
            lists = [tuple(tuple(h) for h in json.loads(cell)) if cell else () for cell in hints]
            weight = mix["weights"].get(source, 1.0)
            if group == "general" and not is_sentence(a):
                weight *= mix["label_weight"]
            pools.setdefault(group, Pool()).add(Row(a, b, *lists), weight)
    return pools


def insert_hints(text: str, hints: list[Hint]) -> str:
    """Write each target lemma behind its source span: ``Lysychansk ⟨Лисичанськ⟩``."""
    for _, end, lemma in sorted(hints, reverse=True):
        text = f"{text[:end]} {HINT_OPEN}{lemma}{HINT_CLOSE}{text[end:]}"
    return text


class Sampler:
    """An endless stream of padded batches, decided by the configuration and a seed."""

    def __init__(self, folder: Path, config: dict, seed: int) -> None:
        self.config, self.rng = config, random.Random(seed)
        self.pieces = sentencepiece.SentencePieceProcessor(model_file=str(folder / "vocabulary.model"))
        directions = config["data"]["directions"]
        self.directions, self.shares = list(directions), list(directions.values())
        pairs = {self.pair_of(direction) for direction in directions}
        self.pools = {p: load_pools(folder / "pairs", p, config["mix"]) for p in sorted(pairs)}

    @staticmethod
    def pair_of(direction: str) -> str:
        source, target = direction.split("-")
        return direction if direction in ("en-uk", "en-ru", "ru-uk") else f"{target}-{source}"

    def chosen_hints(self, row: Row, forward: bool) -> list[Hint]:
        names, terms = (row.names, row.terms) if forward else (row.back_names, row.back_terms)
        settings = self.config["hints"]
        if names and self.rng.random() < settings["rate"]:
            return [hint for hint in names if self.rng.random() < settings["keep"]]
        if terms and self.rng.random() < settings["terms"]:
            return self.rng.sample(terms, min(len(terms), self.rng.choice((1, 1, 2))))
        return []

    def encode_source(self, text: str, target: str) -> list[int]:
        return [self.pieces.piece_to_id(tag(target)), *self.pieces.encode(text), EOS]

    def example(self, row: Row, direction: str, forward: bool) -> tuple[list[int], list[int]]:
        source, target = (row.a, row.b) if forward else (row.b, row.a)
        source = insert_hints(source, self.chosen_hints(row, forward))
        if self.rng.random() < 0.02:  # headlines in capitals
            source, target = source.upper(), target.upper()
        return self.encode_source(source, direction.split("-")[1]), [BOS, *self.pieces.encode(target), EOS]

    def chunk(self, count: int) -> list[tuple[list[int], list[int]]]:
        """``count`` examples; the news share, the directions and the sources as configured."""
        examples = []
        longest = self.config["train"]["max_tokens"]
        for direction, share in zip(self.directions, self.shares, strict=True):
            pair = self.pair_of(direction)
            for group, pool in self.pools[pair].items():
                wanted = round(count * share * self.config["mix"][group])
                for row in pool.sample(self.rng, wanted):
                    source, target = self.example(row, direction, direction == pair)
                    if len(source) <= longest and len(target) <= longest:
                        examples.append((source, target))
        return examples

    def batches(self) -> Iterator[tuple[Tensor, Tensor]]:
        """Endless (source, target) id tensors, padded, of at most ``batch_tokens`` target tokens."""
        limit = self.config["train"]["batch_tokens"]
        while True:
            examples = self.chunk(20000)
            examples.sort(key=lambda e: (len(e[1]), len(e[0])))
            batches, batch = [], []
            for example in examples:
                if batch and (len(batch) + 1) * max(len(example[1]), len(example[0])) > limit * 1.1:
                    batches.append(batch)
                    batch = []
                batch.append(example)
            self.rng.shuffle(batches)
            for batch in batches:
                yield pad([s for s, _ in batch]), pad([t for _, t in batch])


def pad(rows: list[list[int]]) -> Tensor:
    """(batch, longest) int64, padded with PAD."""
    out = torch.full((len(rows), max(map(len, rows))), PAD)
    for i, row in enumerate(rows):
        out[i, : len(row)] = torch.tensor(row)
    return out
