"""Turn a checkpoint into the package that nazva ships: int8 weights for CTranslate2, Argos layout.

    python training/package.py OUT [--checkpoint FILE] [--average N]

Without ``--checkpoint`` the decayed model ``final.pt`` is taken, or with ``--average`` the mean of the
last N checkpoints.
"""

from __future__ import annotations

import argparse
import json
import shutil
from pathlib import Path

import sentencepiece
import torch
from common import HERE, HINT_CLOSE, HINT_OPEN, load_config, tag, work_dir
from ctranslate2.specs import TransformerSpec
from model import sinusoidal_positions


def read_weights(checkpoint: Path | None, average: int) -> tuple[dict[str, torch.Tensor], dict]:
    """The weights, and where they come from."""
    if average:
        files = sorted(work_dir().glob("checkpoint-*.pt"))[-average:]
    else:
        files = [checkpoint or work_dir() / "final.pt"]
    states = [torch.load(file, map_location="cpu", weights_only=True) for file in files]
    weights = {
        name: torch.stack([state["model"][name].float() for state in states]).mean(0) for name in states[0]["model"]
    }
    return weights, {"steps": states[-1]["step"], "target_tokens": states[-1]["tokens"], "averaged": len(files)}


def build_spec(w: dict[str, torch.Tensor], config: dict, pieces: list[str]) -> TransformerSpec:
    """Fill CTranslate2's description of a pre-norm Transformer with our weights."""
    shape = config["model"]
    spec = TransformerSpec.from_config(
        (shape["encoder_layers"], shape["decoder_layers"]), shape["heads"], pre_norm=True
    )

    def linear(target, name: str) -> None:
        target.weight, target.bias = w[f"{name}.weight"].numpy(), w[f"{name}.bias"].numpy()

    def norm(target, name: str) -> None:
        target.gamma, target.beta = w[f"{name}.weight"].numpy(), w[f"{name}.bias"].numpy()

    def attention(target, name: str, cross: bool) -> None:
        norm(target.layer_norm, f"{name}.norm")
        for i, part in enumerate(("query", "memory", "output") if cross else ("query", "output")):
            linear(target.linear[i], f"{name}.{part}")

    for side, stack, layers in (
        (spec.encoder, "encoder", shape["encoder_layers"]),
        (spec.decoder, "decoder", shape["decoder_layers"]),
    ):
        embeddings = side.embeddings[0] if stack == "encoder" else side.embeddings
        embeddings.weight = w["embedding.weight"].numpy()
        side.position_encodings.encodings = sinusoidal_positions(512, shape["width"]).numpy()
        norm(side.layer_norm, f"{stack}_norm")
        for i in range(layers):
            attention(side.layer[i].self_attention, f"{stack}.{i}.self_attention", False)
            if stack == "decoder":
                attention(side.layer[i].attention, f"{stack}.{i}.cross_attention", True)
            ffn = side.layer[i].ffn
            norm(ffn.layer_norm, f"{stack}.{i}.feed_forward.norm")
            linear(ffn.linear_0, f"{stack}.{i}.feed_forward.inner")
            linear(ffn.linear_1, f"{stack}.{i}.feed_forward.outer")
    spec.decoder.projection.weight = w["embedding.weight"].numpy()
    spec.decoder.projection.bias = w["bias"].numpy()
    spec.register_source_vocabulary(pieces)
    spec.register_target_vocabulary(pieces)
    spec.config.add_source_eos = True
    return spec


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("out", type=Path)
    parser.add_argument("--checkpoint", type=Path)
    parser.add_argument("--average", type=int, default=0)
    args = parser.parse_args()
    config = load_config()
    weights, origin = read_weights(args.checkpoint, args.average)
    processor = sentencepiece.SentencePieceProcessor(model_file=str(work_dir() / "vocabulary.model"))
    pieces = [processor.id_to_piece(i) for i in range(processor.get_piece_size())]
    spec = build_spec(weights, config, pieces)
    spec.validate()
    spec.optimize(quantization="int8")
    if args.out.exists():
        shutil.rmtree(args.out)
    (args.out / "model").mkdir(parents=True)
    spec.save(str(args.out / "model"))
    shutil.copy(work_dir() / "vocabulary.model", args.out / "sentencepiece.model")
    directions = sorted(config["data"]["directions"])
    metadata = {
        "package_version": "0.1",
        "argos_version": "1.10",
        "type": "translate",
        "code": "nazva-embedded",
        "from_codes": sorted({direction.split("-")[0] for direction in directions}),
        "to_codes": sorted({direction.split("-")[1] for direction in directions}),
        # Keys of our own: Argos has no word for a model that reads the target language from its source.
        "nazva": {
            "directions": directions,
            "source_tags": {direction.split("-")[1]: tag(direction.split("-")[1]) for direction in directions},
            "hints": [HINT_OPEN, HINT_CLOSE],
            "licence": "CC-BY-SA-4.0",
            **origin,
        },
    }
    (args.out / "metadata.json").write_text(json.dumps(metadata, indent=2, ensure_ascii=False) + "\n", encoding="utf-8")
    (args.out / "README.md").write_text((HERE / "package-readme.md").read_text(encoding="utf-8"), encoding="utf-8")
    size = sum(file.stat().st_size for file in args.out.rglob("*") if file.is_file())
    print(f"{args.out}: {size / 1e6:.1f} MB, {origin}")


if __name__ == "__main__":
    main()
