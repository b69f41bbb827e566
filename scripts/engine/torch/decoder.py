"""The embedded decoder in PyTorch (src/engine/graph/ is the one that calltune runs): pre-training on a GPU, and the peer of the bench.

Only for those who make the base model or compare speeds; calltune itself needs no Python.
"""

import math

import torch
import torch.nn.functional as F
from torch import nn

NORM_EPSILON = 1e-5
ROTARY_BASE = 10_000.0
DEVIATION = 0.02


class RmsNorm(nn.Module):
    def __init__(self, width):
        super().__init__()
        self.gain = nn.Parameter(torch.ones(width))

    def forward(self, x):
        if hasattr(F, "rms_norm"):
            return F.rms_norm(x, self.gain.shape, self.gain, NORM_EPSILON)
        return x * torch.rsqrt(x.pow(2).mean(-1, keepdim=True) + NORM_EPSILON) * self.gain


def turn(x, cosines, sines):
    """Rotary embedding of neighbouring pairs; x is [..., time, size]."""
    even, odd = x[..., 0::2], x[..., 1::2]
    return torch.stack((even * cosines - odd * sines, even * sines + odd * cosines), -1).flatten(-2)


def attend(query, key, value):
    """Causal; torch's own fused operator where it has one."""
    several = query.shape[2] > 1
    if hasattr(F, "scaled_dot_product_attention"):
        return F.scaled_dot_product_attention(query, key, value, is_causal=several)
    scores = query @ key.transpose(-1, -2) / math.sqrt(query.shape[-1])
    if several:
        scores = scores + torch.full(scores.shape[-2:], float("-inf"), device=scores.device).triu(1)
    return scores.softmax(-1) @ value


class Layer(nn.Module):
    def __init__(self, shape):
        super().__init__()
        width, inner = shape["width"], shape["feedForward"]
        self.heads = shape["heads"]
        self.attention_norm, self.feed_forward_norm = RmsNorm(width), RmsNorm(width)
        self.smear = nn.Parameter(torch.full((width,), 0.5))
        self.query, self.key, self.value, self.output = (nn.Linear(width, width, bias=False) for _ in range(4))
        self.gate, self.up = (nn.Linear(width, inner, bias=False) for _ in range(2))
        self.down = nn.Linear(inner, width, bias=False)

    def forward(self, x, cosines, sines, memory=None):
        sequences, time, width = x.shape
        split = lambda rows: rows.view(sequences, time, self.heads, -1).transpose(1, 2)
        rows = self.attention_norm(x)
        before = memory["last"] if memory else torch.zeros_like(rows[:, :1])
        previous = torch.cat((before, rows[:, :-1]), 1)
        smeared = torch.lerp(rows, previous, self.smear)
        value = split(self.value(rows))
        pair = torch.stack((split(self.query(rows)), split(self.key(smeared))))
        query, key = turn(pair, cosines, sines).to(value.dtype)
        if memory:
            key, value = torch.cat((memory["key"], key), 2), torch.cat((memory["value"], value), 2)
        if memory is not None:
            memory.update(key=key, value=value, last=rows[:, -1:])
        looked = attend(query, key, value)
        x = x + self.output(looked.transpose(1, 2).reshape(sequences, time, width))
        rows = self.feed_forward_norm(x)
        return x + self.down(F.silu(self.gate(rows)) * self.up(rows))


class Decoder(nn.Module):
    """Weights to start from as `initialWeights` of src/engine/model.ts draws them."""

    def __init__(self, shape):
        super().__init__()
        self.embedding = nn.Embedding(shape["vocabulary"], shape["width"])
        self.layers = nn.ModuleList(Layer(shape) for _ in range(shape["layers"]))
        self.norm = RmsNorm(shape["width"])
        residual = DEVIATION / math.sqrt(2 * shape["layers"])
        for name, parameter in self.named_parameters():
            if parameter.dim() == 2:
                nn.init.normal_(parameter, 0, residual if name.endswith(("output.weight", "down.weight")) else DEVIATION)
        size = shape["width"] // shape["heads"]
        angles = torch.arange(shape["context"])[:, None] * ROTARY_BASE ** (-torch.arange(0, size, 2) / size)
        self.register_buffer("cosines", angles.cos(), persistent=False)
        self.register_buffer("sines", angles.sin(), persistent=False)

    def forward(self, tokens, memories=None, start=0):
        """Rows to make logits of, [sequences, time, width]; `memories` (one dict a layer) hold what was read before."""
        end = start + tokens.shape[1]
        x = self.embedding(tokens)
        for index, layer in enumerate(self.layers):
            memory = None if memories is None else memories[index]
            x = layer(x, self.cosines[start:end], self.sines[start:end], memory)
        return self.norm(x)

    def logits(self, rows):
        return rows @ self.embedding.weight.T


def engine_names(layers):
    """Names of our model files, by the names that the parameters have here."""
    parts = {
        "attention_norm.gain": "attentionNorm", "smear": "keySmear", "query.weight": "query", "key.weight": "key",
        "value.weight": "value", "output.weight": "attentionOutput", "feed_forward_norm.gain": "feedForwardNorm",
        "gate.weight": "gate", "up.weight": "up", "down.weight": "down",
    }
    names = {f"layers.{layer}.{ours}": f"layers.{layer}.{theirs}" for layer in range(layers) for ours, theirs in parts.items()}
    return {"embedding.weight": "embedding", **names, "norm.gain": "finalNorm"}
