import { hash53 } from "../lib/hash.ts";
import type { Random } from "../lib/seeded-random.ts";
import { type Finished, finishCall } from "./finish-call.ts";
import type { CallRow, CallTruth, SampleCall, ToolCallRow } from "./sample-call.ts";
import { type Feature, shares } from "./shares.ts";
import type { DraftTurn, Stage } from "./stage.ts";

/** A call made on its stage, with what its rows need besides. */
export interface Made {
  readonly random: Random;
  readonly seed: string;
  readonly index: number;
  readonly startedAtMs: number;
  /** All turns of the stage, or those before the caller hung up. */
  readonly turns: readonly DraftTurn[];
}

/** The rows as they lie in the tables, some of them broken. */
export function toSampleCall(stage: Stage, made: Made): SampleCall {
  const { startedAtMs } = made;
  const finished = finishCall(stage, made.turns, startedAtMs);
  const damage = drawDamage(made.random);
  const sid = `CA${hexOf(`${made.seed}:sid:${made.index}`, 32)}`;
  const call: CallRow = {
    id: idOf(made.seed, "call", made.index),
    call_sid: sid,
    tenant_id: stage.tenant.id,
    status: damage.status,
    direction: "inbound",
    from_number: stage.caller.number,
    started_at: new Date(startedAtMs).toISOString(),
    ended_at: damage.status === "in-progress" ? null : new Date(finished.endedAtMs).toISOString(),
    transcript: damage.transcript === "whole" ? finished.transcript : damage.transcript,
    outcome: damage.status === "completed" ? stage.outcome : null,
  };
  const kept = damage.transcript === "whole" ? finished.toolCalls : [];
  const toolCalls = kept.map(
    (row, order): ToolCallRow => ({
      id: toolCallId(call.id, order),
      tenant_id: stage.tenant.id,
      call_sid: sid,
      ...row,
    }),
  );
  if (damage.features.includes("orphan_tool_row")) toolCalls.push(orphanRow(made, stage));
  const truth =
    damage.transcript === "whole"
      ? truthOfWhole(stage, made, { callId: call.id, finished, damage })
      : truthOfBroken(stage, { callId: call.id, finished, damage });
  return { rows: { call, toolCalls }, truth };
}

interface Damage {
  readonly status: string;
  readonly transcript: "whole" | null | [];
  readonly features: readonly Feature[];
}

function drawDamage(random: Random): Damage {
  const { rows } = shares;
  if (random.chance(rows.null_transcript))
    return { status: "completed", transcript: null, features: ["null_transcript"] };
  if (random.chance(rows.no_turns)) return { status: "completed", transcript: [], features: ["no_turns"] };
  if (random.chance(rows.orphan_tool_row))
    return { status: "completed", transcript: "whole", features: ["orphan_tool_row"] };
  if (!random.chance(rows.other_status)) return { status: "completed", transcript: "whole", features: [] };
  const status = random.pick(["no-answer", "failed", "in-progress", "busy"]);
  const talked = status === "in-progress" || status === "failed";
  return { status, transcript: talked ? "whole" : null, features: ["other_status"] };
}

/** A tool call whose call was never written. */
function orphanRow(made: Made, stage: Stage): ToolCallRow {
  return {
    id: idOf(made.seed, "orphan", made.index),
    tenant_id: stage.tenant.id,
    call_sid: `CA${hexOf(`${made.seed}:lost:${made.index}`, 32)}`,
    function_name: "get_opening_hours",
    arguments: {},
    result: { monday_to_saturday: "09:00-21:00", sunday: "closed" },
    success: true,
    user_message: "when are you open",
    created_at: new Date(made.startedAtMs).toISOString(),
  };
}

interface Known {
  readonly callId: string;
  readonly finished: Finished;
  readonly damage: Damage;
}

function truthOfWhole(stage: Stage, { turns }: Made, { callId, finished, damage }: Known): CallTruth {
  const { decisions, personal, business } = finished;
  const seen = [...stage.features].filter(([, turn]) => turn < turns.length).map(([feature]) => feature);
  const hungUp: Feature[] = turns.length < stage.turns.length ? ["hang_up"] : [];
  const features = [...seen, ...hungUp, ...damage.features];
  return { callId, broken: null, features, decisions, personal, business };
}

/** Nothing of what was said is left, only the number it was said from. */
function truthOfBroken(stage: Stage, { callId, finished, damage }: Known): CallTruth {
  const personal = finished.personal.flatMap((value) => {
    const occurrences = value.occurrences.filter(({ place }) => place.in === "from_number");
    return occurrences.length === 0 ? [] : [{ ...value, occurrences }];
  });
  const regular: Feature[] = stage.features.has("repeated_caller") ? ["repeated_caller"] : [];
  const broken = damage.transcript === null ? "no_transcript" : "empty_transcript";
  return {
    callId,
    broken,
    features: [...regular, ...damage.features],
    decisions: [],
    personal,
    business: [],
  };
}

/** Shaped like a version 4 UUID. */
function idOf(seed: string, kind: string, index: number): string {
  const hex = hexOf(`${seed}:${kind}:${index}`, 32);
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-4${hex.slice(13, 16)}-a${hex.slice(17, 20)}-${hex.slice(20)}`;
}

/** The call's id but for the last digits, so the two are seen to belong together. */
function toolCallId(callId: string, order: number): string {
  return callId.slice(0, -4) + (order + 1).toString(16).padStart(4, "0");
}

/** The low 12 hex digits of each hash are evenly spread. */
function hexOf(text: string, length: number): string {
  let hex = "";
  for (let part = 0; hex.length < length; part += 1)
    hex += hash53(text, part).toString(16).padStart(14, "0").slice(2);
  return hex.slice(0, length);
}
