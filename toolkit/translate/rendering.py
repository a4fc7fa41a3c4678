"""Find what an engine wrote for a name: by sound and by where the engine looked while writing."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from itertools import pairwise

from toolkit.engines.base import Hypothesis
from toolkit.romanise.skeleton import skeleton
from toolkit.text.distance import likeness

WORD = re.compile(r"[^\W\d_]+(?:['’ʼ-][^\W\d_]+)*")
ALIKE = 0.62  # from here on the sound alone decides
PERHAPS = 0.30  # from here on sound decides together with attention
LOOKED = 0.35  # share of the attention on the name that a rendering must have
PEAK = 0.2  # attention on the name that some piece of the rendering must have: less is noise
EACH = 0.1  # share that every word of a rendering must have which does not sound like the name


@dataclass(frozen=True, slots=True)
class Rendering:
    """A stretch of target text (code point offsets) taken to be a name, and how sure that is (0 to 1)."""

    start: int
    end: int
    text: str
    score: float
    why: str


def find_rendering(
    hypothesis: Hypothesis,
    source_span: tuple[int, int],
    spellings: Iterable[str],
    words: int,
    taken: list[tuple[int, int]],
    foreign: list[tuple[int, int]],
) -> Rendering | None:
    """The likeliest rendering of a name of ``words`` words that may be spelled as ``spellings``.

    ``taken`` are target spans that belong to other names; ``foreign`` those of names that the source
    does not have, which are probably mistranslations of one it has. None when nothing is likely.
    """
    keys = {skeleton(spelling) for spelling in spellings}
    looked = hypothesis.attention_on(*source_span)
    total = sum(weight for _, _, weight in looked) or 1.0
    best: Rendering | None = None
    for run in _windows(hypothesis.text, words):
        start, end = run[0][0], run[-1][1]
        if any(start < e and s < end for s, e in taken):
            continue
        text = hypothesis.text[start:end]
        sound = max(likeness(skeleton(text), key) for key in keys)
        shares = [sum(w for s, e, w in looked if s < last and e > first) / total for first, last in run]
        peak = max((w for s, e, w in looked if s < end and e > start), default=0.0)
        seen = sum(shares) >= LOOKED and peak >= PEAK and min(shares) >= EACH
        strange = (start, end) in foreign
        if sound >= ALIKE or (seen and (sound >= PERHAPS or strange)):
            score = min(1.0, 0.6 * sound + 0.4 * sum(shares) + 0.2 * strange)
            if best is None or score > best.score:
                why = f"sounds {sound:.0%} alike" + (f", {sum(shares):.0%} of the attention" if looked else "")
                best = Rendering(start, end, text, score, why)
    return best


def _windows(text: str, words: int) -> Iterable[list[tuple[int, int]]]:
    """Runs of the spans of neighbouring words that begin with a capital, about as many as the name has."""
    spans = [match.span() for match in WORD.finditer(text)]
    for i, (start, _) in enumerate(spans):
        if not text[start].isupper():
            continue
        for count in range(1, words + 2):
            run = spans[i : i + count]
            if len(run) == count and all(text[a[1] : b[0]] in (" ", "-") for a, b in pairwise(run)):
                yield run
