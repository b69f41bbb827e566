import type { Candidate, EvaluationSummary } from "../../domain/evaluation.ts";
import type { JobRecord } from "../../domain/job-record.ts";
import { providers } from "../../plugins/providers/index.ts";
import type { Provider, ServingFacts } from "../../plugins/providers/provider.ts";
import type { ServingPrice } from "./page/sections/cost.ts";

/**
 * What tuned candidates cost by the day, where their provider's table tells: a tuned model needs a machine of its own,
 * and which one its base decides, as the job that made it tells. What costs nothing by the day isn't listed.
 */
export function servingPrices({ candidates }: EvaluationSummary, jobs: readonly JobRecord[]): ServingPrice[] {
  return candidates.flatMap(({ candidate }) => {
    const serving = servingOf(candidate, jobs);
    if (serving === null || !serving.dollarsPerDay) return [];
    const { dollarsPerDay } = serving;
    return [{ candidate: candidate.name, dollarsPerDay, because: becauseOf(serving) }];
  });
}

function servingOf({ provider, model }: Candidate, jobs: readonly JobRecord[]): ServingFacts | null {
  const job = jobs.findLast(
    (record) => record.order.provider === provider && model !== null && record.model?.name === model,
  );
  const table: Readonly<Record<string, Provider>> = providers;
  const models = job === undefined ? [] : (table[job.order.provider]?.models ?? []);
  return models.find(({ id }) => id === job?.order.model)?.serving ?? null;
}

function becauseOf({ hardware, source, readOn }: ServingFacts): string {
  const machine = hardware === null ? "a machine of its own" : `${hardware.gpus} × ${hardware.type}`;
  return `${machine} (${source}; read on ${readOn})`;
}
