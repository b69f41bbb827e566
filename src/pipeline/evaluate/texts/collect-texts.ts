import type { Case } from "../../../domain/case.ts";
import type { AnsweredGeneration } from "../../../domain/generation.ts";
import type { ScoringOptions } from "../../../domain/scoring-options.ts";
import type { TextVerdicts } from "../../../plugins/scorers/comparators/comparator.ts";
import { createJudge } from "../../../plugins/scorers/judge/judge-reply.ts";

/** Two free texts of one parameter. */
export interface TextPair {
  readonly expected: string;
  readonly given: string;
}

/** A case and one candidate's reply to it. */
export interface Reply {
  readonly question: Case;
  readonly generation: AnsweredGeneration;
}

/** Every pair of free texts that scoring these replies may compare, once each, in the order of the replies. */
export async function collectTexts(
  replies: AsyncIterable<Reply>,
  scoring: ScoringOptions,
): Promise<TextPair[]> {
  const pairs = new Map<string, TextPair>();
  const collector: TextVerdicts = {
    same(expected, given) {
      pairs.set(keyOf({ expected, given }), { expected, given });
      // As if all were different: then every accepted value is looked at, whatever the verdicts will be.
      return false;
    },
  };
  const judge = createJudge(scoring, collector);
  for await (const { question, generation } of replies) judge.judge(question, generation);
  return [...pairs.values()];
}

/** One text for one pair. */
export function keyOf({ expected, given }: TextPair): string {
  return JSON.stringify([expected, given]);
}
