"""Learns from shards of generated calls on one GPU, for `npx tsx scripts/engine/pretrain-gpu.ts`, which writes them.

Reads one JSON object from stdin: {"folder", "out", "shape", "metadata", "minutes", "peakLearningRate", "weightDecay", "seed",
"compile"}. In `folder`, `N.shard` are batches to learn (removed when read), `held-out` is one shard to measure on, and
`progress` is written: the share of the time that is over, by which the writers choose their lessons. Prints one JSON line
every few seconds: {"step", "tokens", "learntTokens", "seconds", "loss", "tokensPerSecond", "share"} and sometimes {"heldOutLoss"}.
The weights go to `out` (safetensors, 32 bits) every minute and at the end.
"""

import json
import math
import os
import queue
import random
import sys
import threading
import time
from pathlib import Path

import numpy as np
import torch
import torch.nn.functional as F

from decoder import Decoder, engine_names

LOG_EVERY = 10
# Batches that may come again: the latest, so that lessons that are over don't.
MOST_KEPT = 2_000
SAVE_EVERY = 60
WARMUP_STEPS = 500
FLOOR = 0.02


def read_shard(path):
    """Batches of a shard: (tokens [sequences, time], places [labels], labels [labels]); shards.ts says how they lie."""
    data = np.fromfile(path, dtype=np.int32)
    at, batches = 0, []
    while at < len(data):
        sequences, time_, count = data[at : at + 3]
        at += 3
        parts = []
        for size in (sequences * time_, count, count):
            parts.append(torch.from_numpy(data[at : at + size].astype(np.int64)))
            at += size
        batches.append((parts[0].view(int(sequences), int(time_)), parts[1], parts[2]))
    return batches


class Shards:
    """Batches of the shards in the order they appear, read ahead by a thread of its own and sent to the GPU.

    Where the GPU is faster than the writers, batches that were learnt come again: `fresh` of `served` were new.
    """

    def __init__(self, folder, device, seed):
        self.folder, self.device = Path(folder), device
        self.ready = queue.Queue(maxsize=32)
        self.learnt, self.random = [], random.Random(seed)
        self.fresh = self.served = 0
        threading.Thread(target=self._read, daemon=True).start()

    def _read(self):
        while True:
            shards = sorted(self.folder.glob("*.shard"), key=lambda path: path.stat().st_mtime)
            if not shards:
                time.sleep(0.02)
            for shard in shards:
                batches = read_shard(shard)
                shard.unlink()
                for batch in batches:
                    self.ready.put(to_device(batch, self.device))

    def next(self):
        self.served += 1
        if self.ready.empty() and self.learnt:
            return self.random.choice(self.learnt)
        batch = self.ready.get()
        self.fresh += 1
        self.learnt.append(batch)
        if len(self.learnt) > MOST_KEPT:
            self.learnt.pop(0)
        return batch


def to_device(batch, device):
    if device == "cpu":
        return batch
    return tuple(part.pin_memory().to(device, non_blocking=True) for part in batch)


def rate_of(peak, step, share):
    """Linear warm-up, then a half cosine over the time, as `learningRateAt` of schedule.ts, with a warm-up for a run of many short steps."""
    cosine = 0.5 * (1 + math.cos(math.pi * min(1, share)))
    return peak * min(1, (step + 1) / WARMUP_STEPS) * (FLOOR + (1 - FLOOR) * cosine)


def loss_of(model, batch, device):
    tokens, places, labels = batch
    with torch.autocast(device, torch.bfloat16, enabled=device != "cpu"):
        rows = model(tokens).flatten(0, 1)[places]
        logits = rows @ model.embedding.weight.T
    return F.cross_entropy(logits.float(), labels)


def save(model, order):
    """Whole or not at all."""
    names = engine_names(order["shape"]["layers"])
    header, parts, offset = {"__metadata__": order["metadata"]}, [], 0
    for name, parameter in model.named_parameters():
        numbers = parameter.detach().float().cpu().numpy().tobytes()
        header[names[name]] = {"dtype": "F32", "shape": list(parameter.shape), "data_offsets": [offset, offset + len(numbers)]}
        offset += len(numbers)
        parts.append(numbers)
    text = json.dumps(header).encode()
    text += b" " * (-len(text) % 8)
    unfinished = order["out"] + ".unfinished"
    with open(unfinished, "wb") as file:
        file.write(len(text).to_bytes(8, "little") + text + b"".join(parts))
    os.replace(unfinished, order["out"])


