import type { Call } from "../../../domain/call.ts";
import type { Day } from "../grounding/days.ts";
import { tokensOf } from "../grounding/tokens.ts";
import { type Cues, cuesOf } from "./cues.ts";
import { type Values, valuesOf } from "./values.ts";

/** What a caller said to what the agent did before. */
export interface Answer {
  /** Index in the call's turns. */
  readonly turn: number;
  readonly tokens: readonly string[];
  readonly cues: Cues;
  /** What is said from the cue on; what follows "not" is left out. */
  readonly values: Values;
  /** The agent's last words before it, as tokens; empty where it said nothing. */
  readonly said: readonly string[];
  readonly saidValues: Values;
}

/** An answer that corrects says so at its front; the rest of a long turn is another matter. */
const longestFront = 400;

/** Null where nothing in the answer says that something was wrong: nearly always. */
export function readAnswer(call: Call, turn: number, today: readonly Day[]): Answer | null {
  const tokens = tokensOf((call.turns[turn]?.text ?? "").slice(0, longestFront));
  const cues = cuesOf(tokens);
  if (!hasCue(cues)) return null;
  const said = tokensOf(lastWords(call, turn).slice(-longestFront));
  const from = cues.restates ?? cues.replaces ?? cues.denies ?? 0;
  // "not" is a cue of replacing and has to be seen again where its value is left out.
  const start = tokens[from - 1] === "not" ? from - 1 : from;
  const values = valuesOf(tokens, today, start);
  return { turn, tokens, cues, values, said, saidValues: valuesOf(said, today) };
}

function hasCue({ rejects, restates, replaces, excludes }: Cues): boolean {
  return rejects !== null || restates !== null || replaces !== null || excludes !== null;
}

/** What the agent said last in the stretch that the caller answers. */
function lastWords(call: Call, turn: number): string {
  for (let index = turn - 1; index >= 0; index -= 1) {
    const earlier = call.turns[index];
    if (earlier?.role === "caller") return "";
    if (earlier?.role === "agent" && earlier.text.trim() !== "") return earlier.text;
  }
  return "";
}
