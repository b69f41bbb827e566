import type { Candidate } from "../../domain/evaluation.ts";
import { UsageError } from "../../lib/errors.ts";
import type { Evaluation } from "../../pipeline/evaluate/evaluation.ts";
import type { CurveWish } from "./curve/curve-sizes.ts";

/** How a candidate is asked is part of it, and stays. @throws UsageError for an evaluation that `--batch` can't go on with */
export function expectInBatches({ files, summary }: Evaluation, curve: CurveWish | null): void {
  const candidates = summary.candidates.map(({ candidate }) => candidate);
  const live = candidates.flatMap(({ kind, batch, name }) =>
    kind === "model" && batch !== true ? [name] : [],
  );
  if (live.length > 0)
    throw new UsageError(
      `--batch is for the candidates that this command names; ${live.join(", ")} of evaluation ${files.id} ${live.length === 1 ? "is" : "are"} asked live: leave --batch out, or add a candidate under another name`,
    );
  // What a curve learns are models too.
  if (curve === null) expectModels(candidates);
}

/** @throws UsageError where nobody of them is asked anything, so that there is nothing to send */
export function expectModels(candidates: readonly Candidate[]): void {
  if (candidates.some(({ kind }) => kind === "model")) return;
  const names = candidates.map(({ name }) => name).join(", ");
  throw new UsageError(
    `--batch has nothing to send: ${names} is the log, which is read and not asked; leave --batch out, or name a model too: --batch --candidate log --candidate "base=openai:gpt-4.1-mini"`,
  );
}
