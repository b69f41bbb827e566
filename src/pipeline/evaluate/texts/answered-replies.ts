import type { EvaluationFiles } from "../../../workspace/evaluations.ts";
import type { CaseBook } from "../cases/open-cases.ts";
import { readGenerationLines } from "../score/generation-lines.ts";
import type { Reply } from "./collect-texts.ts";

/** Every reply that came, case by case, with all candidates' replies to it. */
export async function* answeredReplies(
  { generations }: Pick<EvaluationFiles, "generations">,
  candidates: readonly string[],
  cases: CaseBook,
): AsyncGenerator<Reply> {
  const lines = await readGenerationLines(generations, candidates, cases.places);
  let place = 0;
  for await (const question of cases.all()) {
    for (const candidate of candidates) {
      const generation = lines.read(candidate, place);
      if (generation?.outcome === "answered") yield { question, generation };
    }
    place += 1;
  }
}
