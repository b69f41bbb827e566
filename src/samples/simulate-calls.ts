import { hash53 } from "../lib/hash.ts";
import { type Random, seededRandom } from "../lib/seeded-random.ts";
import { callerKeyOf, drawCaller } from "./caller.ts";
import { type Finished, finishCall } from "./finish-call.ts";
import type { CallRow, CallTruth, SampleCall, ToolCallRow } from "./sample-call.ts";
import { dentalScenes } from "./scenes/dental.ts";
import { homeScenes } from "./scenes/home.ts";
import { pizzaScenes } from "./scenes/pizza.ts";
import { asideQuestions, greet, type Scene, sayGoodbye } from "./scenes/shared.ts";
import { type Feature, shares, type TenantKey } from "./shares.ts";
import { dayOf } from "./speech/dates.ts";
import { pickWeighted } from "./speech/vary.ts";
import { createStage, type DraftTurn, type Stage } from "./stage.ts";
import { tenants } from "./tenants.ts";

export interface SimulateOptions {
  readonly seed: string;
  readonly count: number;
  /** Index of the first call. Call `i` is the same whatever range it is made in. */
  readonly from?: number;
  /** Weights of the tenants; need not add up to 1. */
  readonly tenantShare?: Readonly<Record<TenantKey, number>>;
  /** Whether one call in `shares.hugeTranscriptEvery` has a transcript of 2 MB. */
  readonly hugeTranscripts?: boolean;
}

/** Phone calls as three businesses' agents would have had them, in the order they began, with what is true of them. */
export function* simulateCalls(options: SimulateOptions): Generator<SampleCall> {
  const { count, from = 0 } = options;
  for (let index = from; index < from + count; index += 1) yield simulateCall(options, index);
}

function simulateCall(options: SimulateOptions, index: number): SampleCall {
  const { seed, tenantShare = shares.tenant } = options;
  const random = seededRandom(`${seed}:call:${index}`);
  const tenantKey = pickWeighted(random, tenantShare);
  const [path, scene] = drawScene(random, tenantKey);
  const callerKey = callerKeyOf(seed, index, random, shares.rows.repeated_caller);
  const startedAtMs = startOf(index, random);
  const stage = createStage({
    seed: `${seed}:stage:${index}`,
    caller: drawCaller(seed, callerKey),
    tenant: tenants[tenantKey],
    tenantKey,
    today: dayOf(startedAtMs),
    mishap: pathsWithoutDeed.has(path) ? "none" : pickWeighted(random, shares.mishap),
  });
  if (callerKey.startsWith("regular")) stage.note("repeated_caller");
  const huge = options.hugeTranscripts !== false && isHuge(seed, index);
  play(stage, scene, huge);
  const turns = hangUp(stage);
  return toSampleCall(stage, {
    id: idOf(seed, "call", index),
    sid: `CA${hexOf(`${seed}:sid:${index}`, 32)}`,
    startedAtMs,
    random,
    seed,
    index,
    finished: finishCall(stage, turns, startedAtMs),
  });
}

const scenesOf: Record<TenantKey, Readonly<Record<string, Scene>>> = {
  pizza: pizzaScenes,
  dental: dentalScenes,
  home: homeScenes,
};

const pathsWithoutDeed = new Set(["complaint", "question", "small_talk", "wrong_number"]);

function drawScene(random: Random, tenantKey: TenantKey): [string, Scene] {
  const path = pickWeighted<string>(random, shares.path[tenantKey]);
  const scene = scenesOf[tenantKey][path];
  if (scene === undefined) throw new RangeError(`no scene for path ${path}`);
  return [path, scene];
}

function play(stage: Stage, scene: Scene, huge: boolean): void {
  greet(stage);
  if (huge) playHoldMusic(stage);
  if (scene(stage) === "over") return;
  if (stage.happens("aside")) asideQuestions(stage, 1);
  sayGoodbye(stage);
}

/** A line left open for hours: the recogniser wrote two megabytes of what it took for words. */
function playHoldMusic(stage: Stage): void {
  stage.note("huge_transcript");
  const bars = ["la la la ", "hmm hmm ", "music playing ", "la dee da ", "doo doo ", "unclear ", "oh yeah "];
  const parts: string[] = [];
  for (let length = 0; length < 2_000_000; ) {
    const bar = stage.random.pick(bars);
    parts.push(bar);
    length += bar.length;
  }
  stage.callerSays(`${parts.join("")}hello?`);
  stage.agentSays(
    "[I think you were on hold|There was only music for a while]. [How can I help|What can I do for you]?",
  );
}

