"""The compiled glossary: every form of every name, found in microseconds without reading the data files.

Two kinds of files in one folder, built once for each state of the data (its hash names the folder):
``forms.LANG.marisa``, a memory-mapped trie from the folded form to its readings, and
``glossary.sqlite`` with the names, their forms and the places, read row by row as needed.
"""

from __future__ import annotations

import hashlib
import json
import os
import shutil
import sqlite3
import tempfile
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, fields
from functools import cache, lru_cache
from pathlib import Path
from typing import Any, NamedTuple

import marisa_trie

from toolkit.errors import GlossaryError
from toolkit.glossary.load import COLUMNS, Glossary, load_glossary
from toolkit.glossary.model import CASES, Case, Gender, Name, Place, Sense, Status
from toolkit.glossary.official import official_name
from toolkit.glossary.validate import validate
from toolkit.languages import Language
from toolkit.resources import PACKAGE, cache_dir, glossary_dir
from toolkit.romanise.skeleton import skeleton
from toolkit.text.folding import fold

# What decides, besides the data, what is compiled: a change of these must not meet an index made before it.
CODE = (
    "glossary/index.py", "glossary/load.py", "glossary/model.py", "glossary/paradigms.py", "text/folding.py",
    "text/tokens.py", "romanise/skeleton.py", "romanise/data/skeleton.tsv",
)  # fmt: skip
RECORD = "<IBB"  # name number, 0 for a noun or 1 + gender for an adjective, bit set of cases
GENDERS = tuple(Gender)


@dataclass(frozen=True, slots=True)
class Reading:
    """One grammatical reading of a form: which name, as a noun or an adjective, in which cases."""

    name: int
    gender: Gender | None  # of the adjective; None for the noun
    cases: frozenset[Case]

    @property
    def is_adjective(self) -> bool:
        """Whether the form is the adjective of the name (``лисичанського``)."""
        return self.gender is not None


class Spelling(NamedTuple):
    """A name with its matching key and its sound (``skeleton``)."""

    place: str
    text: str
    folded: str
    sound: str


