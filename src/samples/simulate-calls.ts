import { hash53 } from "../lib/hash.ts";
import { type Random, seededRandom } from "../lib/seeded-random.ts";
import { callerKeyOf, drawCaller } from "./caller.ts";
import type { SampleCall } from "./sample-call.ts";
import { dentalScenes } from "./scenes/dental.ts";
import { homeScenes } from "./scenes/home.ts";
import { pizzaScenes } from "./scenes/pizza.ts";
import { asideQuestions, greet, type Scene, sayGoodbye } from "./scenes/shared.ts";
import { type Feature, shares, type TenantKey } from "./shares.ts";
import { dayOf } from "./speech/dates.ts";
import { pickWeighted } from "./speech/vary.ts";
import { createStage, type DraftTurn, type Stage } from "./stage.ts";
import { tenants } from "./tenants.ts";
import { toSampleCall } from "./to-sample-call.ts";

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
  return toSampleCall(stage, { random, seed, index, startedAtMs, turns: hangUp(stage) });
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
  const passage = Array.from({ length: 500 }, () => stage.random.pick(bars)).join("");
  stage.callerSays(`${passage.repeat(Math.ceil(2_000_000 / passage.length))}hello?`);
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
