"""Fill sentence templates with places of the glossary, their forms from its declension tables.

Reads ``carriers.tsv`` and the glossary, writes ``pairs/PAIR.carriers.tsv`` with the hints of each line.
Run in the environment of the project: ``uv run python training/carriers.py``.
"""

from __future__ import annotations

import json
import random
import re
from collections.abc import Iterator

from common import HERE, LANGUAGES, load_config, work_dir

from toolkit.glossary.load import Glossary, load_glossary
from toolkit.glossary.model import Case, Name
from toolkit.languages import Language
from toolkit.resources import glossary_dir

SLOT = re.compile(r"\{(\w)(?::(\w+))?\}")
KINDS = {"city", "town", "settlement", "village"}
LINES = 40000


def fill(template: str, names: dict[str, Name], glossary: Glossary) -> tuple[str, list[tuple[int, int, str]]]:
    """The sentence, and (start, end, slot) of each name in it."""
    text, spans, done = "", [], 0
    for match in SLOT.finditer(template):
        text += template[done : match.start()]
        form = glossary.forms(names[match[1]])[Case(match[2] or "nominative")][0]
        # The vowel rule of "у" and "в" is left as the template has it.
        spans.append((len(text), len(text) + len(form), match[1]))
        text += form
        done = match.end()
    return text + template[done:], spans


def sentences(
    glossary: Glossary, rng: random.Random
) -> Iterator[dict[str, tuple[str, list[tuple[int, int, str]], dict]]]:
    templates = [line.split("\t") for line in (HERE / "carriers.tsv").read_text(encoding="utf-8").splitlines()[1:]]
    places = [place.id for place in glossary.places.values() if place.kind in KINDS]
    for _ in range(LINES):
        row = rng.choice(templates)
        chosen = dict(zip("ab", rng.sample(places, 2), strict=True))
        out = {}
        for language, template in zip(LANGUAGES, row, strict=True):
            names = {slot: glossary.official(place, Language(language)) for slot, place in chosen.items()}
            variants = {slot: glossary.names_in(place, Language(language)) for slot, place in chosen.items()}
            shown = {
                s: rng.choice(v) if language == "en" and rng.random() < 0.3 else names[s] for s, v in variants.items()
            }
            out[language] = (*fill(template, shown, glossary), names)
        yield out


def main() -> None:
    rng = random.Random(load_config()["seed"])
    glossary = load_glossary(glossary_dir())
    lines = list(sentences(glossary, rng))
    for pair in ("en-uk", "en-ru", "ru-uk"):
        first, second = pair.split("-")
        with (work_dir() / "pairs" / f"{pair}.carriers.tsv").open("w", encoding="utf-8") as sink:
            for line in lines:
                (a, a_spans, a_names), (b, b_spans, b_names) = line[first], line[second]
                forward = [(s, e, b_names[slot].text) for s, e, slot in a_spans]
                backward = [(s, e, a_names[slot].text) for s, e, slot in b_spans]
                cells = [json.dumps(h, ensure_ascii=False) for h in (forward, backward)]
                sink.write("\t".join(["carriers", "carriers", a, b, *cells, "", ""]) + "\n")
    print(len(lines), "lines")


if __name__ == "__main__":
    main()