class Index:
    """An opened compiled glossary. Cheap to open: nothing is parsed."""

    def __init__(self, folder: Path) -> None:
        """Map the files of a compiled folder; raises GlossaryError when they cannot be read."""
        self._folder = folder
        try:
            self._tries = {
                language: marisa_trie.RecordTrie(RECORD).mmap(str(folder / f"forms.{language}.marisa"))
                for language in Language
            }
            self._database = sqlite3.connect(
                f"file:{folder / 'glossary.sqlite'}?mode=ro", uri=True, check_same_thread=False
            )
        except (RuntimeError, OSError, sqlite3.Error) as error:
            raise GlossaryError(f"{folder}: the compiled glossary cannot be read ({error}); delete it") from error
        self.name = lru_cache(maxsize=4096)(self._name)
        self.senses = lru_cache(maxsize=4096)(self._senses)
        self.parents = lru_cache(maxsize=4096)(self._parents)
        self.kind_words = lru_cache(maxsize=256)(self._kind_words)
        self.place = lru_cache(maxsize=4096)(self._place)
        # Words repeat: nearly every word of a text is answered from this cache.
        self.begins_name = lru_cache(maxsize=200_000)(self._begins)
        self.forms = lru_cache(maxsize=1024)(self._forms)
        self.adjective_forms = lru_cache(maxsize=1024)(self._adjective_forms)

    def readings(self, folded: str, language: Language) -> list[Reading]:
        """All readings of a folded form."""
        return [_reading(record, language) for record in self._tries[language].get(folded, ())]

    def prefixes(self, folded: str, language: Language) -> list[str]:
        """Every known form that the folded text begins with, shortest first."""
        return list(self._tries[language].prefixes(folded))

    def _begins(self, word: str, language: Language) -> bool:
        """Whether a known form is this folded word or has it as its first word."""
        trie = self._tries[language]
        return word in trie or any(next(iter(trie.iterkeys(word + sign)), None) for sign in " -.'")

    def all_forms(self, language: Language) -> list[str]:
        """Every folded form of a language (slow; for near-miss search)."""
        return list(self._tries[language].keys())

    def _all(self, query: str, values: Sequence[object]) -> list[tuple[Any, ...]]:
        try:
            return self._database.execute(query, tuple(values)).fetchall()
        except sqlite3.Error as error:
            raise GlossaryError(f"{self._folder}: the compiled glossary cannot be read ({error}); delete it") from error

    def _row(self, query: str, *values: object) -> tuple[str, ...]:
        row = next(iter(self._all(query, values)), None)
        if row is None:
            raise GlossaryError(f"the glossary has no {' '.join(map(str, values))}")
        return tuple(row)

    def _name(self, number: int) -> Name:
        row = self._row("select value from names where number = ?", number)
        place, language, text, status, *rest = json.loads(row[0])
        return Name(place, Language(language), text, Status(status), *rest)

    def _senses(self, number: int) -> frozenset[Sense]:
        """What else a name is: a given name, a surname, an ordinary word."""
        return frozenset(map(Sense, self._row("select senses from names where number = ?", number)[0].split()))

    def _place(self, place: str) -> Place:
        return Place(*json.loads(self._row("select value from places where id = ?", place)[0]))

    def _parents(self, place: str) -> tuple[str, ...]:
        """The ids of the places that contain a place, the nearest first."""
        parent = self.place(place).parent
        return (parent, *self.parents(parent)) if parent else ()

    def names_of(self, place: str, language: Language) -> list[Name]:
        """The names of a place in a language, best first."""
        query = "select number from names where place = ? and language = ? order by number"
        return [self.name(number) for (number,) in self._all(query, (place, str(language)))]

    def _forms(self, name: Name) -> dict[Case, tuple[str, ...]]:
        """Case -> forms of a name, preferred first."""
        key = (name.place, str(name.language), name.text)
        row = self._row("select forms from names where place = ? and language = ? and text = ?", *key)
        return {Case(case): tuple(forms) for case, forms in json.loads(row[0]).items()}

    def _adjective_forms(self, name: Name) -> dict[Gender, dict[Case, tuple[str, ...]]]:
        """Gender -> case -> forms of the adjective of a name; empty when it has none."""
        key = (name.place, str(name.language), name.text)
        row = self._row("select adjectives from names where place = ? and language = ? and text = ?", *key)
        return {
            Gender(gender): {Case(case): tuple(found) for case, found in forms.items()}
            for gender, forms in json.loads(row[0]).items()
        }

    def official(self, place: str, language: Language, date: str = "") -> Name:
        """The official name of a place today, or on an ISO date on which it bore another."""
        return official_name(self.names_of(place, language), date)

    def _kind_words(self, kind: str, language: Language) -> tuple[str, ...]:
        """The words that announce a kind of place in running text."""
        return tuple(json.loads(self._row("select value from kinds where kind = ?", kind)[0])[str(language)])

    def spellings(self, languages: tuple[Language, ...]) -> list[Spelling]:
        """Every name of some languages with the keys by which near misses are found."""
        marks = ",".join("?" * len(languages))
        query = f"select place, text, folded, sound from names where language in ({marks})"
        return [Spelling(*row) for row in self._all(query, [str(language) for language in languages])]

    def count(self) -> tuple[int, int]:
        """The number of places and of names."""
        places, names = self._row("select (select count(*) from places), (select count(*) from names)")
        return int(places), int(names)


def _reading(record: tuple[int, int, int], language: Language) -> Reading:
    number, gender, cases = record
    found = frozenset(case for bit, case in enumerate(CASES[language]) if cases >> bit & 1)
    return Reading(number, GENDERS[gender - 1] if gender else None, found)


