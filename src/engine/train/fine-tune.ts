import type { Message } from "../../domain/message.ts";
import type { Tool } from "../../domain/tool.ts";
import { UsageError } from "../../lib/errors.ts";
import { seededRandom } from "../../lib/seeded-random.ts";
import type { EngineModel, Weights } from "../model.ts";
import { encodeRows } from "../text/rows.ts";
import { readLength, shuffled } from "./batches.ts";
import { type BestWeights, bestWeightsOf } from "./best-weights.ts";
import { openTrainer } from "./open-trainer.ts";
import { evaluatesAfter, learningRateAt } from "./schedule.ts";
import type { Sequence, Trainer } from "./trainer.ts";
import { varyValues } from "./vary-values.ts";

/** A line of a training file: assistant messages are learnt, but for those of weight 0. */
export interface TrainingRow {
  readonly messages: readonly Message[];
  readonly tools: readonly Tool[];
}

export interface FineTuneSettings {
  readonly epochs: number;
  readonly learningRate: number;
  /** Sequences in a step. */
  readonly batchSize: number;
  readonly warmupRatio: number;
  readonly weightDecay: number;
  readonly maxGradientNorm: number;
  readonly lora: { readonly rank: number; readonly alpha: number } | null;
  readonly seed: number;
  /** Ends when the validation loss hasn't fallen for so many evaluations; null learns all epochs. */
  readonly patience: number | null;
  /** Evaluations on the validation rows, evenly spread. */
  readonly evaluations: number;
}

export interface FineTuneProgress {
  readonly step: number;
  readonly steps: number;
  readonly epoch: number;
  readonly learningRate: number;
  readonly loss: number;
  readonly gradientNorm: number;
  readonly validationLoss: number | null;
  /** Tokens read so far, learnt or not. */
  readonly tokens: number;
}

export interface FineTuneOrder {
  readonly base: EngineModel;
  /** The tuned model's name. */
  readonly name: string;
  readonly training: readonly TrainingRow[];
  readonly validation: readonly TrainingRow[];
  readonly settings: FineTuneSettings;
  /**
   * Epochs that were done before an interruption, `base` being the model of the last of them: learning rate, order of the rows
   * and progress go on as if there had been none.
   */
  readonly done?: { readonly epochs: number };
  readonly threads: number;
  readonly signal?: AbortSignal;
  readonly onStep?: (progress: FineTuneProgress) => void;
  /** Called at the end of each epoch with the model so far: a checkpoint. */
  readonly onEpoch?: (epoch: number, model: EngineModel) => Promise<void>;
}

export interface FineTuneResult {
  /**
   * Of the last step; with patience, of the best validation loss. The loss rises early, by words that one could say
   * otherwise, while tool calls still get better (docs/engine.md), so the best loss is no sign of the best model.
   */
  readonly model: EngineModel;
  /** That were made; fewer than planned where it stopped early. */
  readonly steps: number;
  readonly stoppedEarly: boolean;
  /** Training rows that lost more than descriptions to fit the context. */
  readonly truncatedRows: number;
  /** Tokens read in all steps. */
  readonly tokens: number;
  /** Of the last epoch, a mean over its learnt tokens; a part of it where it stopped early. */
  readonly trainLoss: number;
  /** The model's own; null without validation rows. */
  readonly validationLoss: number | null;
}

export type FineTune = (order: FineTuneOrder) => Promise<FineTuneResult>;

/**
 * Trains a model further on a caller's own calls. The same order gives the same model, on the same machine and threads.
 * @throws UsageError where no row has a reply to learn; the signal's reason, at the next step after it fires
 */
export const fineTune: FineTune = async (order) => {
  const plan = planOf(order);
  const trainer = await trainerFor(order);
  try {
    return await run(order, plan, trainer);
  } finally {
    await trainer.close();
  }
};

interface Plan {
  readonly training: readonly Sequence[];
  readonly validation: readonly Sequence[];
  readonly truncatedRows: number;
  readonly stepsPerEpoch: number;
  readonly steps: number;
}

function planOf({ base, training, validation, settings }: FineTuneOrder): Plan {
  const encode = (rows: readonly TrainingRow[]) => encodeRows(base.tokenizer, rows, base.shape.context);
  const { sequences, shortenedRows } = encode(training);
  if (sequences.length === 0) throw new UsageError("no training row has an assistant message to learn");
  const stepsPerEpoch = Math.ceil(sequences.length / settings.batchSize);
  return {
    training: sequences,
    validation: encode(validation).sequences,
    truncatedRows: shortenedRows,
    stepsPerEpoch,
    steps: stepsPerEpoch * settings.epochs,
  };
}

function trainerFor({ base, settings, threads }: FineTuneOrder): Promise<Trainer> {
  const { weightDecay, maxGradientNorm, lora, seed } = settings;
  return openTrainer({
    shape: base.shape,
    weights: base.weights,
    threads,
    weightDecay,
    maxGradientNorm,
    lora: lora === null ? null : { ...lora, seed },
  });
}

