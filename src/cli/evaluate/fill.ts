import type { Candidate } from "../../domain/evaluation.ts";
import { InterruptedError } from "../../lib/errors.ts";
import type { ChatTarget } from "../../pipeline/evaluate/ask/chat-target.ts";
import type { CallIndex } from "../../pipeline/evaluate/cases/call-index.ts";
import type { CaseBook } from "../../pipeline/evaluate/cases/open-cases.ts";
import { estimatePrice, type PriceEstimate } from "../../pipeline/evaluate/estimate-price.ts";
import { type AskAllOrder, askAll } from "../../pipeline/evaluate/evaluate.ts";
import { type Evaluation, writeSummary } from "../../pipeline/evaluate/evaluation.ts";
import { findMissing, type Missing } from "../../pipeline/evaluate/run/missing.ts";
import { readRunningServer } from "../../workspace/local-provider.ts";
import type { EvaluateContext } from "../commands/evaluate.ts";
import { thisMachine } from "../tune/connect.ts";
import { approveRequests } from "./approve.ts";
import { type BatchAsking, openBatchAsking, tellWaiting } from "./batch-asking.ts";
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
export async function fill(evaluation: Evaluation, filling: Filling, work: Work): Promise<boolean> {
  const batches = await openBatchAsking(evaluation, work.context);
  try {
    return await fillFrom(evaluation, { ...filling, batches }, work);
  } finally {
    await batches.close();
  }
}

async function fillFrom(
  evaluation: Evaluation,
  { cases, judging, asked, batches }: Filling & { readonly batches: BatchAsking },
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
  const models = candidates.filter(
    (candidate) => candidate.kind === "model" && (isMissing(candidate) || batches.isUnderWay(candidate)),
  );
  const hasLog = candidates.some((candidate) => candidate.kind === "log" && isMissing(candidate));
  if (models.length === 0 && !hasLog) return true;
  const { targets, close } = await openTargets(models, evaluation, { project, world: context });
  let calls: CallIndex | null = null;
  try {
    if (hasLog) calls = await callsOf(await callIds(cases), project);
    const { seed } = evaluation.summary;
    const pace = paceOf(options, models);
    const { warmUp } = pace;
    const estimates = await estimateAll(targets, { cases, missing, seed, warmUp, batches });
    const atMost = (await judging?.estimate(cases, candidates.length)) ?? [];
    const consent = { yes: context.args.yes === true, maxPrice: options.maxPrice };
    if (!(await approveRequests([...estimates, ...atMost], consent, context))) return false;
    await writeSummary(evaluation);
    const endsWithUs = await answersHere(models, work);
    await ask({ evaluation, cases, missing, targets, calls, pace }, { batches, endsWithUs, context });
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
  readonly batches: BatchAsking;
}

/** Of all that is still to be paid. */
async function estimateAll(
  targets: readonly ChatTarget[],
  { missing, batches, warmUp, ...same }: Estimated,
): Promise<PriceEstimate[]> {
  const estimates = await Promise.all(
    targets.map(async (target) => {
      const done = batches.paid(target, missing);
      const estimate = await estimatePrice(target, {
        ...same,
        done,
        // A batch isn't timed, so nothing warms it up.
        warmUp: target.candidate.batch === true ? 0 : warmUp,
      });
      return batches.priced(target, estimate);
    }),
  );
  return estimates.filter(({ requests }) => requests > 0);
}

/** Whether batches are worked on in this very process, by the local server that it has started. */
async function answersHere(candidates: readonly Candidate[], { project }: Work): Promise<boolean> {
  const isHere = candidates.some(({ batch, address }) => batch === true && address === thisMachine);
  return isHere && (await readRunningServer(project.workspace))?.pid === process.pid;
}

type Asking = Omit<AskAllOrder, "fetch" | "now" | "date" | "signal" | "onGeneration" | "batches">;

interface AskingMeans {
  readonly batches: BatchAsking;
  readonly endsWithUs: boolean;
  readonly context: EvaluateContext;
}

async function ask(asking: Asking, { batches, endsWithUs, context }: AskingMeans): Promise<void> {
  const { terminal, signal } = context;
  const total = sumOf(asking.missing);
  const bar = terminal.progress("evaluate");
  const { id } = asking.evaluation.files;
  const tell = tellWaiting(context, goOn(id, context), endsWithUs);
  let done = 0;
  const onGeneration = () => {
    done += 1;
    bar.update(done, total);
  };
  try {
    bar.update(0, total);
    const world = { fetch: globalThis.fetch, now: () => performance.now(), date: () => Date.now(), signal };
    const means = batches.means((waiting) => {
      tell(waiting);
      bar.update(done + waiting.done, total, `of batches: ${waiting.statuses.join(", ")}`);
    });
    await askAll({ ...asking, ...world, batches: means, onGeneration });
  } catch (error) {
    if (!(error instanceof InterruptedError)) throw error;
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
