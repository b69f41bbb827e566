import { spawn } from "node:child_process";
import { once } from "node:events";
import { appendFile, mkdir, readFile, rm, writeFile } from "node:fs/promises";
import { dirname, join, resolve } from "node:path";
import { createInterface } from "node:readline";
import { fileURLToPath } from "node:url";
import { parseArgs } from "node:util";
import type { ModelShape } from "../../src/engine/model.ts";
import { modelMetadata } from "../../src/engine/model-file.ts";
import { encodeRows } from "../../src/engine/text/rows.ts";
import { createTokenizer, type Tokenizer } from "../../src/engine/text/tokenizer.ts";
import { groupByLength } from "../../src/engine/train/batches.ts";
import { heldOutCalls } from "./pretrain/held-out-calls.ts";
import { encodeShard, writeShards } from "./pretrain/shards.ts";

/**
 * The pre-training of `pretrain.ts` on one GPU, by PyTorch: `npx tsx scripts/engine/pretrain-gpu.ts --minutes 9 --out FILE`. The same
 * corpus, schedule, loss and optimizer, with larger batches: processes of this file write shards of calls into `--folder`, and
 * torch/pretrain.py learns them. Then `npx tsx scripts/engine/adopt-weights.ts FILE` makes the base model of the weights.
 * It doesn't go on after an interruption; the weights of the last minute are there.
 */
const context = 1024;

interface GpuSettings {
  readonly minutes: number;
  readonly folder: string;
  readonly out: string;
  /** Weights to begin with. */
  readonly from: string | null;
  readonly writers: number;
  readonly python: string;
  readonly batchTokens: number;
  readonly peakLearningRate: number;
  readonly compile: boolean;
  readonly shape: Omit<ModelShape, "vocabulary" | "context">;
  /** Set in a process that only writes shards. */
  readonly writer: string | null;
}

await main(readGpuSettings(process.argv.slice(2)));

async function main(settings: GpuSettings): Promise<void> {
  const pieces = JSON.parse(await readFile(new URL("pieces.json", import.meta.url), "utf8"));
  const tokenizer = createTokenizer(pieces);
  if (settings.writer === null) await pretrain(settings, tokenizer);
  else await write(settings, tokenizer, settings.writer);
}

async function pretrain(settings: GpuSettings, tokenizer: Tokenizer): Promise<void> {
  await rm(settings.folder, { recursive: true, force: true });
  await mkdir(settings.folder, { recursive: true });
  await mkdir(dirname(settings.out), { recursive: true });
  await writeHeldOut(settings, tokenizer);
  const writers = Array.from({ length: settings.writers }, (_, at) =>
    spawn(process.execPath, [...process.execArgv, ...process.argv.slice(1), "--writer", String(at)], {
      stdio: "inherit",
    }),
  );
  try {
    await learn(settings, tokenizer);
  } finally {
    for (const writer of writers) writer.kill();
    await rm(settings.folder, { recursive: true, force: true });
  }
}

async function writeHeldOut({ folder, batchTokens }: GpuSettings, tokenizer: Tokenizer): Promise<void> {
  const { sequences } = encodeRows(tokenizer, heldOutCalls(), context);
  await writeFile(join(folder, "held-out"), encodeShard(groupByLength(sequences, batchTokens)));
}

async function write(settings: GpuSettings, tokenizer: Tokenizer, writer: string): Promise<void> {
  const { folder, batchTokens, writers } = settings;
  const mostWaiting = 2 * writers;
  await writeShards({ folder, seed: `gpu ${writer}`, tokenizer, context, batchTokens, mostWaiting });
}

/** Runs PyTorch to its end; its lines go to the log beside the weights. */
async function learn(settings: GpuSettings, tokenizer: Tokenizer): Promise<void> {
  const { minutes, folder, out, from, peakLearningRate, compile, python } = settings;
  const shape: ModelShape = { vocabulary: tokenizer.size, ...settings.shape, context };
  const order = {
    folder,
    out,
    from,
    shape,
    metadata: modelMetadata({ name: "calltune-base", shape, tokenizer }),
    minutes,
    peakLearningRate,
    weightDecay: 0.05,
    seed: 1,
    compile,
  };
  const script = fileURLToPath(new URL("torch/pretrain.py", import.meta.url));
  const learner = spawn(python, [script], { stdio: ["pipe", "pipe", "inherit"] });
  const ended = once(learner, "close");
  // Heard below, when all lines are read; a program that can't be started breaks its input as well.
  ended.catch(() => undefined);
  learner.stdin.on("error", () => undefined);
  learner.stdin.end(JSON.stringify(order));
  for await (const line of createInterface({ input: learner.stdout })) {
    process.stdout.write(`${line}\n`);
    await appendFile(`${out}.log.jsonl`, `${line}\n`);
  }
  const [code] = await ended;
  if (code !== 0) throw new Error(`${python} ended with ${code}`);
}

function readGpuSettings(args: readonly string[]): GpuSettings {
  const { values } = parseArgs({
    args: [...args],
    options: {
      minutes: { type: "string", default: "9" },
      folder: { type: "string", default: "/dev/shm/calltune-pretrain" },
      out: { type: "string", default: ".calltune-pretrain/gpu/weights.safetensors" },
      from: { type: "string" },
      writers: { type: "string", default: "14" },
      python: { type: "string", default: "python3" },
      compile: { type: "boolean", default: false },
      "batch-tokens": { type: "string", default: "65536" },
      "learning-rate": { type: "string", default: "0.003" },
      width: { type: "string", default: "192" },
      layers: { type: "string", default: "6" },
      heads: { type: "string", default: "6" },
      "feed-forward": { type: "string", default: "512" },
      writer: { type: "string" },
    },
  });
  return {
    minutes: Number(values.minutes),
    folder: resolve(values.folder),
    out: resolve(values.out),
    from: values.from === undefined ? null : resolve(values.from),
    writers: Number(values.writers),
    python: values.python,
    batchTokens: Number(values["batch-tokens"]),
    peakLearningRate: Number(values["learning-rate"]),
    compile: values.compile,
    shape: {
      width: Number(values.width),
      layers: Number(values.layers),
      heads: Number(values.heads),
      feedForward: Number(values["feed-forward"]),
    },
    writer: values.writer ?? null,
  };
}
