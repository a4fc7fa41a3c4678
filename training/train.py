"""Train the model for a while; go on from the newest checkpoint if there is one.

    python training/train.py --minutes 60             constant rate, resumable at any time
    python training/train.py --minutes 30 --decay     rate falls linearly to zero: the model to ship

The same program runs on a GPU (bfloat16) and on a CPU (float32). A checkpoint holds model, optimiser
state and counters; the decayed model is written to ``final.pt`` and does not replace the checkpoints,
so that training can go on from the constant-rate state.
"""

from __future__ import annotations

import argparse
import gzip
import math
import signal
import time
from pathlib import Path

import torch
from common import load_config, shared_dir, work_dir
from examples import BOS, EOS, PAD, Sampler, pad
from loss import TiedCrossEntropy
from model import Translator
from muon import Muon
from prepare import normalise
from torch import Tensor, nn


def build(config: dict) -> tuple[Translator, list[torch.optim.Optimizer]]:
    torch.manual_seed(config["seed"])
    model = Translator(config["vocabulary"]["size"], PAD, config["model"])
    for name, p in model.named_parameters():
        p.fused = name.endswith(("query.weight", "memory.weight"))  # type: ignore[attr-defined]
    matrices = [p for n, p in model.named_parameters() if p.ndim == 2 and "embedding" not in n]
    others = [p for n, p in model.named_parameters() if p.ndim != 2 or "embedding" in n]
    train = config["train"]
    optimisers: list[torch.optim.Optimizer] = [
        Muon(matrices, lr=train["learning_rate"]),
        torch.optim.Adam(others, lr=train["adam_learning_rate"], betas=(0.9, 0.98), fused=True),
    ]
    for optimiser in optimisers:
        for group in optimiser.param_groups:
            group["peak"] = group["lr"]
    return model, optimisers


def loss_of(model: Translator, source: Tensor, target: Tensor, smoothing: float) -> Tensor:
    """Mean cross entropy per real target token."""
    hidden = model(source, target[:, :-1])
    gold = target[:, 1:]
    real = gold != PAD
    return TiedCrossEntropy.apply(hidden[real], model.embedding.weight, model.bias, gold[real], smoothing)


def dev_batches(sampler: Sampler, config: dict) -> dict[str, tuple[Tensor, Tensor]]:
    """Direction -> one batch of held-out news."""
    column = {"en": 1, "uk": 2, "ru": 3}
    with gzip.open(shared_dir() / "triples" / "dev.tsv.gz", "rt", encoding="utf-8") as rows:
        cells = [[normalise(c) for c in row.rstrip("\n").split("\t")] for row in rows][::12]
    out = {}
    for direction in config["data"]["directions"]:
        a, b = direction.split("-")
        out[direction] = (
            pad([sampler.encode_source(row[column[a]], b) for row in cells]),
            pad([[BOS, *sampler.pieces.encode(row[column[b]]), EOS] for row in cells]),
        )
    return out


def save(path: Path, state: dict) -> None:
    torch.save(state, path.with_suffix(".tmp"))
    path.with_suffix(".tmp").replace(path)


def report(model: Translator, dev: dict[str, tuple[Tensor, Tensor]], device: str) -> str:
    model.eval()
    with torch.no_grad():
        losses = {d: float(loss_of(model, s.to(device), t.to(device), 0.0)) for d, (s, t) in dev.items()}
    model.train()
    return " ".join(f"{d} {value:.3f}" for d, value in losses.items())


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--minutes", type=float, required=True)
    parser.add_argument("--decay", action="store_true")
    args = parser.parse_args()
    config, out = load_config(), work_dir()
    if args.decay:
        config["mix"] |= config["mix"]["last"]
    train = config["train"]
    device = "cuda" if torch.cuda.is_available() else "cpu"
    model, optimisers = build(config)
    checkpoints = sorted(out.glob("checkpoint-*.pt"))
    step = tokens = 0
    if checkpoints:
        state = torch.load(checkpoints[-1], map_location="cpu", weights_only=True)
        model.load_state_dict(state["model"])
        for optimiser, saved in zip(optimisers, state["optimisers"], strict=True):
            optimiser.load_state_dict(saved)
        step, tokens = state["step"], state["tokens"]
        print(f"going on from {checkpoints[-1].name}", flush=True)
    model.to(device).train()
    sampler = Sampler(out, config, config["seed"] + step)
    dev = dev_batches(sampler, config)
    stop: list[int] = []
    signal.signal(signal.SIGTERM, lambda number, _: stop.append(number))  # `kill` saves before it ends
    started = saved_at = time.monotonic()
    parameters = list(model.parameters())
    running, run_tokens, run_steps = 0.0, 0, 0
    for source, target in sampler.batches():
        now = time.monotonic()
        share = 1.0 if stop else (now - started) / (60 * args.minutes)
        due = now - saved_at > 60 * train["checkpoint_minutes"]
        if share >= 1 or due:
            if not args.decay:
                state = {"model": model.state_dict(), "optimisers": [o.state_dict() for o in optimisers]}
                save(out / f"checkpoint-{step:07d}.pt", state | {"step": step, "tokens": tokens})
                for old in sorted(out.glob("checkpoint-*.pt"))[: -train["keep_checkpoints"]]:
                    old.unlink()
            saved_at = now
            print(
                f"{time.strftime('%H:%M')} step {step} tokens {tokens / 1e6:.2f}M dev {report(model, dev, device)}",
                flush=True,
            )
        if share >= 1:
            break
        rate = min(1.0, (step + 1) / train["warmup_steps"]) * (1 - share if args.decay else 1.0)
        for optimiser in optimisers:
            for group in optimiser.param_groups:
                group["lr"] = group["peak"] * rate
        with torch.autocast(device, dtype=torch.bfloat16, enabled=device == "cuda"):
            loss = loss_of(model, source.to(device), target.to(device), train["label_smoothing"])
        loss.backward()
        nn.utils.clip_grad_norm_(parameters, 1.0)
        for optimiser in optimisers:
            optimiser.step()
            optimiser.zero_grad(set_to_none=True)
        count = int((target != PAD).sum()) - len(target)
        run_steps += 1
        step, tokens, run_tokens, running = step + 1, tokens + count, run_tokens + count, running + loss.item()
        if step % 100 == 0:
            speed = run_tokens / (time.monotonic() - started)
            print(
                f"{time.strftime('%H:%M')} step {step} loss {running / run_steps:.3f} {speed:.0f} tokens/s", flush=True
            )
            assert math.isfinite(running), "the loss is no longer a number: lower the learning rate"
            running, run_steps = 0.0, 0
    if args.decay:
        save(out / "final.pt", {"model": model.state_dict(), "step": step, "tokens": tokens})
        print(f"wrote {out / 'final.pt'}", flush=True)


if __name__ == "__main__":
    main()