def load(model, path):
    """Starts from weights that `save` wrote."""
    data = Path(path).read_bytes()
    length = int.from_bytes(data[:8], "little")
    header, numbers = json.loads(data[8 : 8 + length]), data[8 + length :]
    names = engine_names(len(model.layers))
    with torch.no_grad():
        for name, parameter in model.named_parameters():
            entry = header[names[name]]
            begin, end = entry["data_offsets"]
            kind = np.float16 if entry["dtype"] == "F16" else np.float32
            values = np.frombuffer(numbers[begin:end], kind).astype(np.float32).reshape(entry["shape"])
            parameter.copy_(torch.from_numpy(values))


def optimizer_of(model, order):
    """AdamW as src/engine/train/adamw.ts has it: vectors don't decay."""
    groups = [
        {"params": [one for one in model.parameters() if (one.dim() == 2) == decays], "weight_decay": decay}
        for decays, decay in ((True, order["weightDecay"]), (False, 0.0))
    ]
    fused = {"fused": True} if next(model.parameters()).is_cuda else {}
    return torch.optim.AdamW(groups, lr=0.0, betas=(0.9, 0.98), eps=1e-8, **fused)


def reserve_memory():
    """Most of the GPU's memory in one piece, to be cut from: batches of ever new sizes would ask the driver for ever new pieces."""
    free, _ = torch.cuda.mem_get_info()
    torch.empty(int(free * 0.85), dtype=torch.uint8, device="cuda")


def train(model, order, device):
    shards = Shards(order["folder"], device, order["seed"])
    if device != "cpu":
        reserve_memory()
    held_out = [to_device(batch, device) for batch in read_shard(Path(order["folder"]) / "held-out")]
    optimizer = optimizer_of(model, order)
    forward = torch.compile(model, dynamic=True) if order["compile"] else model
    forward_loss = lambda batch: loss_of(forward, batch, device)
    first = shards.next()
    begun = logged = saved = time.perf_counter()
    count = {"step": 0, "tokens": 0, "learntTokens": 0}
    losses, tokens_before = [], 0
    batch = first
    while True:
        now = time.perf_counter()
        share = (now - begun) / (order["minutes"] * 60)
        if share >= 1:
            break
        for group in optimizer.param_groups:
            group["lr"] = rate_of(order["peakLearningRate"], count["step"], share)
        loss = forward_loss(batch)
        optimizer.zero_grad(set_to_none=True)
        loss.backward()
        torch.nn.utils.clip_grad_norm_(model.parameters(), 1.0)
        optimizer.step()
        losses.append(loss.detach())
        count["step"] += 1
        count["tokens"] += batch[0].numel()
        count["learntTokens"] += len(batch[2])
        if now - logged >= LOG_EVERY:
            facts = {**count, "seconds": round(now - begun, 1), "share": round(share, 4), "fresh": round(shards.fresh / shards.served, 3),
                     "loss": round(torch.stack(losses).mean().item(), 4),
                     "tokensPerSecond": round((count["tokens"] - tokens_before) / (now - logged))}
            losses, tokens_before, logged = [], count["tokens"], now
            if now - saved >= SAVE_EVERY / 2:
                facts["heldOutLoss"] = held_out_loss(model, held_out, device)
                save(model, order)
                saved = now
            tell(order, facts, share)
        batch = shards.next()
    save(model, order)
    tell(order, {**count, "share": 1, "heldOutLoss": held_out_loss(model, held_out, device)}, 1)


@torch.no_grad()
def held_out_loss(model, batches, device):
    losses = [(loss_of(model, batch, device).item(), len(batch[2])) for batch in batches]
    return round(sum(loss * size for loss, size in losses) / sum(size for _, size in losses), 4)


def tell(order, facts, share):
    progress = Path(order["folder"]) / "progress"
    unfinished = progress.with_suffix(".unfinished")
    unfinished.write_text(str(share))
    unfinished.rename(progress)
    print(json.dumps(facts), flush=True)


def main():
    order = json.load(sys.stdin)
    torch.manual_seed(order["seed"])
    torch.backends.cuda.matmul.allow_tf32 = True
    device = "cuda" if torch.cuda.is_available() else "cpu"
    model = Decoder(order["shape"]).to(device)
    if order["from"]:
        load(model, order["from"])
    train(model, order, device)


main()
