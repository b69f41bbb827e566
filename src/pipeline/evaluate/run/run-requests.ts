import { setMaxListeners } from "node:events";
import type { Case } from "../../../domain/case.ts";
import type { Generation } from "../../../domain/generation.ts";
import { InterruptedError } from "../../../lib/errors.ts";
import { seededRandom } from "../../../lib/seeded-random.ts";
import { type AskWorld, askCase } from "../ask/ask-case.ts";
import type { ChatTarget } from "../ask/chat-target.ts";
import { type RateGate, rateGate } from "../ask/rate-gate.ts";
import type { CaseBook } from "../cases/open-cases.ts";
import type { GenerationLog } from "./generation-log.ts";
import type { Missing } from "./missing.ts";
import { type FailedRequests, mostAtFirst, saysAbsent, unusable } from "./unusable.ts";
import { readinessOf, warmUpOf } from "./warm-up.ts";

export interface RunOrder {
  readonly targets: readonly ChatTarget[];
  readonly cases: CaseBook;
  readonly missing: Missing;
  readonly log: GenerationLog;
  /** Requests at a time, over all candidates. */
  readonly concurrency: number;
  /** Requests a candidate that are asked first and thrown away. */
  readonly warmUp: number;
  readonly timeoutMs: number;
  readonly seed: number;
  readonly onGeneration: (generation: Generation) => void;
}

interface Request {
  readonly target: ChatTarget;
  readonly index: number;
}

/**
 * Asks what is missing. Cases come in an order drawn by the seed, and each case is asked of all candidates before the
 * next one, another candidate first each time: what changes while it runs changes for all of them.
 * @throws RemoteError where a candidate can't be asked at all; what came before is in the log
 */
export async function runRequests(order: RunOrder, world: AskWorld): Promise<void> {
  const asked = order.targets.filter(({ candidate }) => (order.missing.counts.get(candidate.name) ?? 0) > 0);
  if (asked.length === 0) return;
  const stop = new AbortController();
  const signal = AbortSignal.any([world.signal, stop.signal]);
  // Each request under way listens.
  setMaxListeners(0, signal);
  // The first to fail stops the others; what they are told by the stop says nothing.
  const fail = (error: unknown) => {
    if (!stop.signal.aborted) stop.abort(error);
  };
  const ask = askerFor(order, { ...world, signal });
  const ready = new Set<string>();
  const warm = async (target: ChatTarget) => {
    if (await warmUp(target, order, ask)) ready.add(target.candidate.name);
  };
  await Promise.all(asked.map((target) => warm(target).catch(fail)));
  const watch = troubleWatch(order, ready);
  const requests = requestsOf(order, asked);
  const work = async () => {
    for (let next = requests.next(); !next.done && !signal.aborted; next = requests.next())
      await askOne(next.value, order, { ask, watch });
  };
  await Promise.all(Array.from({ length: order.concurrency }, () => work().catch(fail)));
  if (world.signal.aborted) throw new InterruptedError("interrupted");
  if (stop.signal.aborted) throw stop.signal.reason;
}

type Ask = (target: ChatTarget, question: Case, mostAttempts: number) => Promise<Generation>;

const attemptsForCase = 6;
/** Whoever waits for the first sign of life waits seconds, not a minute. */
const attemptsForWarmUp = 3;

/** Candidates at one address with one key share its limits. */
function askerFor(order: RunOrder, world: AskWorld): Ask {
  const gates = new Map<string, RateGate>();
  return (target, question, mostAttempts) => {
    const place = `${target.url} ${target.candidate.model} ${target.keyVariable}`;
    const gate = gates.get(place) ?? rateGate(world.now);
    gates.set(place, gate);
    return askCase(question, { target, gate, timeoutMs: order.timeoutMs, mostAttempts }, world);
  };
}

/**
 * Connections are opened and models loaded before anything is timed. True where the candidate has answered.
 * @throws RemoteError where nobody is there
 */
async function warmUp(target: ChatTarget, order: RunOrder, ask: Ask): Promise<boolean> {
  if (order.warmUp === 0) return false;
  const { target: asked, greeting } = warmUpOf(target, await order.cases.read(0));
  const came = await Promise.all(
    Array.from({ length: order.warmUp }, () => ask(asked, greeting, attemptsForWarmUp)),
  );
  const ready = readinessOf(came);
  if (ready.says === "absent") throw unusable(target, ready.failure, inARow(came.length));
  return ready.says === "answers";
}

interface Means {
  readonly ask: Ask;
  readonly watch: TroubleWatch;
}

async function askOne({ target, index }: Request, order: RunOrder, { ask, watch }: Means): Promise<void> {
  const generation = await ask(target, await order.cases.read(index), attemptsForCase);
  await order.log.append(generation);
  order.onGeneration(generation);
  watch(target, generation);
}

/** @throws RemoteError once so many requests in a row have failed that the others would too */
type TroubleWatch = (target: ChatTarget, generation: Generation) => void;

/** So many in a row of any kind, after it has answered. */
const mostLater = 20;

interface InARow {
  readonly failures: number;
  readonly absences: number;
}

/** `ready`: who has answered a warm-up. */
function troubleWatch({ concurrency, missing }: RunOrder, ready: ReadonlySet<string>): TroubleWatch {
  const before = [...missing.done].flatMap(([name, done]) => (done.includes(1) ? [name] : []));
  const answered = new Set([...ready, ...before]);
  const rows = new Map<string, InARow>();
  return (target, generation) => {
    const { name } = target.candidate;
    if (generation.outcome === "answered") {
      answered.add(name);
      rows.delete(name);
      return;
    }
    const last = rows.get(name) ?? { failures: 0, absences: 0 };
    const absences = saysAbsent(generation) ? last.absences + 1 : 0;
    const row = { failures: last.failures + 1, absences };
    rows.set(name, row);
    const isAbsent = !answered.has(name) && row.absences >= mostAtFirst;
    if (isAbsent || row.failures >= Math.max(mostLater, 2 * concurrency))
      throw unusable(target, generation, inARow(row.failures));
  };
}

function inARow(failures: number): FailedRequests {
  return {
    what: `${failures} requests in a row failed`,
    goOn: "what was answered is kept, and the same command with --retry-failed goes on",
  };
}

function* requestsOf({ cases, missing, seed }: RunOrder, targets: readonly ChatTarget[]): Generator<Request> {
  for (const [turn, index] of shuffled(cases.ids.length, seed).entries()) {
    for (let place = 0; place < targets.length; place += 1) {
      const target = targets[(turn + place) % targets.length];
      if (target !== undefined && missing.done.get(target.candidate.name)?.[index] === 0)
        yield { target, index };
    }
  }
}

/** 0 … `count` − 1 in an order that the seed alone decides (Fisher and Yates). */
function shuffled(count: number, seed: number): number[] {
  const random = seededRandom(`order:${seed}`);
  const order = Array.from({ length: count }, (_, index) => index);
  for (let last = count - 1; last > 0; last -= 1) {
    const drawn = random.below(last + 1);
    [order[last], order[drawn]] = [order[drawn] ?? 0, order[last] ?? 0];
  }
  return order;
}
