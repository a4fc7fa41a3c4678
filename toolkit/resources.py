"""Where the shipped data lies: in the installed wheel, or beside the package in a checkout."""

from __future__ import annotations

import os
from pathlib import Path

from platformdirs import user_cache_path, user_data_path

PACKAGE = Path(__file__).resolve().parent


def read_rows(file: Path) -> list[list[str]]:
    """The cells of each line of a shipped TSV file, without its header."""
    return [line.split("\t") for line in file.read_text(encoding="utf-8").splitlines()[1:]]


def glossary_dir() -> Path:
    """The folder of the curated data: ``$NAZVA_GLOSSARY``, or the shipped one.

    Shipped is ``toolkit/data/glossary`` in a wheel, ``glossary/`` in a checkout.
    """
    chosen = os.environ.get("NAZVA_GLOSSARY")
    if chosen:
        return Path(chosen)
    shipped = PACKAGE / "data" / "glossary"
    return shipped if shipped.is_dir() else PACKAGE.parent / "glossary"


def models_dir() -> Path:
    """The folder of the embedded model packages."""
    return PACKAGE / "models"


def packages_dir() -> Path:
    """Where installed Argos packages lie: ``$NAZVA_PACKAGES`` or the user's data folder."""
    chosen = os.environ.get("NAZVA_PACKAGES")
    return Path(chosen) if chosen else user_data_path("nazva") / "packages"


def cache_dir() -> Path:
    """Where compiled data may be kept between runs: ``$NAZVA_CACHE`` or the user's cache folder."""
    chosen = os.environ.get("NAZVA_CACHE")
    return Path(chosen) if chosen else user_cache_path("nazva")
