"""The public names of the package, as README shows them."""

from __future__ import annotations

import subprocess
import sys

import pytest

import toolkit


@pytest.mark.parametrize("name", toolkit.__all__)
def test_every_public_name_is_there(name: str) -> None:
    assert getattr(toolkit, name).__doc__


def test_an_unknown_name_is_an_attribute_error() -> None:
    with pytest.raises(AttributeError, match="nothing"):
        toolkit.nothing  # noqa: B018


def test_importing_loads_no_library() -> None:
    code = "import sys, toolkit; print(sorted({'babel', 'ctranslate2', 'rich', 'typer', 'sqlite3'} & set(sys.modules)))"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout == "[]\n"


def test_the_example_of_the_readme() -> None:
    from toolkit import Language, Matcher, lookup, open_index

    index = open_index()
    assert lookup("Лисичанську", index)[0].names[0].text == "Lysychansk"
    mentions = Matcher(index).find("У Лисичанську тихо.", Language.UK)
    assert [(m.start, m.end, m.place) for m in mentions] == [(2, 13, "UA44120050010021900")]
