import { spawnSync } from "node:child_process";
import { existsSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { parseArgs } from "node:util";
import { type EngineModel, initialWeights, type ModelShape, parameterCount } from "../src/engine/model.ts";
import { readModelFile } from "../src/engine/model-file.ts";
import { openDecoder } from "../src/engine/runtime/open-decoder.ts";
import { openTrainer } from "../src/engine/train/open-trainer.ts";
import type { Figures } from "../test/support/figures.ts";
import { callTimes } from "./engine/call-times.ts";

const leastTrainingRatio = 0.9;
const mostCallMs = 60;

const baseFile = fileURLToPath(new URL("../src/engine/base/base.safetensors", import.meta.url));
const torchFile = fileURLToPath(new URL("engine/peer.py", import.meta.url));

/** What the base model has; used where its file isn't there yet. */
const usualShape: ModelShape = {
  vocabulary: 3268,
  width: 192,
  layers: 6,
  heads: 6,
  feedForward: 512,
  context: 1024,
};

/**
 * `npm run bench engine [--threads N] [--seconds N] [--python PATH]`: tokens a second of training and of generation on the
 * base model's shape, beside PyTorch with the same work on the same machine, in turns so that both meet the same load;
 * then the time from a chat to its complete tool call, by the base model on calls it never learnt.
 */
export async function run(args: readonly string[]): Promise<Figures> {
  const { values } = parseArgs({
    args: [...args],
    options: {
      threads: { type: "string", default: "1" },
      seconds: { type: "string", default: "10" },
      python: { type: "string", default: "python3" },
      calls: { type: "string", default: "100" },
    },
  });
  const base = existsSync(baseFile) ? await readModelFile(baseFile) : null;
  const work = workFor(base?.shape ?? usualShape, Number(values.threads), Number(values.seconds));
  const ours: Speed[] = [];
  const torch: TorchSpeed[] = [];
  for (let turn = 0; turn < turns; turn += 1) {
    ours.push(await ourSpeed(work));
    torch.push(...torchSpeed(values.python, work));
  }
  const calls = base === null ? [] : await callTimes(base, work.threads, Number(values.calls));
  const peer = torch[0]?.version ?? recorded.version;
  const [speed, peerSpeed] = [medianOf(ours), torch.length === 0 ? recorded : medianOf(torch)];
  const trainingRatio = round(speed.training.perProcessorSecond / peerSpeed.training.perProcessorSecond);
  const callMs = { p50: percentile(calls, 0.5), p95: percentile(calls, 0.95) };
  return {
    name: "engine",
    ok: trainingRatio >= leastTrainingRatio && (calls.length === 0 || callMs.p50 <= mostCallMs),
    n: turns,
    parameters: parameterCount(work.shape),
    threads: work.threads,
    tokensPerSecond: rounded(speed, "perSecond"),
    tokensPerProcessorSecond: rounded(speed, "perProcessorSecond"),
    peer,
    peerTokensPerSecond: rounded(peerSpeed, "perSecond"),
    peerTokensPerProcessorSecond: rounded(peerSpeed, "perProcessorSecond"),
    trainingRatio,
    generationRatio: round(speed.generation.perProcessorSecond / peerSpeed.generation.perProcessorSecond),
    callsTimed: calls.length,
    callMs: calls.length === 0 ? null : callMs,
    target: `training ≥ ${leastTrainingRatio} of PyTorch's by processor time; a complete call in ≤ ${mostCallMs} ms (p50)`,
  };
}

const turns = 3;

/** Tokens. By processor time other programs on the machine don't count, and neither does a thread that sleeps. */
interface Pace {
  readonly perSecond: number;
  readonly perProcessorSecond: number;
}

interface Speed {
  readonly training: Pace;
  readonly generation: Pace;
}

interface TorchSpeed extends Speed {
  readonly version: string;
}

/** For where PyTorch isn't installed: one thread of a 2-core AMD EPYC (Debian 12, OpenBLAS), the shape of today's base, 2026-11-28. */
const recorded: TorchSpeed = {
  version: "PyTorch 1.13.0, as recorded",
  training: { perSecond: Number.NaN, perProcessorSecond: 2977 },
  generation: { perSecond: Number.NaN, perProcessorSecond: 328 },
};

/** What both sides do; `engine/peer.py` reads it as JSON. */
interface Work {
  readonly shape: ModelShape;
  readonly threads: number;
  readonly seconds: number;
  readonly batch: readonly (readonly number[])[];
  /** The tokens from this place on are learnt: about a third, as in calls. */
  readonly learntFrom: number;
  readonly prompt: readonly number[];
  /** Tokens to generate, once to warm up and once more. */
  readonly generate: number;
}

function workFor(shape: ModelShape, threads: number, seconds: number): Work {
  const sequence = (length: number, row: number) =>
    Array.from({ length }, (_, place) => (place * 7 + row * 31) % Math.min(97, shape.vocabulary));
  return {
    shape,
    threads,
    seconds,
    batch: Array.from({ length: 8 }, (_, row) => sequence(257, row)),
    learntFrom: 172,
    prompt: sequence(256, 0),
    generate: 300,
  };
}

async function ourSpeed(work: Work): Promise<Speed> {
  const model = { shape: work.shape, weights: initialWeights(work.shape, "bench") };
  return { training: await trainingPace(work, model), generation: await generationPace(work, model) };
}

type Model = Pick<EngineModel, "shape" | "weights">;

async function trainingPace({ batch, learntFrom, seconds, threads }: Work, model: Model): Promise<Pace> {
  const trainer = await openTrainer({ ...model, threads, weightDecay: 0.01, maxGradientNorm: 1, lora: null });
  const sequences = batch.map((tokens) => ({
    tokens,
    learn: tokens.map((_, place) => (place >= learntFrom ? 1 : 0)),
  }));
  const step = () => trainer.step(sequences, 1e-3);
  await step();
  const pace = await paceOf(async () => {
    const end = performance.now() + 1000 * seconds;
    let steps = 0;
    do {
      await step();
      steps += 1;
    } while (performance.now() < end);
    return steps * batch.reduce((sum, { length }) => sum + length - 1, 0);
  });
  await trainer.close();
  return pace;
}

async function generationPace({ prompt, generate, threads }: Work, model: Model): Promise<Pace> {
  const decoder = await openDecoder(model, threads);
  const decoding = decoder.begin();
  let next = best(await decoding.feed(prompt));
  const make = async () => {
    for (let made = 0; made < generate; made += 1) next = best(await decoding.feed([next]));
    return generate;
  };
  await make();
  const pace = await paceOf(make);
  await decoder.close();
  return pace;
}

/** Of work that answers how many tokens it did. */
async function paceOf(work: () => Promise<number>): Promise<Pace> {
  const [begin, processor] = [performance.now(), process.cpuUsage()];
  const tokens = await work();
  const { user, system } = process.cpuUsage(processor);
  return {
    perSecond: (1e3 * tokens) / (performance.now() - begin),
    perProcessorSecond: (1e6 * tokens) / (user + system),
  };
}

function best(logits: Float32Array): number {
  let place = 0;
  for (let index = 1; index < logits.length; index += 1)
    if ((logits[index] ?? 0) > (logits[place] ?? 0)) place = index;
  return place;
}

/** Nothing where there is no PyTorch. */
function torchSpeed(python: string, work: Work): TorchSpeed[] {
  const { status, stdout } = spawnSync(python, [torchFile], {
    input: JSON.stringify(work),
    encoding: "utf8",
    env: { ...process.env, OMP_NUM_THREADS: String(work.threads) },
  });
  if (status !== 0) return [];
  const { training, generation, version } = JSON.parse(stdout);
  return [{ training, generation, version: `PyTorch ${version}` }];
}

/** Each figure by itself. */
function medianOf(speeds: readonly Speed[]): Speed {
  const pace = (part: keyof Speed): Pace => ({
    perSecond: percentile(
      speeds.map((speed) => speed[part].perSecond),
      0.5,
    ),
    perProcessorSecond: percentile(
      speeds.map((speed) => speed[part].perProcessorSecond),
      0.5,
    ),
  });
  return { training: pace("training"), generation: pace("generation") };
}

function rounded({ training, generation }: Speed, by: keyof Pace) {
  return { training: Math.round(training[by]), generation: Math.round(generation[by]) };
}

function percentile(values: readonly number[], share: number): number {
  const sorted = values.toSorted((left, right) => left - right);
  return round(sorted[Math.floor(sorted.length * share)] ?? Number.NaN);
}

function round(value: number): number {
  return Math.round(value * 100) / 100;
}
