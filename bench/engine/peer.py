"""The embedded decoder in PyTorch, the peer of `npm run bench engine`: same shape, batch, loss, clipping and optimizer.

Reads one JSON object from stdin: {"shape": {...}, "threads", "seconds", "batch": [[token, ...], ...], "learntFrom",
"prompt": [token, ...], "generate": count}. Prints {"training": pace, "generation": pace, "loss", "version"}, a pace being
{"perSecond", "perProcessorSecond"} in tokens.
"""

import json
import os
import sys
import time
from pathlib import Path

# OpenMP's threads would spin while they wait, and take the processor from BLAS's own.
os.environ.setdefault("OMP_WAIT_POLICY", "PASSIVE")

import torch
import torch.nn.functional as F
from torch import nn

sys.path.insert(0, str(Path(__file__).parents[2] / "scripts/engine/torch"))
from decoder import Decoder


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
