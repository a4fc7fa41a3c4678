"""``nazva doctor``: is everything here, and would anything touch the network?"""

from __future__ import annotations

import platform
from importlib.metadata import PackageNotFoundError, version

import typer

from toolkit.engines.registry import packages
from toolkit.errors import GlossaryError
from toolkit.glossary.index import open_index
from toolkit.glossary.load import load_glossary
from toolkit.glossary.validate import validate
from toolkit.resources import cache_dir, glossary_dir, packages_dir

LIBRARIES = ("argostranslate", "babel", "ctranslate2", "marisa-trie", "sentencepiece", "transliterate")


def register(app: typer.Typer) -> None:
    """Add the command."""
    app.command(epilog="Examples:\n\n    nazva doctor")(doctor)


def doctor() -> None:
    """Print versions, models and data, and what is wrong with them; exits with 2 when something is."""
    bad: list[str] = []
    print(f"nazva {_version('nazva')}, Python {platform.python_version()}, {platform.system()} {platform.machine()}")
    for library in LIBRARIES:
        print(f"  {library} {_version(library)}")
    try:
        glossary = load_glossary(glossary_dir())
        bad += validate(glossary)
        places, names = open_index().count()
        print(f"glossary {glossary_dir()}: {places} places, {names} names")
    except GlossaryError as error:
        bad.append(str(error))
    print(f"compiled glossary in {cache_dir()}")
    found, broken = packages()
    bad += broken
    for package in found:
        served = ", ".join(f"{source}→{target}" for source, target in package.directions)
        print(f"model {package.code} {package.version}: {served}{' (takes hints)' if package.hint_marks else ''}")
    if not found:
        bad.append("no model is installed: nothing can be translated")
    print(f"further Argos packages are looked for in {packages_dir()}")
    print("network: no command of this version opens a connection")
    for problem in bad:
        print(f"PROBLEM {problem}")
    if bad:
        raise typer.Exit(2)


def _version(name: str) -> str:
    try:
        return version(name)
    except PackageNotFoundError:
        return "not installed"
