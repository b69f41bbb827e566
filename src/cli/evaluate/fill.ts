import type { Candidate } from "../../domain/evaluation.ts";
import { InterruptedError } from "../../lib/errors.ts";
import type { ChatTarget } from "../../pipeline/evaluate/ask/chat-target.ts";
import type { CallIndex } from "../../pipeline/evaluate/cases/call-index.ts";
import type { CaseBook } from "../../pipeline/evaluate/cases/open-cases.ts";
import { estimatePrice, type PriceEstimate } from "../../pipeline/evaluate/estimate-price.ts";
import { askAll } from "../../pipeline/evaluate/evaluate.ts";
import { type Evaluation, writeSummary } from "../../pipeline/evaluate/evaluation.ts";
import { findMissing, type Missing } from "../../pipeline/evaluate/run/missing.ts";
import type { EvaluateContext } from "../commands/evaluate.ts";
import { approveRequests } from "./approve.ts";
import { callsOf } from "./choose-cases.ts";
import { openTargets } from "./open-targets.ts";
import { paceOf } from "./pace.ts";
import type { TextJudging } from "./text-judging.ts";
import type { Work } from "./work.ts";

interface Filling {
  readonly cases: CaseBook;
  readonly judging: TextJudging | null;
  /** Names of the candidates that may be asked; null for all. */
  readonly asked: ReadonlySet<string> | null;
}

/** Asks what is missing; from then on the summary knows of every candidate. The judge of free texts is in the price question. False where the user said no. */
export async function fill(
  evaluation: Evaluation,
  { cases, judging, asked }: Filling,
  work: Work,
): Promise<boolean> {
  const { context, project, options } = work;
  const all = evaluation.summary.candidates.map(({ candidate }) => candidate);
  const candidates = all.filter(({ name }) => asked === null || asked.has(name));
  const missing = await findMissing({
    generations: evaluation.files.generations,
    candidates,
    places: cases.places,
    failed: context.args["retry-failed"] === true ? "again" : "kept",
  });
  const isMissing = ({ name }: Candidate) => (missing.counts.get(name) ?? 0) > 0;
  const models = candidates.filter((candidate) => candidate.kind === "model" && isMissing(candidate));
  const hasLog = candidates.some((candidate) => candidate.kind === "log" && isMissing(candidate));
  if (models.length === 0 && !hasLog) return true;
  const { targets, close } = await openTargets(models, evaluation, { project, world: context });
  let calls: CallIndex | null = null;
  try {
    if (hasLog) calls = await callsOf(await callIds(cases), project);
    const { seed } = evaluation.summary;
    const pace = paceOf(options, models);
    const estimates = await estimateAll(targets, { cases, missing, seed, warmUp: pace.warmUp });
    const atMost = (await judging?.estimate(cases, candidates.length)) ?? [];
    const consent = { yes: context.args.yes === true, maxPrice: options.maxPrice };
    if (!(await approveRequests([...estimates, ...atMost], consent, context))) return false;
    await writeSummary(evaluation);
    await ask({ evaluation, cases, missing, targets, calls, pace }, context);
    return true;
  } finally {
    await calls?.close();
    await close();
  }
}

interface Estimated {
  readonly cases: CaseBook;
  readonly missing: Missing;
  readonly seed: number;
  readonly warmUp: number;
}

function estimateAll(
  targets: readonly ChatTarget[],
  { missing, ...same }: Estimated,
): Promise<PriceEstimate[]> {
  return Promise.all(
    targets.map((target) =>
      estimatePrice(target, {
        ...same,
        done: missing.done.get(target.candidate.name) ?? new Uint8Array(),
      }),
    ),
  );
}

type Asking = Omit<Parameters<typeof askAll>[0], "fetch" | "now" | "date" | "signal" | "onGeneration">;

async function ask(asking: Asking, context: EvaluateContext): Promise<void> {
  const { terminal, signal } = context;
  const total = sumOf(asking.missing);
  const bar = terminal.progress("evaluate");
  let done = 0;
  const onGeneration = () => {
    done += 1;
    bar.update(done, total);
  };
  try {
    bar.update(0, total);
    const world = { fetch: globalThis.fetch, now: () => performance.now(), date: () => Date.now(), signal };
    await askAll({ ...asking, ...world, onGeneration });
  } catch (error) {
    if (!(error instanceof InterruptedError)) throw error;
    const { id } = asking.evaluation.files;
    throw new InterruptedError(
      `interrupted; ${done} of ${total} replies came in this run, and all of them are kept; go on with: ${goOn(id, context)}`,
      { cause: error },
    );
  } finally {
    bar.stop();
  }
}

/** The command that goes on with an evaluation. */
export function goOn(id: string, { args }: EvaluateContext): string {
  const kept = keptFlags.flatMap((flag) => {
    const value = args[flag];
    if (value === undefined) return [];
    return [`--${flag} ${/^[\w./@:-]+$/.test(value) ? value : JSON.stringify(value)}`];
  });
  const again = args["retry-failed"] === true ? ["--retry-failed"] : [];
  return ["calltune evaluate --evaluation", id, ...again, ...kept].join(" ");
}

/** What the evaluation itself doesn't know. */
const keptFlags = ["concurrency", "timeout", "warm-up", "workspace", "config"] as const;

function sumOf({ counts }: Missing): number {
  return [...counts.values()].reduce((sum, count) => sum + count, 0);
}

async function callIds(cases: CaseBook): Promise<Set<string>> {
  const ids = new Set<string>();
  for await (const { callId } of cases.all()) ids.add(callId);
  return ids;
}
