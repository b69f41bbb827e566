import { z } from "zod";
import { Score } from "../../../domain/scored-case.ts";
import { UsageError } from "../../../lib/errors.ts";
import { scorers as builtIn } from "../../../plugins/scorers/index.ts";
import type { JudgedReply, Scorer } from "../../../plugins/scorers/scorer.ts";

const OwnScorer = z.object({
  about: z.string(),
  better: z.enum(["higher", "lower"]),
  unit: z.enum(["share", "ms", "dollars"]),
  summary: z.enum(["rate", "every", "percentiles", "mean"]),
  score: z.custom<Scorer["score"]>((value) => typeof value === "function", "expected a function"),
});

/** The built-in scorers and the user's own beside them, by name. @throws UsageError for a value that is no scorer */
export function allScorers(own: Readonly<Record<string, object>>): Record<string, Scorer> {
  const added = Object.entries(own).map(([name, value]) => [name, checked(name, value)] as const);
  return { ...builtIn, ...Object.fromEntries(added) };
}

function checked(name: string, value: object): Scorer {
  if (Object.hasOwn(builtIn, name))
    throw new UsageError(`scorers.${name}: that is a built-in scorer's name; give yours another`);
  if (!/^[a-z][a-z0-9_]*$/.test(name))
    throw new UsageError(`scorers.${name}: a name has small letters, digits and underscores`);
  const scorer = OwnScorer.safeParse(value);
  if (!scorer.success) {
    const [issue] = scorer.error.issues;
    throw new UsageError(`scorers.${name}.${issue?.path.join(".")}: ${issue?.message}`);
  }
  return { ...scorer.data, score: (reply) => guarded(name, scorer.data.score, reply) };
}

/** What a user's function gives or throws is the user's to mend. */
function guarded(name: string, score: Scorer["score"], reply: JudgedReply): Score | null {
  const at = `scorers.${name} at case ${reply.case.id}`;
  let given: unknown;
  try {
    given = score(reply);
  } catch (error) {
    throw new UsageError(`${at}: ${thrown(error)}`, { cause: error });
  }
  if (given === null) return null;
  const checkedScore = Score.safeParse(given);
  if (checkedScore.success) return checkedScore.data;
  throw new UsageError(`${at}: gave neither null nor { value, of } with numbers, of above 0`);
}

/** Kind and place without the message, which may hold the words that couldn't be read. */
function thrown(error: unknown): string {
  if (!(error instanceof Error)) return "threw something that is no Error";
  const [, place] =
    /([^\s()/\\]+:\d+:\d+)\)?$/m.exec(error.stack?.replace(/^.*?\n(?= +at )/s, "") ?? "") ?? [];
  return `threw ${error.name}${place === undefined ? "" : ` at ${place}`}`;
}
