import { appendFile, mkdir, readFile } from "node:fs/promises";
import { dirname, join } from "node:path";
import { type EngineModel, initialWeights, type ModelShape, parameterCount } from "../../src/engine/model.ts";
import { writeModelFile } from "../../src/engine/model-file.ts";
import { createTokenizer, type Tokenizer } from "../../src/engine/text/tokenizer.ts";
import { openTrainer } from "../../src/engine/train/open-trainer.ts";
import type { Trainer } from "../../src/engine/train/trainer.ts";
import { type Progress, readCheckpoint, writeCheckpoint } from "./pretrain/checkpoint.ts";
import { type CorpusBatches, corpusBatches } from "./pretrain/corpus-batches.ts";
import { heldOutAccuracy, heldOutLoss } from "./pretrain/held-out.ts";
import { drillsAt, learningRateAt, lessonAt, longestAt } from "./pretrain/schedule.ts";
import { type PretrainSettings, readSettings } from "./pretrain/settings.ts";

/**
 * Makes the base model from nothing but the repo: `npm run engine:pretrain -- --minutes 150`. Ctrl-C or a crash loses at
 * most five minutes; the same command goes on. `--again --minutes 60` continues a finished run with a fresh schedule.
 */
const context = 1024;
const checkpointEveryMs = 5 * 60_000;
/** The accuracy takes half a minute; it is measured after every second checkpoint. */
const accuracyEvery = 2;
const logEveryMs = 30_000;
const weightDecay = 0.05;
const heldOutCases = 40;
const lastCases = 300;

const startOfRun: Progress = {
  step: 0,
  scheduleStep: 0,
  tokens: 0,
  learntTokens: 0,
  scheduleMs: 0,
  budgetMs: 0,
  totalMs: 0,
  position: 0,
};

interface Run {
  readonly settings: PretrainSettings;
  readonly shape: ModelShape;
  readonly tokenizer: Tokenizer;
  readonly trainer: Trainer;
  readonly corpus: CorpusBatches;
  progress: Progress;
}

await pretrain(readSettings(process.argv.slice(2)));

async function pretrain(settings: PretrainSettings): Promise<void> {
  const run = await openRun(settings);
  await log(run, { parameters: parameterCount(run.shape), from: run.progress });
  await train(run);
  await save(run);
  await mkdir(dirname(settings.out), { recursive: true });
  await writeModelFile(settings.out, modelOf(run));
  await log(run, { finished: settings.out });
  await measure(run, lastCases);
  await log(run, { training: await heldOutAccuracy(modelOf(run), lastCases, "training") });
  await run.trainer.close();
}

async function openRun(settings: PretrainSettings): Promise<Run> {
  const pieces = JSON.parse(await readFile(new URL("pieces.json", import.meta.url), "utf8"));
  const tokenizer = createTokenizer(pieces);
  const { width, layers, heads, feedForward, threads } = settings;
  const shape: ModelShape = { vocabulary: tokenizer.size, width, layers, heads, feedForward, context };
  await mkdir(settings.folder, { recursive: true });
  const checkpoint = await readCheckpoint(settings.folder, shape);
  const progress = checkpoint?.progress ?? startOfRun;
  const trainer = await openTrainer({
    shape,
    weights: checkpoint?.weights ?? initialWeights(shape, settings.seed),
    threads,
    weightDecay,
    maxGradientNorm: 1,
    lora: null,
    ...(checkpoint ? { state: checkpoint.optimizer } : {}),
  });
  const corpus = corpusBatches(tokenizer, {
    seed: settings.seed,
    from: progress.position,
    batchTokens: settings.batchTokens,
    context,
    batchesAtOnce: 24,
  });
  return { settings, shape, tokenizer, trainer, corpus, progress: scheduled(progress, settings) };
}

/** `--again` begins a fresh schedule where the last is over; an interrupted one goes on, with or without it. */
function scheduled(progress: Progress, { minutes, again }: PretrainSettings): Progress {
  const budgetMs = minutes * 60_000;
  const isOver = progress.step > 0 && progress.scheduleMs >= progress.budgetMs;
  return again && isOver
    ? { ...progress, budgetMs, scheduleStep: 0, scheduleMs: 0 }
    : { ...progress, budgetMs };
}