/** How far a run has come. */
interface Course {
  readonly step: number;
  readonly tokens: number;
  /** Of this epoch: learnt tokens, and their losses added up. */
  readonly epochLearnt: number;
  readonly epochLoss: number;
}

interface Run {
  readonly order: FineTuneOrder;
  readonly plan: Plan;
  readonly trainer: Trainer;
  readonly best: BestWeights;
}

async function run(order: FineTuneOrder, plan: Plan, trainer: Trainer): Promise<FineTuneResult> {
  const best = bestWeightsOf(trainer);
  const doneEpochs = order.done?.epochs ?? 0;
  let course = courseAfter(doneEpochs, plan);
  let stoppedEarly = false;
  for (let epoch = doneEpochs + 1; epoch <= order.settings.epochs && !stoppedEarly; epoch += 1) {
    course = { ...course, epochLoss: 0, epochLearnt: 0 };
    for (const batch of batchesOf(order, plan, epoch)) {
      order.signal?.throwIfAborted();
      course = await learn({ order, plan, trainer, best }, course, batch);
      stoppedEarly = course.step < plan.steps && best.worse() >= (order.settings.patience ?? plan.steps);
      if (stoppedEarly) break;
    }
    if (!stoppedEarly) await order.onEpoch?.(epoch, modelOf(order, trainer.weights()));
  }
  return {
    model: modelOf(order, (order.settings.patience === null ? null : best.weights()) ?? trainer.weights()),
    steps: course.step,
    stoppedEarly,
    truncatedRows: plan.truncatedRows,
    tokens: course.tokens,
    trainLoss: course.epochLoss / course.epochLearnt,
    validationLoss: best.loss(),
  };
}

/** Where a run stands after so many epochs that weren't stopped early. */
function courseAfter(epochs: number, { training, stepsPerEpoch }: Plan): Course {
  const tokens = epochs * training.reduce((sum, sequence) => sum + readLength(sequence), 0);
  return { step: epochs * stepsPerEpoch, tokens, epochLoss: 0, epochLearnt: 0 };
}

/** The epoch's order, and the words in the place of copied ones, depend on seed and epoch alone. */
function batchesOf(
  { base, settings }: FineTuneOrder,
  { training, stepsPerEpoch }: Plan,
  epoch: number,
): Sequence[][] {
  const longest = base.shape.context;
  const random = seededRandom(`fine-tune ${settings.seed} ${epoch}`);
  const sequences = shuffled(training, random).map((one) =>
    varyValues(base.tokenizer, one, { longest, random }),
  );
  return Array.from({ length: stepsPerEpoch }, (_, index) =>
    sequences.slice(index * settings.batchSize, (index + 1) * settings.batchSize),
  );
}

/** One step, the evaluation that may follow it, and word of both. */
async function learn(run: Run, course: Course, batch: readonly Sequence[]): Promise<Course> {
  const { settings, onStep } = run.order;
  const { steps, stepsPerEpoch } = run.plan;
  const { warmupRatio } = settings;
  const learningRate = learningRateAt(course.step, { peak: settings.learningRate, steps, warmupRatio });
  const { loss, learntTokens, gradientNorm } = await run.trainer.step(batch, learningRate);
  const validationLoss = await evaluate(run, course.step);
  const step = course.step + 1;
  const tokens = course.tokens + batch.reduce((sum, sequence) => sum + readLength(sequence), 0);
  const epoch = Math.ceil(step / stepsPerEpoch);
  onStep?.({ step, steps, epoch, learningRate, loss, gradientNorm, validationLoss, tokens });
  const epochLoss = course.epochLoss + loss * learntTokens;
  return { step, tokens, epochLoss, epochLearnt: course.epochLearnt + learntTokens };
}

/** The validation loss, where one is due after this step. */
async function evaluate({ order, plan, trainer, best }: Run, step: number): Promise<number | null> {
  const { steps, validation } = plan;
  const { evaluations } = order.settings;
  if (validation.length === 0 || !evaluatesAfter(step, { steps, evaluations })) return null;
  const loss = await validationLossOf(trainer, validation, order.signal);
  best.consider(loss);
  return loss;
}

/** Sequences evaluated between two looks at the signal. */
const portion = 32;

async function validationLossOf(
  trainer: Trainer,
  sequences: readonly Sequence[],
  signal: AbortSignal | undefined,
): Promise<number> {
  let [total, count] = [0, 0];
  for (let from = 0; from < sequences.length; from += portion) {
    signal?.throwIfAborted();
    const { loss, learntTokens } = await trainer.lossOf(sequences.slice(from, from + portion));
    total += loss * learntTokens;
    count += learntTokens;
  }
  return total / count;
}

function modelOf({ base, name }: FineTuneOrder, weights: Weights): EngineModel {
  return { ...base, name, weights };
}
