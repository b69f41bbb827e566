import type { Call, MadeToolCall } from "../../../domain/call.ts";
import { callDays } from "../../../domain/grounding/call-days.ts";
import { callerWords } from "../../../domain/grounding/caller-words.ts";
import { type Evidence, evidenceOf } from "../../../domain/grounding/evidence.ts";
import type { ToolSchemas } from "../../../domain/tool-schemas.ts";
import type { JsonObject } from "../../../lib/json.ts";
import { parseKeptJsonObject } from "../../../lib/kept-json.ts";
import type { Day } from "../../../lib/spoken/days.ts";
import { type Answer, readAnswer } from "./read-answer.ts";

/** A call with what several rules need of it, each worked out at most once. */
export interface CallReading {
  readonly call: Call;
  readonly schemas: ToolSchemas;
  /** Index of the caller's first turn with words; `Infinity` where there is none. */
  readonly callerBegins: number;
  evidence(): Evidence;
  /** Null where they aren't a JSON object. */
  argumentsOf(toolCall: MadeToolCall): JsonObject | null;
  /** What the caller answered to what the agent did at that turn, where it says that something was wrong. */
  answerTo(turn: number): Answer | null;
}

export function readCall(call: Call, schemas: ToolSchemas): CallReading {
  let evidence: Evidence | null = null;
  const callers = callerWords(call);
  const parsed = new Map<MadeToolCall, JsonObject | null>();
  const answers = new Map<number, Answer | null>();
  let today: readonly Day[] | null = null;
  const nextCallerTurn = callerTurnsAfter(call);
  const begins = call.turns.findIndex((turn) => turn.role === "caller" && turn.text.trim() !== "");
  return {
    call,
    schemas,
    callerBegins: begins === -1 ? Number.POSITIVE_INFINITY : begins,
    evidence() {
      evidence ??= evidenceOf(call, callers);
      return evidence;
    },
    argumentsOf(toolCall) {
      const known = parsed.get(toolCall);
      if (known !== undefined) return known;
      const fresh = parseKeptJsonObject(toolCall.arguments) ?? null;
      parsed.set(toolCall, fresh);
      return fresh;
    },
    answerTo(turn) {
      const at = nextCallerTurn[turn] ?? null;
      if (at === null) return null;
      const known = answers.get(at);
      if (known !== undefined) return known;
      today ??= callDays(call).possible;
      const fresh = readAnswer({ call, callers, today }, at);
      answers.set(at, fresh);
      return fresh;
    },
  };
}

/** For each turn the index of the caller's next one, or null. */
function callerTurnsAfter(call: Call): (number | null)[] {
  const next: (number | null)[] = new Array(call.turns.length).fill(null);
  let following: number | null = null;
  for (let index = call.turns.length - 1; index >= 0; index -= 1) {
    next[index] = following;
    if (call.turns[index]?.role === "caller") following = index;
  }
  return next;
}
