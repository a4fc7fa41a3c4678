"""Secure the names of one sentence: accept what is right, repair what is not, report what is unclear."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from toolkit.engines.base import Hypothesis
from toolkit.glossary.index import Index
from toolkit.glossary.match import Matcher
from toolkit.glossary.mention import Mention
from toolkit.glossary.model import Case, Name, Status
from toolkit.languages import Language
from toolkit.text.distance import likeness
from toolkit.text.folding import fold
from toolkit.translate.expect import Expected
from toolkit.translate.government import governed_cases
from toolkit.translate.rendering import find_rendering
from toolkit.translate.report import Action


@dataclass(frozen=True, slots=True)
class Secured:
    """One name in a target sentence: its span there (-1, -1 when absent), what was done and why."""

    expected: Expected
    start: int
    end: int
    action: Action
    why: str


@dataclass(frozen=True, slots=True)
class SecuredSentence:
    """A target sentence with its names in order of the source, and the names in it that the source lacks."""

    text: str
    names: tuple[Secured, ...]
    strangers: tuple[str, ...]

    @property
    def misses_names(self) -> bool:
        """Whether a name with a known rendering is not in the sentence."""
        return any(name.action is Action.UNRESOLVED and name.expected.name is not None for name in self.names)

    @property
    def cost(self) -> tuple[int, int, int]:
        """How far from ideal: names missing, names the source lacks, repairs."""
        count = [name.action for name in self.names].count
        return count(Action.UNRESOLVED), len(self.strangers), count(Action.REPAIRED)


@dataclass(frozen=True, slots=True)
class _Edit:
    start: int
    end: int
    text: str


class Securer:
    """Secures sentences into one target language."""

    def __init__(self, index: Index, target: Language, hinted: bool) -> None:
        self.index, self.target, self.hinted = index, target, hinted
        self.matcher = Matcher(index)

    def best(self, hypotheses: Sequence[Hypothesis], expected: Sequence[Expected]) -> SecuredSentence:
        """The hypothesis whose names are best, secured; the engine's own order decides between equals."""
        return min((self.secure(hypothesis, expected) for hypothesis in hypotheses), key=lambda s: s.cost)

    def secure(self, hypothesis: Hypothesis, expected: Sequence[Expected]) -> SecuredSentence:
        """Account for every expected name in one hypothesis. Spans of ``expected`` are those of its segment."""
        mentions = self.matcher.find(hypothesis.text, self.target)
        wanted = frozenset(place for e in expected for place in e.places)
        strangers = [m for m in mentions if not wanted & {c.place.id for c in m.candidates}]
        taken = [(m.start, m.end) for m in mentions if m not in strangers]
        free = [m for m in mentions if m not in strangers]
        edits: list[_Edit] = []
        done: list[Secured] = []
        for e in expected:
            mention = _pick(free, e, hypothesis)
            if mention is not None:
                free.remove(mention)
                secured, edit = self._accept(e, mention, hypothesis.text)
            else:
                foreign = [(m.start, m.end) for m in strangers]
                secured, edit = self._search(e, hypothesis, taken, foreign)
                taken.append((secured.start, secured.end))
                strangers = [m for m in strangers if not (m.start < secured.end and secured.start < m.end)]
            done.append(secured)
            if edit is not None:
                edits.append(edit)
        text, moved = _apply(hypothesis.text, edits, done)
        return SecuredSentence(text, tuple(moved), tuple(m.text for m in strangers if not m.is_adjective))

    def _accept(self, e: Expected, mention: Mention, text: str) -> tuple[Secured, _Edit | None]:
        """A rendering that is a known name of the place: keep it, or set its form or spelling right."""
        names = [self.index.name(reading.name) for reading in mention.readings]
        keep = Secured(e, mention.start, mention.end, Action.HINTED if self.hinted else Action.KEPT, "as written")
        if e.name is None:
            return replace(keep, action=Action.UNRESOLVED, why=e.why), None
        if e.adjective or mention.is_adjective:
            return keep, None
        cases = [case for reading in mention.readings if not reading.is_adjective for case in reading.cases]
        governed = governed_cases(text, mention.start, self.target)
        right_name = e.name in names or any(n.status is Status.COMMON for n in names)
        if right_name and (not governed or set(governed) & set(cases)):
            return keep, None
        name = next((n for n in names if n.status is Status.COMMON), e.name) if right_name else e.name
        allowed = [case for case in governed if case in cases] or list(governed) or cases
        form = self._form(name, allowed, mention.text)
        why = "the preposition asks for another case" if right_name else f"{mention.text!r} is not the name to write"
        return self._repaired(e, mention.start, mention.end, form, text, why)

    def _search(
        self, e: Expected, hypothesis: Hypothesis, taken: list[tuple[int, int]], foreign: list[tuple[int, int]]
    ) -> tuple[Secured, _Edit | None]:
        """No known name of the place stands in the text: find what was written instead."""
        if e.name is None or (e.adjective and e.mention.language is Language.EN):
            action = Action.UNRESOLVED if e.name is None else Action.KEPT
            why = e.why if e.name is None else "an adjective or a word for the people: left to the engine"
            return Secured(e, -1, -1, action, why), None
        spellings = [form for form, _ in self._forms(e.name, e.adjective)]
        span = (e.mention.start, e.mention.end)
        words = e.name.text.count(" ") + 1
        found = find_rendering(hypothesis, span, [*spellings, e.mention.text], words, taken, foreign)
        if found is None:
            return Secured(e, -1, -1, Action.UNRESOLVED, "not found in the translation"), None
        governed = governed_cases(hypothesis.text, found.start, self.target)
        form = self._form(e.name, list(governed), found.text, e.adjective)
        why = f"{found.text!r} stood there ({found.why})"
        return self._repaired(e, found.start, found.end, form, hypothesis.text, why)

    def _forms(self, name: Name, adjective: bool) -> Iterator[tuple[str, Case]]:
        tables = list(self.index.adjective_forms(name).values()) if adjective else []
        for table in tables or [self.index.forms(name)]:
            yield from ((form, case) for case, forms in table.items() for form in forms)

    def _form(self, name: Name, allowed: list[Case], written: str, adjective: bool = False) -> str:
        """The form of a name in one of the allowed cases that fits what was written.

        What was written shows the case the engine meant, even when the name is wrong: as a form of the place's
        name in another language, or by its likeness to one of the right forms.
        """
        forms = list(self._forms(name, adjective))
        cases = allowed or [case for _, case in forms if case is not Case.VOCATIVE]
        fitting = [f for f in forms if f[1] in cases] or forms
        meant = self._cases_of(written, name.place)
        fitting = [f for f in fitting if f[1] in meant] or fitting
        rank = {case: -i for i, case in enumerate(dict.fromkeys(cases))}
        best = max(fitting, key=lambda f: (round(likeness(fold(f[0]), fold(written)) * 20), rank.get(f[1], -9)))
        return best[0]

    def _cases_of(self, written: str, place: str) -> set[Case]:
        """The cases in which a text is a name, in any inflected language: of the place, else of another one."""
        cases: dict[bool, set[Case]] = {True: set(), False: set()}
        for language in (Language.UK, Language.RU):
            for reading in self.index.readings(fold(written), language):
                if not reading.is_adjective:
                    cases[self.index.name(reading.name).place == place] |= reading.cases
        return cases[True] or cases[False]

    def _repaired(
        self, e: Expected, start: int, end: int, form: str, text: str, why: str
    ) -> tuple[Secured, _Edit | None]:
        if text[start:end].isupper() and len(text[start:end]) > 1:
            form = form.upper()
        if form == text[start:end]:
            return Secured(e, start, end, Action.KEPT, "as written"), None
        return Secured(e, start, end, Action.REPAIRED, why), _Edit(start, end, form)


def _pick(free: list[Mention], e: Expected, hypothesis: Hypothesis) -> Mention | None:
    """The mention of the expected place that the engine wrote while looking at this source name."""
    mine = [m for m in free if e.places & {c.place.id for c in m.candidates}]
    if len(mine) < 2 or not hypothesis.attention:
        return mine[0] if mine else None
    looked = hypothesis.attention_on(e.mention.start, e.mention.end)

    def weight(m: Mention) -> float:
        return sum(w for s, t, w in looked if s < m.end and t > m.start)

    return max(mine, key=weight)


def _apply(text: str, edits: list[_Edit], names: list[Secured]) -> tuple[str, list[Secured]]:
    """Carry out the edits and move the names' spans along."""
    for edit in sorted(edits, key=lambda edit: -edit.start):
        text = text[: edit.start] + edit.text + text[edit.end :]
        shift = len(edit.text) - (edit.end - edit.start)
        names = [
            replace(n, end=edit.start + len(edit.text))
            if n.start == edit.start
            else replace(n, start=n.start + shift, end=n.end + shift)
            if n.start > edit.start
            else n
            for n in names
        ]
    return text, names
