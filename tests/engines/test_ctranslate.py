from __future__ import annotations

import pytest

from toolkit.engines.base import Hint, Hypothesis, Segment
from toolkit.engines.copying import CopyEngine
from toolkit.engines.ctranslate import CTranslateEngine
from toolkit.errors import EngineError
from toolkit.languages import Language

EN, UK, RU = Language.EN, Language.UK, Language.RU
TEXT = "Fighting for Lysychansk continues."
HINTED = Segment(TEXT, (Hint(13, 23, "Лисичанськ"),))
TEXTS = ["Fighting for Lysychansk continues.", "in the city", "a", "x " * 60, "Lysychansk", "in the city. " * 4, "12"]


def translate(engine: CTranslateEngine, *segments: Segment | str, **more: int) -> list[list[Hypothesis]]:
    made = [segment if isinstance(segment, Segment) else Segment(segment) for segment in segments]
    return engine.translate(made, EN, UK, **more)


def test_no_segments_no_translations(engine: CTranslateEngine) -> None:
    assert engine.translate([], EN, UK) == []


@pytest.mark.parametrize("count", [1, 3, 5])
def test_as_many_hypotheses_as_asked_for_best_first(count: int, engine: CTranslateEngine) -> None:
    for found in translate(engine, TEXT, "in the city", hypotheses=count):
        assert len(found) == count
        assert [h.score for h in found] == sorted((h.score for h in found), reverse=True)


def test_a_batch_gives_what_each_gives_alone(engine: CTranslateEngine) -> None:
    together = translate(engine, *TEXTS)
    assert len(together) == len(TEXTS)
    for text, (hypothesis,) in zip(TEXTS, together, strict=True):
        assert translate(engine, text)[0][0].text == hypothesis.text


def test_source_spans_cover_the_text(engine: CTranslateEngine) -> None:
    for (hypothesis,) in translate(engine, TEXT, HINTED):
        covered = {i for start, end in hypothesis.source_spans for i in range(start, end)}
        assert covered >= {i for i, character in enumerate(TEXT) if not character.isspace()}
        assert all(0 <= start <= end <= len(TEXT) for start, end in hypothesis.source_spans)
        assert list(hypothesis.source_spans) == sorted(hypothesis.source_spans, key=lambda span: span[1])


def test_target_spans_follow_each_other_through_the_text(engine: CTranslateEngine) -> None:
    for (hypothesis,) in translate(engine, *TEXTS):
        ends = [end for _, end in hypothesis.target_spans]
        assert [start for start, _ in hypothesis.target_spans] == [0, *ends[:-1]][: len(ends)]
        assert not ends or ends[-1] >= len(hypothesis.text)


def test_attention_has_a_row_for_each_target_piece_and_a_weight_for_each_source_piece(engine: CTranslateEngine) -> None:
    for segment in (Segment(TEXT), HINTED):
        (hypothesis,) = translate(engine, segment)[0]
        assert len(hypothesis.attention) == len(hypothesis.target_spans)
        for row in hypothesis.attention:
            assert len(row) == len(hypothesis.source_spans)
            assert all(weight >= 0 for weight in row)
            assert 0 < sum(row) <= 1.001
        shares = [share for _, _, share in hypothesis.attention_on(0, len(TEXT))]
        assert all(0 <= share <= 1.001 for share in shares)


def test_a_hint_belongs_to_the_span_of_its_name(engine: CTranslateEngine) -> None:
    (plain,), (hinted,) = translate(engine, TEXT)[0], translate(engine, HINTED)[0]
    extra = len(hinted.source_spans) - len(plain.source_spans)
    assert extra > 0
    assert hinted.source_spans.count((13, 23)) >= extra
    assert hinted.source_spans != plain.source_spans


def test_the_target_language_is_told_to_the_model(engine: CTranslateEngine) -> None:
    to = {target: engine.translate([Segment(TEXT)], EN, target)[0][0].text for target in (UK, RU)}
    assert to[UK] != to[RU]


def test_apostrophes_and_quotation_marks_do_not_move_spans(engine: CTranslateEngine) -> None:
    straight, curly = (translate(engine, text)[0][0] for text in ('the "city\'s" in', "the “city’s”\u00a0in"))
    assert straight.source_spans == curly.source_spans
    assert straight.text == curly.text


def test_progress_counts_every_segment(engine: CTranslateEngine) -> None:
    counted: list[int] = []
    engine.translate([Segment(text) for text in TEXTS], EN, UK, progress=counted.append)
    assert sum(counted) == len(TEXTS)


def test_a_pair_that_is_not_served(engine: CTranslateEngine) -> None:
    with pytest.raises(EngineError, match=f"^{engine.name} does not translate en to en$"):
        engine.translate([Segment("city")], EN, EN)


HINTS = [
    (EN, UK, "Fighting in Lysychansk continues.", "Lysychansk", "Лисичанськ"),
    (EN, RU, "They left Kramatorsk on Monday.", "Kramatorsk", "Краматорск"),
    (EN, UK, "Kryvyi Rih was shelled by night.", "Kryvyi Rih", "Кривий Ріг"),
    (UK, RU, "Бої за Лисичанськ тривають.", "Лисичанськ", "Лисичанск"),
    (RU, UK, "Бои за Харьков продолжаются.", "Харьков", "Харків"),
    (UK, EN, "Уночі обстріляли Запоріжжя.", "Запоріжжя", "Zaporizhzhia"),
]


@pytest.mark.parametrize(("source", "target", "text", "name", "hint"), HINTS)
def test_hint_marks_never_leak(
    source: Language, target: Language, text: str, name: str, hint: str, embedded_engine: CTranslateEngine
) -> None:
    if (source, target) not in embedded_engine.package.directions:
        pytest.skip(f"the embedded model does not translate {source} to {target}")
    start = text.index(name)
    segment = Segment(text, (Hint(start, start + len(name), hint),))
    for hypothesis in embedded_engine.translate([segment], source, target, hypotheses=4)[0]:
        assert not set("⟨⟩") & set(hypothesis.text)
        assert not hypothesis.text.startswith("<2")


def test_the_embedded_model_writes_the_target_alphabet(embedded_engine: CTranslateEngine) -> None:
    for source, target, text, *_ in HINTS:
        if (source, target) in embedded_engine.package.directions:
            (hypothesis,) = embedded_engine.translate([Segment(text)], source, target)[0]
            letters = [c for c in hypothesis.text if c.isalpha()]
            assert sum(("а" <= c.lower() <= "ґ") != (target is EN) for c in letters) > 0.8 * len(letters)


def test_the_copying_engine_copies() -> None:
    counted: list[int] = []
    segments = [Segment(text) for text in TEXTS]
    found = CopyEngine().translate(segments, EN, UK, hypotheses=4, progress=counted.append)
    assert [[h.text for h in hypotheses] for hypotheses in found] == [[text] for text in TEXTS]
    assert sum(counted) == len(TEXTS)
