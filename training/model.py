"""The network: a pre-norm Transformer (Vaswani et al. 2017; Xiong et al. 2020), deep encoder, shallow decoder.

Its shape is one that CTranslate2 runs as it is (``TransformerSpec``), see ``package.py``.
Attention is written as explicit matrix products: on a CPU that is much faster than the fused
kernel with a padding mask.
"""

from __future__ import annotations

import math

import torch
from torch import Tensor, nn


def sinusoidal_positions(length: int, width: int) -> Tensor:
    """(length, width) float32 position encodings, sine half then cosine half."""
    rates = torch.exp(torch.arange(width // 2) * -(math.log(10000) / (width // 2 - 1)))
    angles = torch.arange(length)[:, None] * rates[None, :]
    return torch.cat([angles.sin(), angles.cos()], dim=1)


class Attention(nn.Module):
    def __init__(self, width: int, heads: int, fused: int) -> None:
        """``fused`` projections of the query side in one matrix: 3 for self-, 1 for cross-attention."""
        super().__init__()
        self.heads = heads
        self.norm = nn.LayerNorm(width)
        self.query = nn.Linear(width, fused * width)
        self.memory = nn.Linear(width, 2 * width) if fused == 1 else None
        self.output = nn.Linear(width, width)

    def split(self, x: Tensor) -> Tensor:
        return x.view(x.size(0), x.size(1), self.heads, -1).transpose(1, 2)

    def forward(self, x: Tensor, mask: Tensor, memory: Tensor | None = None) -> Tensor:
        """x (batch, length, width); mask broadcast to (batch, heads, length, memory length), added."""
        q, *kv = self.query(self.norm(x)).chunk(1 if memory is not None else 3, dim=-1)
        if memory is not None:
            assert self.memory is not None
            kv = list(self.memory(memory).chunk(2, dim=-1))
        q, k, v = self.split(q), self.split(kv[0]), self.split(kv[1])
        scores = q @ k.transpose(2, 3) * q.size(-1) ** -0.5 + mask
        context = (scores.softmax(-1) @ v).transpose(1, 2).reshape(x.shape)
        return self.output(context)


class FeedForward(nn.Module):
    def __init__(self, width: int, hidden: int) -> None:
        super().__init__()
        self.norm = nn.LayerNorm(width)
        self.inner = nn.Linear(width, hidden)
        self.outer = nn.Linear(hidden, width)

    def forward(self, x: Tensor) -> Tensor:
        return self.outer(self.inner(self.norm(x)).relu())


class Layer(nn.Module):
    def __init__(self, width: int, heads: int, hidden: int, cross: bool, dropout: float) -> None:
        super().__init__()
        self.self_attention = Attention(width, heads, 3)
        self.cross_attention = Attention(width, heads, 1) if cross else None
        self.feed_forward = FeedForward(width, hidden)
        self.dropout = nn.Dropout(dropout) if dropout else nn.Identity()

    def forward(self, x: Tensor, mask: Tensor, memory: Tensor | None, memory_mask: Tensor | None) -> Tensor:
        x = x + self.dropout(self.self_attention(x, mask))
        if self.cross_attention is not None and memory_mask is not None:
            x = x + self.dropout(self.cross_attention(x, memory_mask, memory))
        return x + self.dropout(self.feed_forward(x))


class Translator(nn.Module):
    """Source ids and target ids in, logits over the shared vocabulary out; embeddings tied three ways."""

    def __init__(self, vocabulary: int, pad: int, config: dict) -> None:
        super().__init__()
        width, heads, hidden = config["width"], config["heads"], config["feed_forward"]
        self.pad, self.width = pad, width
        self.embedding = nn.Embedding(vocabulary, width)
        nn.init.normal_(self.embedding.weight, std=width**-0.5)
        self.register_buffer("positions", sinusoidal_positions(512, width), persistent=False)

        def stack(count: int, cross: bool) -> nn.ModuleList:
            return nn.ModuleList(Layer(width, heads, hidden, cross, config["dropout"]) for _ in range(count))

        self.encoder = stack(config["encoder_layers"], False)
        self.decoder = stack(config["decoder_layers"], True)
        self.encoder_norm, self.decoder_norm = nn.LayerNorm(width), nn.LayerNorm(width)
        self.bias = nn.Parameter(torch.zeros(vocabulary))
        self.dropout = nn.Dropout(config["dropout"]) if config["dropout"] else nn.Identity()

    def embed(self, ids: Tensor) -> Tensor:
        return self.dropout(self.embedding(ids) * self.width**0.5 + self.positions[: ids.size(1)])

    def encode(self, source: Tensor) -> tuple[Tensor, Tensor]:
        """(batch, length) ids -> memory (batch, length, width), additive mask (batch, 1, 1, length)."""
        mask = (source == self.pad)[:, None, None, :] * -1e9
        x = self.embed(source)
        for layer in self.encoder:
            x = layer(x, mask, None, None)
        return self.encoder_norm(x), mask

    def forward(self, source: Tensor, target: Tensor) -> Tensor:
        """Teacher forcing: target (batch, length) begins with <s>; hidden states (batch, length, width)."""
        memory, memory_mask = self.encode(source)
        length = target.size(1)
        causal = torch.full((length, length), -1e9, device=target.device).triu(1)[None, None]
        x = self.embed(target)
        for layer in self.decoder:
            x = layer(x, causal, memory, memory_mask)
        return self.decoder_norm(x)