/** Steps until the time is over, with checkpoints and measurements between them. */
async function train(run: Run): Promise<void> {
  const { budgetMs } = run.progress;
  let saved = Date.now();
  let saves = 0;
  let logged = Date.now();
  let losses: number[] = [];
  let tokensBefore = run.progress.tokens;
  while (run.progress.scheduleMs < budgetMs) {
    const share = run.progress.scheduleMs / budgetMs;
    const result = await learnBatch(run, share);
    losses.push(result.loss);
    if (Date.now() - logged >= logEveryMs) {
      const seconds = (Date.now() - logged) / 1000;
      const tokensPerSecond = Math.round((run.progress.tokens - tokensBefore) / seconds);
      await log(run, { ...result, loss: mean(losses), tokensPerSecond, share });
      losses = [];
      logged = Date.now();
      tokensBefore = run.progress.tokens;
    }
    if (Date.now() - saved >= checkpointEveryMs) {
      await save(run);
      saves += 1;
      await measure(run, saves % accuracyEvery === 0 ? heldOutCases : 0);
      saved = Date.now();
      logged = Date.now();
      tokensBefore = run.progress.tokens;
    }
  }
}

async function learnBatch(run: Run, share: number) {
  const started = Date.now();
  const { settings, progress, corpus } = run;
  const isFirstRun = progress.step === progress.scheduleStep;
  const lesson = isFirstRun ? lessonAt(share) : 1;
  const batch = corpus.next({ longest: longestAt(context, lesson), drills: drillsAt(lesson) });
  const learningRate = learningRateAt(settings.peakLearningRate, progress.scheduleStep, share);
  const { loss, learntTokens, gradientNorm } = await run.trainer.step(batch, learningRate);
  const tookMs = Date.now() - started;
  run.progress = {
    ...progress,
    step: progress.step + 1,
    scheduleStep: progress.scheduleStep + 1,
    tokens: progress.tokens + batch.reduce((sum, { tokens }) => sum + tokens.length, 0),
    learntTokens: progress.learntTokens + learntTokens,
    scheduleMs: progress.scheduleMs + tookMs,
    totalMs: progress.totalMs + tookMs,
    position: corpus.position(),
  };
  return { loss, learningRate, gradientNorm };
}

/** A checkpoint, and the model so far for whoever wants to try it. */
async function save(run: Run): Promise<void> {
  const { settings, shape, trainer } = run;
  await writeCheckpoint(settings.folder, shape, {
    progress: run.progress,
    weights: trainer.weights(),
    optimizer: trainer.state(),
  });
  await writeModelFile(join(settings.folder, "latest.safetensors"), modelOf(run));
}

/** How the model does on what it has never seen; the time counts as time of the run. */
async function measure(run: Run, cases: number): Promise<void> {
  const started = Date.now();
  const model = modelOf(run);
  const loss = await heldOutLoss(model, run.trainer);
  const accuracy = cases === 0 ? {} : await heldOutAccuracy(model, cases);
  const tookMs = Date.now() - started;
  const { scheduleMs, totalMs } = run.progress;
  run.progress = { ...run.progress, scheduleMs: scheduleMs + tookMs, totalMs: totalMs + tookMs };
  await log(run, { heldOut: { loss, ...accuracy } });
}

function modelOf(run: Run): EngineModel {
  return {
    name: "calltune-base",
    shape: run.shape,
    weights: run.trainer.weights(),
    tokenizer: run.tokenizer,
  };
}

async function log(run: Run, facts: object): Promise<void> {
  const { step, tokens, totalMs } = run.progress;
  const line = JSON.stringify({
    at: new Date().toISOString(),
    step,
    tokens,
    minutes: totalMs / 60_000,
    ...facts,
  });
  await appendFile(join(run.settings.folder, "log.jsonl"), `${line}\n`);
  process.stdout.write(`${line}\n`);
}

function mean(numbers: readonly number[]): number {
  return numbers.reduce((sum, number) => sum + number, 0) / numbers.length;
}
