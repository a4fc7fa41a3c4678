"""Translate a document: blocks to sentences, names marked, one engine call, names secured, put together again."""

from __future__ import annotations

import bisect
import itertools
import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from toolkit.documents.model import Block, Document, render
from toolkit.engines.base import Engine, Hint, Progress, Segment
from toolkit.errors import LanguageError
from toolkit.glossary.index import Index
from toolkit.glossary.match import Matcher
from toolkit.glossary.mention import Mention
from toolkit.languages import Language
from toolkit.text.sentences import split_sentences
from toolkit.translate.clauses import join_clauses, split_clauses
from toolkit.translate.expect import Expected, expect
from toolkit.translate.report import Action, NameDecision, Translation
from toolkit.translate.secure import Secured, SecuredSentence, Securer

HYPOTHESES = 4
MORE_HYPOTHESES = 16  # for the sentences in which a name is still missing
_NUMBER = re.compile(r"\d+")
_LETTER = re.compile(r"[^\W\d_]")


@dataclass(frozen=True, slots=True)
class _Sentence:
    """One sentence: its block, its span in the block's text, and what its names must become."""

    block: int
    start: int
    end: int
    text: str
    expected: tuple[Expected, ...]

    def segment(self) -> Segment:
        hints = (Hint(e.mention.start, e.mention.end, e.name.text) for e in self.expected if e.name and _hintable(e))
        return Segment(self.text, tuple(hints))


def translate_document(
    document: Document,
    source: Language,
    target: Language,
    engine: Engine,
    index: Index,
    *,
    date: str = "",
    progress: Progress | None = None,
) -> Translation:
    """Translate every block of a document and secure its names.

    ``date`` (ISO) is that of the document: places get the name they officially had then. White space
    between sentences and everything outside blocks stay as they are. ``progress`` is called with the
    number of sentences finished. Raises LanguageError when source and target are the same, EngineError
    when the engine does not serve the pair.
    """
    if source is target:
        raise LanguageError(f"the text is {source} already: source and target must differ")
    sentences = list(_sentences(document, source, target, index, date))
    spoken = [sentence for sentence in sentences if _LETTER.search(sentence.text)]
    securer = Securer(index, target, engine.understands_hints)

    def run(chosen: list[_Sentence], hypotheses: int, progress: Progress | None) -> dict[int, SecuredSentence]:
        if not chosen:
            return {}
        segments = [sentence.segment() for sentence in chosen]
        results = engine.translate(segments, source, target, hypotheses=hypotheses, progress=progress)
        pairs = zip(chosen, results, strict=True)
        return {id(sentence): securer.best(found, sentence.expected) for sentence, found in pairs}

    secured = run(spoken, HYPOTHESES, progress)
    # A name may be missing from the likeliest translations and stand in a less likely one, or in a shorter clause.
    again = [sentence for sentence in spoken if secured[id(sentence)].misses_names]
    secured |= run(again, MORE_HYPOTHESES, None)
    for conjunctions in (False, True):
        missing = [sentence for sentence in again if secured[id(sentence)].misses_names]
        divided = [(s, split_clauses(s.text, s.expected, source, conjunctions)) for s in missing]
        parts = [[replace(s, text=c.text, expected=c.expected) for c in clauses] for s, clauses in divided]
        done = run([part for group in parts for part in group if len(group) > 1], MORE_HYPOTHESES, None)
        for (sentence, clauses), group in zip(divided, parts, strict=True):
            if len(group) > 1:
                joined = join_clauses(clauses, [done[id(part)] for part in group], sentence.expected)
                secured[id(sentence)] = min(secured[id(sentence)], joined, key=lambda s: s.cost)
    return _assemble(document, sentences, secured, source, target, engine.name)


def count_sentences(document: Document, language: Language) -> int:
    """How many sentences ``translate_document`` will report as progress, about."""
    return sum(len(split_sentences(block.text, language)) for block in document.blocks)


def _hintable(e: Expected) -> bool:
    """An English adjective (*Russian*) may be an adjective or the people: the engine must decide."""
    return not (e.adjective and e.mention.language is Language.EN)


