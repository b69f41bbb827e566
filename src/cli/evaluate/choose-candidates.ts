import type { CandidateOptions } from "../../domain/evaluate-options.ts";
import type { JobRecord } from "../../domain/job-record.ts";
import { UsageError } from "../../lib/errors.ts";
import { openJobBook } from "../../workspace/job-ledger.ts";
import type { Project } from "../project.ts";
import { candidateExample, parseCandidate } from "./candidate-spec.ts";
import { isOfShare } from "./curve/share-name.ts";

/** Those of `--candidate`, else the config's; null where neither names any. */
export function namedCandidates(
  specs: readonly string[],
  { loaded }: Pick<Project, "loaded">,
): readonly CandidateOptions[] | null {
  if (specs.length > 0) return specs.map(parseCandidate);
  return loaded.config.evaluate?.candidates ?? null;
}

export interface UsualWish {
  /** The cases are the test split's, which alone has a log. */
  readonly fromDataset: boolean;
  /** The embedded engine's base model that a curve was learnt on; null without a curve. */
  readonly curveBase: string | null;
}

/** The log, the base model and the newest tuned one. @throws UsageError where there is nobody to ask */
export async function usualCandidates(
  { fromDataset, curveBase }: UsualWish,
  project: Project,
): Promise<readonly CandidateOptions[]> {
  const newest = await newestTuned(project);
  const asked = newest === null ? baseOfCurve(curveBase) : [`base=${newest.base}`, `tuned=${newest.tuned}`];
  return (fromDataset ? ["log", ...asked] : asked).map(parseCandidate);
}

function baseOfCurve(base: string | null): string[] {
  if (base !== null) return [`base=local:${base}`];
  throw new UsageError(
    `there is nobody to ask: the workspace has no tuned model yet (calltune tune makes one), so name candidates: ${candidateExample} --candidate log`,
  );
}

/** What `--candidate` takes for the newest fine-tuned model of the workspace and for its base; null where there is none. */
export async function newestTuned({
  workspace,
}: Project): Promise<{ readonly base: string; readonly tuned: string } | null> {
  const records = await (await openJobBook(workspace, () => new Date())).list();
  const isTuned = ({ state, model, order }: JobRecord) =>
    state === "succeeded" && model?.name != null && !isOfShare(order.settings.suffix);
  const newest = records.findLast(isTuned);
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
