"""nazva: translate between English, Ukrainian and Russian offline, with every place name right.

The public names are loaded when they are first used, so that ``import toolkit`` costs nothing.
"""

from __future__ import annotations

from importlib import import_module
from typing import Any

_HOMES = {
    "Language": "toolkit.languages",
    "Matcher": "toolkit.glossary.match",
    "check_text": "toolkit.check.run",
    "lookup": "toolkit.glossary.lookup",
    "open_document": "toolkit.documents.formats",
    "open_engine": "toolkit.engines.registry",
    "open_index": "toolkit.glossary.index",
    "romanise": "toolkit.romanise.api",
    "translate_document": "toolkit.translate.pipeline",
}
__all__ = sorted(_HOMES)


def __getattr__(name: str) -> Any:
    if name not in _HOMES:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    return getattr(import_module(_HOMES[name]), name)