def _sentences(document: Document, source: Language, target: Language, index: Index, date: str) -> Iterable[_Sentence]:
    """All sentences in order. The whole document is the context in which places are told apart."""
    starts: list[int] = []
    position = 0
    for block in document.blocks:
        starts.append(position)
        position += len(block.text) + 2
    mentions = Matcher(index).find("\n\n".join(block.text for block in document.blocks), source)
    by_block: dict[int, list[Mention]] = {}
    for mention in mentions:
        number = bisect.bisect_right(starts, mention.start) - 1
        moved = replace(mention, start=mention.start - starts[number], end=mention.end - starts[number])
        by_block.setdefault(number, []).append(moved)
    for number, block in enumerate(document.blocks):
        for span in split_sentences(block.text, source):
            inside = [m for m in by_block.get(number, []) if span.start <= m.start and m.end <= span.end]
            local = (replace(m, start=m.start - span.start, end=m.end - span.start) for m in inside)
            expected = tuple(expect(mention, target, index, date) for mention in local)
            yield _Sentence(number, span.start, span.end, span.of(block.text), expected)


def _assemble(
    document: Document,
    sentences: Sequence[_Sentence],
    secured: dict[int, SecuredSentence],
    source: Language,
    target: Language,
    engine: str,
) -> Translation:
    """Put the sentences back into their blocks with the white space between them, and the report together."""
    replacements: dict[int, str] = {}
    placed: list[tuple[_Sentence, SecuredSentence, int]] = []
    warnings: list[str] = []
    by_block = {n: list(group) for n, group in itertools.groupby(sentences, key=lambda sentence: sentence.block)}
    for number, block in enumerate(document.blocks):
        text, done = "", 0
        for sentence in by_block.get(number, ()):
            text += block.text[done : sentence.start]
            result = secured.get(id(sentence), SecuredSentence(sentence.text, (), ()))
            placed.append((sentence, result, len(text)))
            warnings += _warnings(sentence, result)
            text += result.text
            done = sentence.end
        replacements[number] = text + block.text[done:]
    output = render(document, replacements)
    written = _Written(document, replacements)
    names = [
        _decision(name, document.blocks[sentence.block], sentence, written, offset, result)
        for sentence, result, offset in placed
        for name in result.names
    ]
    return Translation(output, source, target, engine, tuple(names), tuple(warnings))


class _Written:
    """Where the text of the blocks lies in the output document."""

    def __init__(self, document: Document, replacements: dict[int, str]) -> None:
        self._document, self._replacements = document, replacements
        self._starts: list[int] = []
        self._lengths: list[int] = []
        shift = 0
        for number, block in enumerate(document.blocks):
            text = replacements[number]
            length = block.end - block.start
            self._lengths.append(length if text == block.text else len(document.write(block, text)))
            self._starts.append(block.start + shift)
            shift += self._lengths[-1] - length

    def start(self, number: int, position: int) -> int:
        """The offset in the output of a name that begins at a position of a block's replacement.

        Measured from the end: a format may strip white space, and the name begins with none.
        """
        block, text = self._document.blocks[number], self._replacements[number]
        if text == block.text:
            return self._starts[number] + block.offset(position) - block.start
        return self._starts[number] + self._lengths[number] - len(self._document.write(block, text[position:]))

    def end(self, number: int, position: int) -> int:
        """The offset in the output of a name's end."""
        block, text = self._document.blocks[number], self._replacements[number]
        if text == block.text:
            return self._starts[number] + block.offset(position - 1) + 1 - block.start
        return self._starts[number] + len(self._document.write(block, text[:position]))


def _decision(
    secured: Secured, block: Block, sentence: _Sentence, written: _Written, offset: int, result: SecuredSentence
) -> NameDecision:
    mention, name = secured.expected.mention, secured.expected.name
    found = secured.start >= 0
    source_end = block.offset(sentence.start + mention.end - 1) + 1
    return NameDecision(
        place=mention.place or (min(secured.expected.places) if name else ""),
        source_text=mention.text,
        source_start=block.offset(sentence.start + mention.start),
        source_end=source_end,
        target_text=result.text[secured.start : secured.end] if found else "",
        target_start=written.start(sentence.block, offset + secured.start) if found else -1,
        target_end=written.end(sentence.block, offset + secured.end) if found else -1,
        target_name=name.text if name else "",
        action=secured.action,
        why=secured.why,
    )


def _warnings(sentence: _Sentence, result: SecuredSentence) -> list[str]:
    """What a reader should check by eye: numbers that differ, names that the source does not have."""
    shown = sentence.text if len(sentence.text) <= 60 else sentence.text[:57] + "…"
    found = []
    there, here = (sorted(_NUMBER.findall(text)) for text in (sentence.text, result.text))
    if there != here:
        found.append(f"numbers differ ({', '.join(there) or 'none'} → {', '.join(here) or 'none'}): {shown}")
    if result.strangers and any(name.action is Action.UNRESOLVED for name in result.names):
        found.append(f"the translation names {', '.join(result.strangers)}, the source does not: {shown}")
    return found
