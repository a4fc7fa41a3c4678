"""How we live beside ``transliterate``. In fresh interpreters: the registry is one for the process."""

from __future__ import annotations

import json
import subprocess
import sys
from typing import Any

import pytest
import transliterate
from transliterate.base import registry

from toolkit.errors import RomanisationError
from toolkit.romanise import SYSTEMS, register, romanise

# What the package's own packs do, both ways and by guess.
PROBE = """
import json, sys
import transliterate
from transliterate.base import registry
WORDS = ["Лисичанськ", "Щастя", "Київ", "Объект", "Αθήνα", "Երևան", "ქართული"]
own = sorted(set(transliterate.get_available_language_codes()) - set(ours))
print(json.dumps({
    "own": own,
    "classes": [registry.get(code).__module__ for code in own],
    "latin": [transliterate.translit(word, code, reversed=True) for code in own for word in WORDS],
    "back": [transliterate.translit(word, code) for code in own for word in ["Lysychansk", "Shchastia", "Yerevan"]],
    "guess": [transliterate.detect_language(word) for word in WORDS],
}))
"""


def run(code: str) -> str:
    return subprocess.run([sys.executable, "-c", code], capture_output=True, check=True, text=True).stdout


@pytest.fixture(scope="module")
def untouched() -> dict[str, Any]:
    result: dict[str, Any] = json.loads(run("ours = []" + PROBE))
    return result


@pytest.mark.parametrize(
    "first",
    [
        "from toolkit.romanise import register as go",
        "from toolkit.romanise import romanise; go = lambda: romanise('Яр', 'iso9')",
    ],
    ids=["register", "romanise"],
)
@pytest.mark.parametrize("before", ["", "import transliterate; transliterate.get_available_language_codes()\n"])
def test_the_packs_of_the_package_work_as_before(first: str, before: str, untouched: dict[str, Any]) -> None:
    ours = "\nfrom toolkit.romanise import SYSTEMS\nours = list(SYSTEMS)\n"
    assert json.loads(run(before + first + "\ngo()" + ours + PROBE)) == untouched
    assert "uk" in untouched["own"]


def test_nothing_of_the_package_is_imported_before_it_is_needed() -> None:
    code = "import sys, toolkit, {}; toolkit.romanise.skeleton('Яр'); print('transliterate' in sys.modules)"
    assert run(code.format("toolkit.romanise")) == "False\n"
    assert run("import sys, toolkit; print('transliterate' in sys.modules)") == "False\n"


def test_our_packs_are_in_the_registry() -> None:
    register()
    for name, text in [("kmu55", "Згурівка і Щастя"), ("bgn-ru", "Ельцин")]:
        assert transliterate.translit(text, name, reversed=True) == romanise(text, name)
    assert transliterate.slugify("Біла Церква", "kmu55") == "bila-tserkva"
    assert set(SYSTEMS) <= set(registry.registry)


def test_registering_again_keeps_the_packs() -> None:
    register()
    before = dict(registry.registry)
    register()
    assert registry.registry == before


def test_our_packs_do_not_go_back() -> None:
    register()
    with pytest.raises(RomanisationError, match="reversed=True"):
        transliterate.translit("Shchastia", "kmu55")