def compile_glossary(glossary: Glossary, folder: Path) -> None:
    """Write the compiled files of a glossary into an existing folder."""
    database = sqlite3.connect(folder / "glossary.sqlite")
    database.executescript(
        "create table places (id text primary key, value text) without rowid;"
        "create table kinds (kind text primary key, value text) without rowid;"
        "create table names (number integer primary key, place text, language text, text text, value text,"
        " forms text, adjectives text, folded text, sound text, senses text);"
        "create index by_place on names (place, language);"
    )
    records: dict[Language, list[tuple[str, tuple[int, int, int]]]] = {language: [] for language in Language}
    with database:
        for place in glossary.places.values():
            database.execute("insert into places values (?, ?)", (place.id, json.dumps(_values(place))))
        for kind, words in glossary.kinds.items():
            database.execute("insert into kinds values (?, ?)", (kind, json.dumps(words, ensure_ascii=False)))
        for number, name in enumerate(glossary.all_names):
            forms = glossary.forms(name)
            adjectives = (
                glossary.paradigms.decline_adjective(name.adjective, name.language)
                if name.adjective and name.language is not Language.EN
                else {}
            )
            values = (
                number, name.place, str(name.language), name.text,
                *(json.dumps(value, ensure_ascii=False) for value in (_values(name), forms, adjectives)),
                fold(name.text), skeleton(name.text),
                " ".join(sorted(glossary.senses.get((name.language, name.text), ()))),
            )  # fmt: skip
            database.execute(f"insert into names values ({', '.join('?' * len(values))})", values)
            records[name.language] += [(key, (number, *tags)) for key, tags in _keys(name, forms, adjectives)]
    database.close()
    for language, found in records.items():
        marisa_trie.RecordTrie(RECORD, found).save(str(folder / f"forms.{language}.marisa"))


def _values(record: Place | Name) -> list[object]:
    """The fields of a record in order, without the deep copies of ``dataclasses.astuple``."""
    return [getattr(record, field.name) for field in fields(record)]


def _keys(
    name: Name, forms: dict[Case, tuple[str, ...]], adjectives: dict[Gender, dict[Case, tuple[str, ...]]]
) -> Iterator[tuple[str, tuple[int, int]]]:
    """Folded form -> (adjective gender code, case bits) of one name."""
    cases = CASES[name.language]
    for code, table in [
        (0, forms),
        *((1 + GENDERS.index(gender), table) for gender, table in adjectives.items()),
    ]:
        bits: dict[str, int] = {}
        for case, found in table.items():
            for form in found:
                bits[fold(form)] = bits.get(fold(form), 0) | 1 << cases.index(case)
        yield from ((key, (code, value)) for key, value in bits.items())
    if name.language is Language.EN and name.adjective:
        for word in (name.adjective, name.adjective + "s"):
            yield fold(word), (1, 1)


def sound_glossary(folder: Path) -> Glossary:
    """Load and validate a data folder; raises GlossaryError with the first problem and their number."""
    glossary = load_glossary(folder)
    problems = validate(glossary)
    if problems:
        more = f" ({len(problems) - 1} more: run `nazva glossary validate`)" if len(problems) > 1 else ""
        raise GlossaryError(problems[0] + more)
    return glossary


def data_hash(folder: Path) -> str:
    """The hash that names the compiled state of a data folder, as this version compiles it."""
    digest = hashlib.blake2b(digest_size=10)
    for file in (*(PACKAGE / name for name in CODE), *(folder / name for name in sorted(COLUMNS))):
        try:
            digest.update(file.read_bytes())
        except OSError as error:
            raise GlossaryError(f"{file}: cannot be read ({error.strerror}); reinstall nazva") from error
    return digest.hexdigest()


@cache
def open_index() -> Index:
    """The index of the shipped glossary, compiled on first use and kept in the user's cache.

    When the cache cannot be written the files are compiled into a temporary folder of this process.
    """
    data = glossary_dir()
    if not data.is_dir():
        raise GlossaryError(f"{data}: the glossary data is missing; reinstall nazva")
    folder = cache_dir() / f"glossary-{data_hash(data)}"
    if not folder.is_dir():
        try:
            folder.parent.mkdir(parents=True, exist_ok=True)
            building = Path(tempfile.mkdtemp(prefix="glossary-", dir=folder.parent))
        except OSError:
            building = folder = Path(tempfile.mkdtemp(prefix="nazva-"))
        try:
            compile_glossary(sound_glossary(data), building)
        except BaseException:
            shutil.rmtree(building, ignore_errors=True)
            raise
        if building != folder:
            try:
                os.rename(building, folder)  # noqa: PTH104  (atomic, and fails if another process was first)
            except OSError:
                shutil.rmtree(building)
    return Index(folder)
