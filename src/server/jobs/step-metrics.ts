import type { FineTuneProgress } from "../../engine/train/fine-tune.ts";
import type { Metrics, MetricsLine } from "../../workspace/local-jobs.ts";

/** A step's numbers under Together's names; what isn't a number (a loss that ran away) is left out. */
export function stepMetrics(progress: FineTuneProgress): Metrics {
  const values: Readonly<Record<string, number | null>> = {
    "train/global_step": progress.step,
    "train/epoch": progress.epoch,
    "train/loss": progress.loss,
    "train/learning_rate": progress.learningRate,
    "train/grad_norm": progress.gradientNorm,
    "eval/loss": progress.validationLoss,
  };
  return Object.fromEntries(
    Object.entries(values).filter((entry): entry is [string, number] => Number.isFinite(entry[1])),
  );
}

/** Which of a job's metrics a client asks for. */
export interface MetricsQuery {
  readonly fromStep: number;
  readonly toStep: number;
  readonly from: string | null;
  readonly to: string | null;
  /** So many at most, evenly taken; null for all. */
  readonly resolution: number | null;
}

/** In the order of the steps; what a resumed job did again counts once. */
export function chooseMetrics(lines: readonly MetricsLine[], query: MetricsQuery): Metrics[] {
  const latest = new Map(lines.map((line) => [line.values["train/global_step"] ?? 0, line]));
  const chosen = [...latest]
    .filter(([step, { at }]) => step >= query.fromStep && step <= query.toStep && isWithin(at, query))
    .sort(([one], [other]) => one - other)
    .map(([, { values }]) => values);
  return thinned(chosen, query.resolution);
}

function isWithin(at: string, { from, to }: MetricsQuery): boolean {
  const time = Date.parse(at);
  return (from === null || time >= Date.parse(from)) && (to === null || time <= Date.parse(to));
}

/** The first and the last stay, and so does every evaluation. */
function thinned(metrics: readonly Metrics[], most: number | null): Metrics[] {
  if (most === null || most < 1 || metrics.length <= most) return [...metrics];
  const every = (metrics.length - 1) / Math.max(1, most - 1);
  const kept = new Set(Array.from({ length: most }, (_, index) => Math.round(index * every)));
  return metrics.filter((values, index) => kept.has(index) || "eval/loss" in values);
}
