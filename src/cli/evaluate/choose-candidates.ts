import type { CandidateOptions } from "../../domain/evaluate-options.ts";
import type { JobRecord } from "../../domain/job-record.ts";
import { UsageError } from "../../lib/errors.ts";
import { openJobBook } from "../../workspace/job-ledger.ts";
import type { Project } from "../project.ts";
import { candidateExample, parseCandidate } from "./candidate-spec.ts";

export interface CandidateWish {
  /** Values of `--candidate`. */
  readonly specs: readonly string[];
  /** The cases are the test split's, which alone has a log. */
  readonly fromDataset: boolean;
}

/** The flags, else the config, else the log, the base model and the newest tuned one. @throws UsageError where there is none */
export async function chooseCandidates(
  { specs, fromDataset }: CandidateWish,
  project: Project,
): Promise<readonly CandidateOptions[]> {
  if (specs.length > 0) return specs.map(parseCandidate);
  const configured = project.loaded.config.evaluate?.candidates;
  if (configured !== undefined) return configured;
  const newest = await newestTuned(project);
  if (newest === null)
    throw new UsageError(
      `there is nobody to ask: the workspace has no tuned model yet (calltune tune makes one), so name candidates: ${candidateExample} --candidate log`,
    );
  const asked = [`base=${newest.base}`, `tuned=${newest.tuned}`];
  return (fromDataset ? ["log", ...asked] : asked).map(parseCandidate);
}

/** What `--candidate` takes for the newest fine-tuned model of the workspace and for its base; null where there is none. */
export async function newestTuned({
  workspace,
}: Project): Promise<{ readonly base: string; readonly tuned: string } | null> {
  const records = await (await openJobBook(workspace, () => new Date())).list();
  const newest = records.findLast(({ state, model }) => state === "succeeded" && model?.name != null);
  if (newest === undefined) return null;
  const { provider, model } = newest.order;
  const place = placeOf(newest);
  return { base: `${provider}:${model}${place}`, tuned: `${provider}:${newest.model?.name}${place}` };
}

/** A job that was ordered at another address than the provider's own is served there too. */
function placeOf({ order }: JobRecord): string {
  return order.provider === "local" || order.address === "https://api.together.ai/v1"
    ? ""
    : `,url=${order.address}`;
}
