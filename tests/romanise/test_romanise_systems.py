"""The systems and their tables."""

from __future__ import annotations

from pathlib import Path

import pytest

from toolkit.errors import RomanisationError
from toolkit.romanise import SYSTEMS, System, romanise
from toolkit.romanise import systems as module
from toolkit.romanise.systems import load_rules

ALPHABETS = {
    "uk": "абвгґдеєжзиіїйклмнопрстуфхцчшщьюя'",
    "ru": "абвгдеёжзийклмнопрстуфхцчшщъыьэюя",
    "mul": "абвгґдеёєжзиіїйклмнопрстуфхцчшщъыьэюя'",
}


def test_the_systems_are_those_promised() -> None:
    assert list(SYSTEMS) == [
        "bgn-ru",
        "bgn-ru-dots",
        "bgn-uk",
        "bgn-uk-2019",
        "bgn-uk-dots",
        "gost-ru",
        "icao-ru",
        "icao-uk",
        "iso9",
        "kmu55",
    ]
    assert len(SYSTEMS) == 10
    assert SYSTEMS["kmu55"] == System(
        "kmu55",
        "uk",
        "Ukrainian national romanisation (Resolution 55)",
        "Cabinet of Ministers of Ukraine, Resolution 55 of 27.01.2010, https://zakon.rada.gov.ua/laws/show/55-2010-п",
    )


@pytest.mark.parametrize("name", SYSTEMS)
def test_every_letter_has_a_rule_for_any_place(name: str) -> None:
    rules = load_rules(name)
    for letter in ALPHABETS[SYSTEMS[name].language]:
        assert rules[letter][-1][:2] == ("", ""), letter


@pytest.mark.parametrize("name", SYSTEMS)
def test_no_rule_is_shadowed_by_one_before_it(name: str) -> None:
    for letter, rules in load_rules(name).items():
        assert ("", "") not in [rule[:2] for rule in rules[:-1]], letter


def test_an_alias_has_the_rules_of_its_base() -> None:
    assert load_rules("bgn-uk-2019") == load_rules("kmu55")


@pytest.mark.parametrize("text", ["Київ", "Kyiv", ""])
def test_an_unknown_system_is_refused_with_the_known_ones(text: str) -> None:
    with pytest.raises(RomanisationError) as caught:
        romanise(text, "kmu-55")
    assert "'kmu-55'" in str(caught.value)
    assert all(name in str(caught.value) for name in SYSTEMS)


@pytest.mark.parametrize(
    ("table", "line"),
    [("# x\nа\t\t\ta\nб\tb\n", 3), ("а\t\t\ta\nа\t\t\te\n", 2)],
    ids=["cells", "twice"],
)
def test_a_broken_table_is_named_with_its_line(
    table: str, line: int, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "broken.tsv"
    path.write_text(table, encoding="utf-8")
    monkeypatch.setattr(module, "DATA", tmp_path)
    with pytest.raises(RomanisationError) as caught:
        load_rules("broken")
    assert str(caught.value).startswith(f"{path}:{line}: ")
