"""Muon: momentum orthogonalised by Newton-Schulz iterations (Jordan et al. 2024), for weight matrices.

``torch.optim.Muon`` iterates in bfloat16, which a CPU without bfloat16 units runs about a hundred
times slower than float32, so the iteration stands here with the dtype of the device.
"""

from __future__ import annotations

import torch
from torch import Tensor
from torch.optim import Optimizer


def orthogonalise(matrix: Tensor, steps: int = 5) -> Tensor:
    """The nearest semi-orthogonal matrix, roughly: singular values brought into about [0.7, 1.2]."""
    a, b, c = 3.4445, -4.7750, 2.0315
    x = matrix.bfloat16() if matrix.is_cuda else matrix
    tall = x.size(0) > x.size(1)
    x = x.T if tall else x
    x = x / (x.norm() + 1e-7)
    for _ in range(steps):
        gram = x @ x.T
        x = a * x + (b * gram + c * gram @ gram) @ x
    return (x.T if tall else x).to(matrix.dtype)


class Muon(Optimizer):
    """Updates of equal spectral size; a fused q-k-v matrix is orthogonalised in square blocks."""

    def __init__(self, params, lr: float = 0.02, momentum: float = 0.95, weight_decay: float = 0.0) -> None:
        super().__init__(params, {"lr": lr, "momentum": momentum, "weight_decay": weight_decay})

    @torch.no_grad()
    def step(self, closure=None) -> None:
        for group in self.param_groups:
            for p in group["params"]:
                state = self.state[p]
                if not state:
                    state["momentum"] = torch.zeros_like(p)
                state["momentum"].lerp_(p.grad, 1 - group["momentum"])
                update = p.grad.lerp(state["momentum"], group["momentum"])
                blocks = update.split(p.size(1)) if getattr(p, "fused", False) else [update]
                scale = [max(1.0, block.size(0) / block.size(1)) ** 0.5 for block in blocks]
                update = torch.cat([orthogonalise(block) * s for block, s in zip(blocks, scale, strict=True)])
                p.mul_(1 - group["lr"] * group["weight_decay"])
                p.add_(update, alpha=-group["lr"])
