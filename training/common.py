"""What every training program shares: configuration, folders and the tags of the vocabulary."""

from __future__ import annotations

import os
import tomllib
from pathlib import Path
from typing import Any

HERE = Path(__file__).resolve().parent
LANGUAGES = ("en", "uk", "ru")
HINT_OPEN, HINT_CLOSE = "⟨", "⟩"


def tag(target: str) -> str:
    """The symbol that tells the model which language to write, first piece of every source."""
    return f"<2{target}>"


def load_config() -> dict[str, Any]:
    """The parsed ``training/config.toml``."""
    return tomllib.loads((HERE / "config.toml").read_text(encoding="utf-8"))


def work_dir() -> Path:
    """Where prepared data and checkpoints live: ``$NAZVA_TRAINING_DIR`` or the user's cache.

    Outside the repository on purpose: a fresh checkout must not lose hours of training.
    """
    default = Path.home() / ".cache" / "nazva-training"
    folder = Path(os.environ.get("NAZVA_TRAINING_DIR", default))
    folder.mkdir(parents=True, exist_ok=True)
    return folder


def shared_dir() -> Path:
    """The folder that holds ``corpus/``, ``triples/`` and ``eval/``: ``$NAZVA_DATA`` or ../shared."""
    folder = Path(os.environ.get("NAZVA_DATA", HERE.parent.parent / "shared"))
    if not (folder / "corpus").is_dir():
        raise SystemExit(f"{folder}: no corpus/ there; set NAZVA_DATA to the folder of the parallel data")
    return folder
