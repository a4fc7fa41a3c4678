"""Where the benchmarks find their data: ``$NAZVA_DATA`` or ``../shared`` beside the repository."""

from __future__ import annotations

import gzip
import os
from collections.abc import Iterator
from pathlib import Path


def data_dir() -> Path:
    """The folder with ``eval/`` and ``triples/``."""
    folder = Path(os.environ.get("NAZVA_DATA", Path(__file__).resolve().parents[2] / "shared"))
    if not (folder / "eval").is_dir():
        raise SystemExit(f"{folder}: no eval/ there; set NAZVA_DATA to the folder of the evaluation data")
    return folder


def rows(path: str) -> Iterator[list[str]]:
    """The cells of a gzipped TSV below the data folder."""
    with gzip.open(data_dir() / path, "rt", encoding="utf-8") as lines:
        for line in lines:
            yield line.rstrip("\n").split("\t")
