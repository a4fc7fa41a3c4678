from __future__ import annotations

import io
import json
import shutil
from collections.abc import Callable
from pathlib import Path
from typing import Any

import ctranslate2
import numpy as np
import pytest
import sentencepiece

from toolkit.engines.argos import read_package
from toolkit.engines.ctranslate import CTranslateEngine
from toolkit.resources import models_dir

SENTENCES = [
    "Fighting for Lysychansk continues in the city.",
    "Бої за Лисичанськ тривають у місті Харків.",
    "Бои за Лисичанск продолжаются в городе Киев.",
]
METADATA = {
    "package_version": "0.1",
    "code": "tiny",
    "from_codes": ["en", "uk", "ru"],
    "to_codes": ["en", "uk", "ru"],
    "nazva": {"source_tags": {"en": "<2en>", "uk": "<2uk>", "ru": "<2ru>"}, "hints": ["⟨", "⟩"]},
}
WIDTH = 16


@pytest.fixture(scope="session")
def tiny(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A package whose model has one layer of random weights: it translates nonsense, but translates."""
    folder = tmp_path_factory.mktemp("packages") / "tiny"
    (folder / "model").mkdir(parents=True)
    vocabulary = io.BytesIO()
    sentencepiece.SentencePieceTrainer.train(
        sentence_iterator=iter(SENTENCES * 5), model_writer=vocabulary, vocab_size=120, hard_vocab_limit=False,
        character_coverage=1.0, user_defined_symbols=["<2en>", "<2uk>", "<2ru>", "⟨", "⟩"], minloglevel=2,
    )  # fmt: skip
    (folder / "sentencepiece.model").write_bytes(vocabulary.getvalue())
    (folder / "metadata.json").write_text(json.dumps(METADATA, ensure_ascii=False), encoding="utf-8")
    processor = sentencepiece.SentencePieceProcessor(model_proto=vocabulary.getvalue())
    pieces = [processor.id_to_piece(number) for number in range(processor.get_piece_size())]
    _random_model(pieces).save(str(folder / "model"))
    return folder


def _random_model(pieces: list[str]) -> ctranslate2.specs.TransformerSpec:
    random = np.random.default_rng(0)

    def weights(*shape: int) -> np.ndarray:
        return (random.standard_normal(shape) * 0.3).astype(np.float32)

    def linear(part: Any, size: int, inputs: int) -> None:
        part.weight, part.bias = weights(size, inputs), np.zeros(size, np.float32)

    def norm(part: Any) -> None:
        part.gamma, part.beta = np.ones(WIDTH, np.float32), np.zeros(WIDTH, np.float32)

    spec = ctranslate2.specs.TransformerSpec.from_config((1, 1), 2, pre_norm=True)
    embeddings = weights(len(pieces), WIDTH)
    spec.encoder.embeddings[0].weight = spec.decoder.embeddings.weight = embeddings
    for side in (spec.encoder, spec.decoder):
        side.position_encodings.encodings = weights(300, WIDTH)
        norm(side.layer_norm)
        layer = side.layer[0]
        norm(layer.self_attention.layer_norm)
        linear(layer.self_attention.linear[0], 3 * WIDTH, WIDTH)
        linear(layer.self_attention.linear[1], WIDTH, WIDTH)
        norm(layer.ffn.layer_norm)
        linear(layer.ffn.linear_0, 2 * WIDTH, WIDTH)
        linear(layer.ffn.linear_1, WIDTH, 2 * WIDTH)
    attention = spec.decoder.layer[0].attention
    norm(attention.layer_norm)
    for part, size in zip(attention.linear, (WIDTH, 2 * WIDTH, WIDTH), strict=True):
        linear(part, size, WIDTH)
    spec.decoder.projection.weight, spec.decoder.projection.bias = embeddings, np.zeros(len(pieces), np.float32)
    spec.decoder.projection.bias[pieces.index("</s>")] = 2.5  # its nonsense is short
    spec.register_source_vocabulary(pieces)
    spec.register_target_vocabulary(pieces)
    spec.config.add_source_eos = True
    spec.validate()
    spec.optimize()
    return spec


@pytest.fixture
def package(tiny: Path, tmp_path: Path) -> Path:
    """A copy of the tiny package, to be broken."""
    return Path(shutil.copytree(tiny, tmp_path / "packages" / "tiny"))


@pytest.fixture
def with_metadata(package: Path) -> Callable[..., Path]:
    """The copy, with some of its metadata replaced; None takes an entry away."""

    def change(**entries: Any) -> Path:
        data = {key: value for key, value in (METADATA | entries).items() if value is not None}
        (package / "metadata.json").write_text(json.dumps(data, ensure_ascii=False), encoding="utf-8")
        return package

    return change


def embedded() -> list[Path]:
    """The folders of the shipped models, if this checkout has them."""
    return [path for path in sorted(models_dir().glob("*")) if path.is_dir()] if models_dir().is_dir() else []


@pytest.fixture(scope="session", params=["tiny", "embedded"])
def engine(request: pytest.FixtureRequest, tiny: Path) -> CTranslateEngine:
    """The tiny engine, and the embedded model where it is there."""
    if request.param == "embedded" and not embedded():
        pytest.skip("toolkit/models is empty")
    return CTranslateEngine(read_package(tiny if request.param == "tiny" else embedded()[0]), threads=1)


@pytest.fixture(scope="session")
def embedded_engine() -> CTranslateEngine:
    """The embedded model."""
    if not embedded():
        pytest.skip("toolkit/models is empty")
    return CTranslateEngine(read_package(embedded()[0]), threads=1)
