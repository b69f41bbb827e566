"""The embedded decoder in PyTorch, the peer of `npm run bench engine`: same shape, batch, loss, clipping and optimizer.

Reads one JSON object from stdin: {"shape": {...}, "threads", "seconds", "batch": [[token, ...], ...], "learntFrom",
"prompt": [token, ...], "generate": count}. Prints {"training": pace, "generation": pace, "loss", "version"}, a pace being
{"perSecond", "perProcessorSecond"} in tokens.
"""

import json
import math
import os
import sys
import time

# OpenMP's threads would spin while they wait, and take the processor from BLAS's own.
os.environ.setdefault("OMP_WAIT_POLICY", "PASSIVE")

import torch
import torch.nn.functional as F
from torch import nn


class RmsNorm(nn.Module):
    def __init__(self, width):
        super().__init__()
        self.gain = nn.Parameter(torch.ones(width))

    def forward(self, x):
        return x * torch.rsqrt(x.pow(2).mean(-1, keepdim=True) + 1e-5) * self.gain


def turn(x, cosines, sines):
    """Rotary embedding of neighbouring pairs; x is [sequences, heads, time, size]."""
    even, odd = x[..., 0::2], x[..., 1::2]
    return torch.stack((even * cosines - odd * sines, even * sines + odd * cosines), -1).flatten(-2)


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

    def forward(self, x, cosines, sines, memory):
        sequences, time_, width = x.shape
        split = lambda rows: rows.view(sequences, time_, self.heads, -1).transpose(1, 2)
        rows = self.attention_norm(x)
        before = torch.zeros_like(rows[:, :1]) if memory is None or not memory else memory["last"]
        previous = torch.cat((before, rows[:, :-1]), 1)
        query = turn(split(self.query(rows)), cosines, sines)
        key = turn(split(self.key(rows + self.smear * (previous - rows))), cosines, sines)
        value = split(self.value(rows))
        if memory:
            key, value = torch.cat((memory["key"], key), 2), torch.cat((memory["value"], value), 2)
        if memory is not None:
            memory.update(key=key, value=value, last=rows[:, -1:])
        looked = attend(query, key, value)
        x = x + self.output(looked.transpose(1, 2).reshape(sequences, time_, width))
        rows = self.feed_forward_norm(x)
        return x + self.down(F.silu(self.gate(rows)) * self.up(rows))


def attend(query, key, value):
    """Causal; torch's own fused operator where it has one."""
    several = query.shape[2] > 1
    if hasattr(F, "scaled_dot_product_attention"):
        return F.scaled_dot_product_attention(query, key, value, is_causal=several)
    scores = query @ key.transpose(-1, -2) / math.sqrt(query.shape[-1])
    if several:
        scores = scores + torch.full(scores.shape[-2:], float("-inf")).triu(1)
    return scores.softmax(-1) @ value


class Decoder(nn.Module):
    def __init__(self, shape):
        super().__init__()
        self.embedding = nn.Embedding(shape["vocabulary"], shape["width"])
        self.layers = nn.ModuleList(Layer(shape) for _ in range(shape["layers"]))
        self.norm = RmsNorm(shape["width"])
        for parameter in self.parameters():
            if parameter.dim() == 2:
                nn.init.normal_(parameter, 0, 0.02)
        size = shape["width"] // shape["heads"]
        angles = torch.arange(shape["context"])[:, None] * 10000.0 ** (-torch.arange(0, size, 2) / size)
        self.cosines, self.sines = angles.cos(), angles.sin()

    def forward(self, tokens, memories=None, start=0):
        end = start + tokens.shape[1]
        x = self.embedding(tokens)
        for index, layer in enumerate(self.layers):
            memory = None if memories is None else memories[index]
            x = layer(x, self.cosines[start:end], self.sines[start:end], memory)
        return self.norm(x)

    def logits(self, rows):
        return rows @ self.embedding.weight.T


def pace(work):
    """Of work that answers how many tokens it did."""
    begin, processor = time.perf_counter(), time.process_time()
    tokens = work()
    return {"perSecond": tokens / (time.perf_counter() - begin),
            "perProcessorSecond": tokens / (time.process_time() - processor)}


def train(model, order):
    """The pace, AdamW and clipping included; logits only where something is learnt."""
    tokens = torch.tensor(order["batch"])
    read, labels = tokens[:, :-1], tokens[:, order["learntFrom"] :].reshape(-1)
    groups = [{"params": [p for p in model.parameters() if (p.dim() == 2) == decays], "weight_decay": decay}
              for decays, decay in ((True, 0.01), (False, 0.0))]
    optimizer = torch.optim.AdamW(groups, lr=1e-3, betas=(0.9, 0.98))

    def step():
        optimizer.zero_grad()
        rows = model(read)[:, order["learntFrom"] - 1 :].reshape(len(labels), -1)
        loss = F.cross_entropy(model.logits(rows), labels)
        loss.backward()
        nn.utils.clip_grad_norm_(model.parameters(), 1.0)
        optimizer.step()
        return loss.item()

    def work():
        steps, end = 0, time.perf_counter() + order["seconds"]
        while steps == 0 or time.perf_counter() < end:
            step()
            steps += 1
        return steps * read.numel()

    step()
    return pace(work), step()


@torch.no_grad()
def generate(model, order):
    """The pace after the prompt, one token at a time with keys and values kept."""
    memories = [{} for _ in model.layers]
    rows, length = model(torch.tensor([order["prompt"]]), memories), len(order["prompt"])

    def work():
        nonlocal rows, length
        for _ in range(order["generate"]):
            best = model.logits(rows[:, -1]).argmax(-1, keepdim=True)
            rows = model(best, memories, length)
            length += 1
        return order["generate"]

    work()
    return pace(work)


def main():
    order = json.load(sys.stdin)
    torch.set_num_threads(order["threads"])
    torch.manual_seed(1)
    model = Decoder(order["shape"])
    training, loss = train(model, order)
    print(json.dumps({"training": training, "loss": loss, "generation": generate(model, order), "version": torch.__version__}))


main()
