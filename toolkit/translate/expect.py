"""What name a mention of the source must have in the target language."""

from __future__ import annotations

from dataclasses import dataclass

from toolkit.glossary.index import Index
from toolkit.glossary.mention import Mention
from toolkit.glossary.model import Name, Status
from toolkit.glossary.naming import anchor
from toolkit.languages import Language


@dataclass(frozen=True, slots=True)
class Expected:
    """A source mention with its target name, or with None and the reason why there is none.

    ``places`` are the ids any of which the rendering may be recognised as.
    """

    mention: Mention
    name: Name | None
    places: frozenset[str]
    adjective: bool
    why: str


def expect(mention: Mention, target: Language, index: Index, date: str = "") -> Expected:
    """Choose the target name of a mention.

    With a date, the name that was official then. Without, the name of the same period as the one the
    source uses: a text that writes *Artemivsk* means the town under that name. Places that are not
    told apart but share the target name need no decision.
    """
    places = [mention.place] if mention.place else [candidate.place.id for candidate in mention.candidates]
    names = {place: _target_name(mention, place, target, index, date) for place in places}
    texts = {name.text for name in names.values()}
    if len(texts) > 1:
        options = ", ".join(sorted(texts))
        return Expected(mention, None, frozenset(places), mention.is_adjective, f"{mention.reason}: {options}")
    return Expected(mention, names[places[0]], frozenset(places), mention.is_adjective, mention.reason)


def _target_name(mention: Mention, place: str, target: Language, index: Index, date: str) -> Name:
    used = [name for candidate in mention.candidates if candidate.place.id == place for name in candidate.names]
    official = index.official(place, target, date)
    if used and all(name.status is Status.COMMON for name in used):
        return _counterpart(used[0], official, index)
    if date:
        return official
    anchors = {name if name.until else anchor(name, index) for name in used}
    if len(anchors) == 1 and (until := anchors.pop().until):
        for name in index.names_of(place, target):
            if name.status is Status.HISTORIC and name.until[:4] == until[:4]:
                return name
    return official


def _counterpart(name: Name, official: Name, index: Index) -> Name:
    """The target name that renders a common source name: one of as many words, the official one if it has.

    *Chechen Republic* is Чеченська Республіка, not Чечня; *Luhansk region* is Луганська область, not Луганщина.
    """
    words = name.text.count(" ")
    if words in (0, official.text.count(" ")):
        return official
    names = index.names_of(name.place, official.language)
    common = (other for other in names if other.status is Status.COMMON and other.text.count(" ") == words)
    return next(common, official)
