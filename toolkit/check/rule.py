"""What a rule is, and all rules there are: every module of ``toolkit.check.rules`` is one.

A rule is a module with a docstring (``toolkit.check.explanation`` reads it), a constant ``SEVERITY``, a function
``check(context)`` that yields hits, and ``NEEDS_SOURCE = True`` if it compares a translation with its source.
Its id is the name of the module, hyphens for underscores.
"""

from __future__ import annotations

import importlib
import pkgutil
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from functools import cache

from toolkit.check import rules
from toolkit.check.context import CheckContext
from toolkit.check.explanation import Explanation, parse_explanation
from toolkit.check.finding import Severity
from toolkit.errors import InputError


@dataclass(frozen=True, slots=True)
class Hit:
    """What a rule yields: a finding without what every rule would have to compute in the same way.

    The fields are those of ``Finding``.
    """

    start: int
    end: int
    message: str
    suggestions: tuple[str, ...] = ()
    place: str = ""
    confidence: float = 1.0


@dataclass(frozen=True, slots=True)
class Rule:
    """A rule, ready to run."""

    id: str
    severity: Severity
    needs_source: bool
    explanation: Explanation
    check: Callable[[CheckContext], Iterator[Hit]]


@cache
def load_rules() -> tuple[Rule, ...]:
    """Every rule, sorted by id."""
    names = sorted(module.name for module in pkgutil.iter_modules(rules.__path__))
    return tuple(_load(name) for name in names)


def _load(name: str) -> Rule:
    module = importlib.import_module(f"{rules.__name__}.{name}")
    return Rule(
        id=name.replace("_", "-"),
        severity=module.SEVERITY,
        needs_source=getattr(module, "NEEDS_SOURCE", False),
        explanation=parse_explanation(module.__doc__ or ""),
        check=module.check,
    )


def pick_rules(select: Iterable[str] = (), ignore: Iterable[str] = ()) -> tuple[Rule, ...]:
    """The rules to run: those selected, or all when none is, without those ignored.

    Raises InputError for an id that no rule has, naming those there are.
    """
    known = {rule.id: rule for rule in load_rules()}
    wanted, unwanted = set(select), set(ignore)
    if unknown := sorted((wanted | unwanted) - known.keys()):
        raise InputError(f"unknown rule {unknown[0]!r}: the rules are {', '.join(known)}")
    return tuple(rule for rule in known.values() if rule.id in (wanted or known) and rule.id not in unwanted)
