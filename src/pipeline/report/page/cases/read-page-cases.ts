import { Case } from "../../../../domain/case.ts";
import { DataError } from "../../../../lib/errors.ts";
import type { EvaluationFiles } from "../../../../workspace/evaluations.ts";
import { openGenerations } from "./open-generations.ts";
import type { PageCase } from "./page-case.ts";
import { knownCaseParser } from "./parse-known-case.ts";
import { parseBy, readJsonLines } from "./read-json-lines.ts";
import { openResults, type ResultStarts } from "./result-cursors.ts";

export interface PageCaseOptions {
  /**
   * Given by who has just found cases and results to be what calltune wrote: that isn't looked after again, and
   * the results come without their scores. Where each candidate's results begin.
   */
  readonly knownStarts?: ResultStarts;
}

/**
 * An evaluation's cases in their order, each with the candidates' results and replies. Holds one case at a time, and of
 * each reply the place in its file.
 * @throws DataError where a file is broken, or the results don't follow the order of the cases
 */
export async function* readPageCases(
  files: Pick<EvaluationFiles, "cases" | "results" | "generations">,
  candidates: readonly string[],
  { knownStarts }: PageCaseOptions = {},
): AsyncGenerator<PageCase> {
  const generations = await openGenerations(files.generations);
  const results = await openResults(files.results, candidates, knownStarts);
  const parse = knownStarts === undefined ? parseBy(Case) : knownCaseParser();
  try {
    for await (const portion of readJsonLines(files.cases, parse))
      for (const { value: question } of portion) {
        const scored = await results.next(question.id);
        const replies = scored.map((result, index) => ({
          scored: result,
          message:
            result?.outcome === "scored" ? generations.messageOf(candidates[index] ?? "", question.id) : null,
        }));
        yield { case: question, replies };
      }
    const left = results.firstLeft();
    if (left !== null)
      throw new DataError(left, "this result is of no case, or out of the cases' order; evaluate again");
  } finally {
    generations.close();
    await results.close();
  }
}
