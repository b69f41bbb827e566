import { Case } from "../../../../domain/case.ts";
import { DataError } from "../../../../lib/errors.ts";
import type { EvaluationFiles } from "../../../../workspace/evaluations.ts";
import { openGenerations } from "./open-generations.ts";
import type { PageCase } from "./page-case.ts";
import { readJsonLines } from "./read-json-lines.ts";
import { openResults } from "./result-cursors.ts";

/**
 * An evaluation's cases in their order, each with the candidates' results and replies. Holds one case at a time, and of
 * each reply the place in its file.
 * @throws DataError where a file is broken, or the results don't follow the order of the cases
 */
export async function* readPageCases(
  files: Pick<EvaluationFiles, "cases" | "results" | "generations">,
  candidates: readonly string[],
): AsyncGenerator<PageCase> {
  const generations = await openGenerations(files.generations);
  const results = await openResults(files.results, candidates);
  try {
    for await (const { value: question } of readJsonLines(files.cases, Case)) {
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
