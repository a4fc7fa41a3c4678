"""Findings shown: every module of this package is a renderer, called by its name.

A renderer has a docstring and ``render(files, stream)``, which writes ``CheckedFile`` values to a text stream.
"""

from __future__ import annotations

import importlib
import pkgutil
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from typing import TextIO

from toolkit.check.finding import Finding
from toolkit.errors import InputError


@dataclass(frozen=True, slots=True)
class CheckedFile:
    """A file as the user named it, its text, and what was found in it, in order."""

    path: str
    text: str
    findings: tuple[Finding, ...]


Render = Callable[[Iterable[CheckedFile], TextIO], None]


def renderer_names() -> list[str]:
    """The names of all renderers."""
    return sorted(module.name for module in pkgutil.iter_modules(__path__) if not module.name.startswith("_"))


def find_renderer(name: str) -> Render:
    """A renderer by its name. Raises InputError for an unknown one, naming those there are."""
    if name not in renderer_names():
        raise InputError(f"unknown output format {name!r}: use {', '.join(renderer_names())}")
    render: Render = importlib.import_module(f"{__name__}.{name}").render
    return render
