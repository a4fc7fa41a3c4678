"""Cross entropy over a tied output layer, a few hundred positions at a time.

The full matrix of logits (batch tokens x vocabulary) is the largest thing in training and is used
once. Computing its gradient at once, block by block, keeps it in the processor's cache and makes a
CPU step a third faster; on a GPU it saves the memory.
"""

from __future__ import annotations

import torch
from torch import Tensor

BLOCK = {"cpu": 256, "cuda": 16384}


class TiedCrossEntropy(torch.autograd.Function):
    @staticmethod
    def forward(ctx, hidden: Tensor, weight: Tensor, bias: Tensor, gold: Tensor, smoothing: float) -> Tensor:
        """hidden (n, width), weight (vocabulary, width), bias (vocabulary,), gold (n,) ids -> mean loss."""
        n, vocabulary = len(gold), len(bias)
        d_hidden, d_weight, d_bias = torch.empty_like(hidden), torch.zeros_like(weight), torch.zeros_like(bias)
        total = torch.zeros((), dtype=torch.float32, device=hidden.device)
        spread = smoothing / vocabulary
        for start in range(0, n, BLOCK[hidden.device.type]):
            rows = hidden[start : start + BLOCK[hidden.device.type]]
            ids = gold[start : start + len(rows), None]
            logits = torch.addmm(bias, rows, weight.T).float()
            log_z = logits.logsumexp(1, keepdim=True)
            total += (log_z - (1 - smoothing) * logits.gather(1, ids) - spread * logits.sum(1, keepdim=True)).sum()
            grad = logits.sub_(log_z).exp_().sub_(spread)
            grad.scatter_add_(1, ids, torch.full(ids.shape, smoothing - 1, device=grad.device, dtype=grad.dtype))
            grad = grad.div_(n).to(hidden.dtype)
            torch.mm(grad, weight.to(grad.dtype), out=d_hidden[start : start + len(rows)])
            d_weight.addmm_(grad.T, rows) if d_weight.dtype == grad.dtype else d_weight.add_(grad.T @ rows)
            d_bias += grad.sum(0)
        ctx.save_for_backward(d_hidden, d_weight, d_bias)
        return total / n

    @staticmethod
    def backward(ctx, *grads: Tensor):
        d_hidden, d_weight, d_bias = ctx.saved_tensors
        return d_hidden * grads[0], d_weight * grads[0], d_bias * grads[0], None, None