/** Some callers are gone in the middle of it; only where all that was decided before stands without the rest. */
function hangUp(stage: Stage): readonly DraftTurn[] {
  const { turns, random } = stage;
  const settled = stage.outcome !== "hangup" && !hasMishap(stage) && !stage.features.has("one_of_two_fails");
  if (!settled || turns.length < 6 || !random.chance(shares.course.hang_up)) return turns;
  const callerTurns = turns.flatMap((turn, index) => (turn.role === "caller" && index >= 3 ? [index] : []));
  const last = random.pick(callerTurns.slice(0, -1).length > 0 ? callerTurns.slice(0, -1) : callerTurns);
  stage.endAs("hangup");
  stage.note("hang_up");
  return turns.slice(0, last + 1);
}

function hasMishap(stage: Stage): boolean {
  return Object.keys(shares.mishap).some((mishap) => stage.features.has(mishap as Feature)); // mishaps are features
}

/** 600 calls a day from nine to nine, from Monday, 2026-03-02; a minute or so between them. */
function startOf(index: number, random: Random): number {
  const day = Math.floor(index / 600);
  const slot = index % 600;
  return Date.UTC(2026, 2, 2 + day, 9) + slot * 72_000 + random.below(70_000);
}

function isHuge(seed: string, index: number): boolean {
  return index % shares.hugeTranscriptEvery === hash53(`${seed}:huge`) % shares.hugeTranscriptEvery;
}

interface Made {
  readonly id: string;
  readonly sid: string;
  readonly startedAtMs: number;
  readonly random: Random;
  readonly seed: string;
  readonly index: number;
  readonly finished: Finished;
}

/** The rows as they lie in the tables, some of them broken. */
function toSampleCall(stage: Stage, made: Made): SampleCall {
  const { finished } = made;
  const damage = drawDamage(made.random);
  for (const feature of damage.features) stage.note(feature);
  const call: CallRow = {
    id: made.id,
    call_sid: made.sid,
    tenant_id: stage.tenant.id,
    status: damage.status,
    direction: "inbound",
    from_number: stage.caller.number,
    started_at: new Date(made.startedAtMs).toISOString(),
    ended_at: damage.status === "in-progress" ? null : new Date(finished.endedAtMs).toISOString(),
    transcript: damage.transcript === "whole" ? finished.transcript : damage.transcript,
    outcome: damage.status === "completed" ? stage.outcome : null,
  };
  const silent = damage.transcript !== "whole";
  const toolCalls = silent
    ? []
    : finished.toolCalls.map((row, order) => toToolCallRow(made, stage, row, order));
  const orphan = damage.features.includes("orphan_tool_row") ? [orphanRow(made, stage)] : [];
  return { rows: { call, toolCalls: [...toolCalls, ...orphan] }, truth: truthOf(stage, made, damage) };
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

function toToolCallRow(
  made: Made,
  stage: Stage,
  row: Finished["toolCalls"][number],
  order: number,
): ToolCallRow {
  return {
    id: idOf(made.seed, `tool:${order}`, made.index),
    tenant_id: stage.tenant.id,
    call_sid: made.sid,
    ...row,
  };
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

function truthOf(stage: Stage, { id, finished }: Made, { transcript }: Damage): CallTruth {
  const features = [...stage.features.keys()];
  if (transcript === "whole") {
    const { decisions, personal, business } = finished;
    return { callId: id, broken: null, features, decisions, personal, business };
  }
  const inRow = finished.personal.flatMap((value) => {
    const occurrences = value.occurrences.filter(({ place }) => place.in === "from_number");
    return occurrences.length === 0 ? [] : [{ ...value, occurrences }];
  });
  const broken = transcript === null ? "no_transcript" : "empty_transcript";
  return { callId: id, broken, features, decisions: [], personal: inRow, business: [] };
}

/** Shaped like a version 4 UUID. */
function idOf(seed: string, kind: string, index: number): string {
  const hex = hexOf(`${seed}:${kind}:${index}`, 32);
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-4${hex.slice(13, 16)}-a${hex.slice(17, 20)}-${hex.slice(20)}`;
}

/** The low 12 hex digits of each hash are evenly spread. */
function hexOf(text: string, length: number): string {
  let hex = "";
  for (let part = 0; hex.length < length; part += 1)
    hex += hash53(text, part).toString(16).padStart(14, "0").slice(2);
  return hex.slice(0, length);
}
