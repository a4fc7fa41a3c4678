"""The only door to ``argostranslate``: reading packages in its format.

``argostranslate.translate`` is never imported: it needs Stanza and PyTorch. Importing its settings
creates folders in the user's home, so they are pointed into our cache while that happens.
"""

from __future__ import annotations

import json
import os
import tempfile
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from types import ModuleType
from typing import Any

from toolkit.errors import EngineError
from toolkit.languages import Language

_FOLDERS = ("XDG_DATA_HOME", "XDG_CONFIG_HOME", "XDG_CACHE_HOME")


@dataclass(frozen=True)
class Package:
    """A package on disk: where it is, what it translates, and how to speak to its model.

    ``source_tags`` maps a target language to the piece put before the source (our models);
    ``target_prefix`` is the text forced at the start of the target (Argos's own multilingual models);
    ``hint_marks`` are the brackets of inline hints, empty when the model knows none.
    """

    path: Path
    code: str
    version: str
    directions: tuple[tuple[Language, Language], ...]
    source_tags: dict[str, str]
    target_prefix: str
    hint_marks: tuple[str, ...]


@cache
def _library() -> ModuleType:
    saved = {name: os.environ.get(name) for name in _FOLDERS}
    with tempfile.TemporaryDirectory() as folder:
        os.environ.update(dict.fromkeys(_FOLDERS, folder))
        try:
            from argostranslate import package
        finally:
            for name, value in saved.items():
                os.environ.pop(name) if value is None else os.environ.update({name: value})
    return package  # type: ignore[no-any-return]


def read_package(path: Path) -> Package:
    """Read a package folder. Raises EngineError naming the file that is missing or broken."""
    for needed in ("metadata.json", "model/model.bin"):
        if not (path / needed).is_file():
            raise EngineError(f"{path}: not a usable package, {needed} is missing; remove it and install it again")
    if not (path / "sentencepiece.model").is_file():
        has_bpe = " (bpe.model cannot be used yet)" if (path / "bpe.model").is_file() else ""
        raise EngineError(f"{path}: not a usable package, sentencepiece.model is missing{has_bpe}; install another")
    try:
        package = _library().Package(path)
        own: dict[str, Any] = json.loads((path / "metadata.json").read_text(encoding="utf-8")).get("nazva", {})
        directions = _directions(package, own)
        return Package(
            path=path,
            code=package.code or f"argos-{package.from_code}-{package.to_code}",
            version=str(package.package_version),
            directions=directions,
            source_tags=dict(own.get("source_tags", {})),
            target_prefix=package.target_prefix,
            hint_marks=tuple(own.get("hints", ())),
        )
    except (ValueError, KeyError, TypeError, AttributeError, OSError) as error:
        raise EngineError(f"{path / 'metadata.json'}: cannot be read ({error}); install the package again") from error


def _directions(package: Any, own: dict[str, Any]) -> tuple[tuple[Language, Language], ...]:
    """The pairs of our languages that a package translates; raises ValueError when it names no pair at all."""
    pairs = [direction.split("-") for direction in own.get("directions", ())]
    if not pairs:
        sources = package.from_codes or [package.from_code]
        pairs = [[a, b] for a in sources for b in package.to_codes or [package.to_code] if a and b and a != b]
    if not pairs or any(len(pair) != 2 for pair in pairs):
        raise ValueError("it names no pair of languages")
    known = set(Language)
    return tuple((Language(a), Language(b)) for a, b in pairs if a in known and b in known)
