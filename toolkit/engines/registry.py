"""Which engines there are, and opening the best one for a pair of languages."""

from __future__ import annotations

from functools import lru_cache
from pathlib import Path

from toolkit.engines.argos import Package, read_package
from toolkit.engines.base import Engine
from toolkit.engines.copying import CopyEngine
from toolkit.engines.ctranslate import CTranslateEngine
from toolkit.errors import EngineError
from toolkit.languages import Language, language_name
from toolkit.resources import models_dir, packages_dir

AUTO, COPY = "auto", "copy"


def package_folders() -> list[Path]:
    """The folders of all packages: the installed ones first, whoever installed them wants them, then the embedded."""
    return [
        folder
        for root in (packages_dir(), models_dir())
        if root.is_dir()
        for folder in sorted(root.iterdir())
        if folder.is_dir() and not folder.name.startswith((".", "_"))
    ]


def packages() -> tuple[list[Package], list[str]]:
    """All readable packages, and a line for each that is broken: one broken package harms no other."""
    found, broken = [], []
    for folder in package_folders():
        try:
            found.append(read_package(folder))
        except EngineError as error:
            broken.append(str(error))
    return found, broken


@lru_cache(maxsize=4)
def open_engine(name: str, source: Language, target: Language, threads: int = 0) -> Engine:
    """The engine of a name (a package's code, a package folder, ``copy``) or the best for the pair (``auto``).

    Raises EngineError when there is none, saying what there is.
    """
    if name == COPY:
        return CopyEngine()
    if "/" in name:
        return CTranslateEngine(read_package(Path(name)), threads)
    found, broken = packages()
    for package in found:
        if (source, target) in package.directions and name in (AUTO, package.code):
            try:
                return CTranslateEngine(package, threads)
            except EngineError as error:  # another package may serve the pair
                broken.append(str(error))
    if name != AUTO and name not in {package.code for package in found}:
        known = ", ".join([AUTO, COPY, *(package.code for package in found)])
        raise EngineError(f"unknown engine {name!r}: use one of {known}" + "".join(f"; {line}" for line in broken))
    served = sorted({f"{a}→{b}" for package in found for a, b in package.directions})
    pair = f"{language_name(source)} to {language_name(target)}"
    raise EngineError(
        f"no model here translates {pair} (installed: {', '.join(served) or 'none'}); put an Argos package"
        f" for {source}→{target} into {packages_dir()}" + "".join(f"; {line}" for line in broken)
    )
