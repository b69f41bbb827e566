import type { Call } from "../../../domain/call.ts";
import type { CallerWords } from "../../../domain/grounding/caller-words.ts";
import type { Day } from "../../../lib/spoken/days.ts";
import { pastFillers } from "../../../lib/spoken/denial.ts";
import { mentionsIn } from "../../../lib/spoken/mentions.ts";
import { tokensOf } from "../../../lib/spoken/tokens.ts";
import { asksForMore, asksWhich, asksYesOrNo, isOffer } from "./agent-words.ts";
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
  /** The agent let the caller choose: a "no" chooses. */
  readonly isChoice: boolean;
  /** The agent asked whether there is more to it: what is said to that corrects nothing. */
  readonly isAsked: boolean;
  /** A short answer without any such cue: it may still say again what was said before. */
  readonly isBare: boolean;
}

/** An answer that corrects says so at its front; the rest of a long turn is another matter. */
const longestFront = 400;

/** Longer answers without a cue are new matter. */
const longestBare = 6;
const leads: ReadonlySet<string> = new Set("its just a the only at for on".split(" "));

/** Where an answer is read. */
export interface AnsweredCall {
  readonly call: Call;
  readonly callers: CallerWords;
  readonly today: readonly Day[];
}

/** Null where nothing in the answer says that something was wrong: nearly always. */
export function readAnswer({ call, callers, today }: AnsweredCall, turn: number): Answer | null {
  const text = call.turns[turn]?.text ?? "";
  const tokens = text.length > longestFront ? tokensOf(text.slice(0, longestFront)) : callers.tokensAt(turn);
  const cues = cuesOf(tokens);
  const isBare = !hasCue(cues);
  if (isBare && !beginsWithValue(tokens, today)) return null;
  const lastText = lastWords(call, turn).slice(-longestFront);
  const said = tokensOf(lastText);
  const from = cues.restates ?? cues.replaces ?? cues.denies ?? 0;
  // "not" is a cue of replacing and has to be seen again where its value is left out.
  const start = tokens[from - 1] === "not" ? from - 1 : from;
  const values = valuesOf(tokens, today, start);
  const asks = asksYesOrNo(lastText);
  return {
    turn,
    tokens,
    cues,
    values,
    said,
    saidValues: valuesOf(said, today),
    isChoice: asks || isOffer(said) || (isBare && asksWhich(lastText)),
    isAsked: asks && asksForMore(said),
    isBare,
  };
}

/** "Two, just two", "it's O S E I". */
function beginsWithValue(tokens: readonly string[], today: readonly Day[]): boolean {
  if (tokens.length === 0 || tokens.length > longestBare) return false;
  const lead = pastFillers(tokens);
  const from = leads.has(tokens[lead] ?? "") ? lead + 1 : lead;
  return mentionsIn(tokens.slice(from), today)[0]?.start === 0;
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
