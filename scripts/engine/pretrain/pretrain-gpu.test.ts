import { spawnSync } from "node:child_process";
import { mkdtemp, readFile, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { describe, expect, onTestFinished, test } from "vitest";
import { readModelFile } from "../../../src/engine/model-file.ts";
import { openTrainer } from "../../../src/engine/train/open-trainer.ts";
import { parseJson } from "../../../src/lib/json.ts";
import { heldOutLoss } from "./held-out.ts";

const python = ["python3", "/usr/bin/python3"].find(
  (program) => spawnSync(program, ["-c", "import torch"]).status === 0,
);
if (python === undefined)
  process.stderr.write("pretrain-gpu.test.ts: skipped, no python3 here has PyTorch (apt: python3-torch)\n");

describe.skipIf(python === undefined)("pre-training by PyTorch", () => {
  test("learns from the shards, and our own graphs find the same loss for its weights", async () => {
    const folder = await mkdtemp(join(tmpdir(), "calltune-pretrain-gpu-"));
    onTestFinished(() => rm(folder, { recursive: true }));
    const out = join(folder, "weights.safetensors");
    const size = "--width 16 --layers 1 --heads 2 --feed-forward 24 --batch-tokens 2048".split(" ");
    const run = `--minutes 0.15 --writers 1 --folder ${folder}/shards --out ${out} --python ${python}`.split(
      " ",
    );
    const script = fileURLToPath(new URL("../pretrain-gpu.ts", import.meta.url));
    const { status, stderr } = spawnSync(process.execPath, ["--import", "tsx", script, ...run, ...size]);
    expect([status, String(stderr)]).toEqual([0, ""]);

    const lines = (await readFile(`${out}.log.jsonl`, "utf8")).trim().split("\n").map(parseJson);
    const { step, heldOutLoss: loss } = lines.at(-1) as Record<string, number>;
    expect(step).toBeGreaterThan(1);
    const model = await readModelFile(out);
    const { shape, weights } = model;
    const trainer = await openTrainer({
      shape,
      weights,
      threads: 1,
      weightDecay: 0,
      maxGradientNorm: 1,
      lora: null,
    });
    onTestFinished(() => trainer.close());
    expect(await heldOutLoss(model, trainer)).toBeCloseTo(loss ?? 0, 3);
  }, 120_000);
});
