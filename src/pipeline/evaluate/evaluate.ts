import type { Candidate, EvaluationSummary } from "../../domain/evaluation.ts";
import type { Generation } from "../../domain/generation.ts";
import type { ScoringOptions } from "../../domain/scoring-options.ts";
import { InterruptedError } from "../../lib/errors.ts";
import { wait } from "../../lib/wait.ts";
import { createJudge } from "../../plugins/scorers/judge/judge-reply.ts";
import type { ParameterBook } from "../../plugins/scorers/judge/parameter-book.ts";
import type { Scorer } from "../../plugins/scorers/scorer.ts";
import type { ChatTarget } from "./ask/chat-target.ts";
import { collectBatches, type Waiting } from "./batch/collect-batches.ts";
import { takesBatches } from "./batch/connect-target.ts";
import type { BatchLedger } from "./batch/ledger.ts";
import { placeBatches } from "./batch/place-batches.ts";
import type { CallIndex } from "./cases/call-index.ts";
import type { CaseBook } from "./cases/open-cases.ts";
import { scoredPoints } from "./curve/curve-points.ts";
import { type Evaluation, writeSummary } from "./evaluation.ts";
import type { JudgedTexts } from "./judge-texts.ts";
import { logReply } from "./log-replies.ts";
import { type GenerationLog, openGenerationLog } from "./run/generation-log.ts";
import type { Missing } from "./run/missing.ts";
import { runRequests } from "./run/run-requests.ts";
import { scoreAll } from "./score/score-all.ts";

/** How fast, how long, how often. */
export interface Pace {
  /** Requests at a time. */
  readonly concurrency: number;
  /** Requests a candidate that are asked first and thrown away. */
  readonly warmUp: number;
  readonly timeoutMs: number;
}

export interface AskAllOrder {
  readonly evaluation: Evaluation;
  readonly cases: CaseBook;
  readonly missing: Missing;
  readonly targets: readonly ChatTarget[];
  /** For candidates of kind `log`; null where there are none. */
  readonly calls: CallIndex | null;
  readonly pace: Pace;
  /** For candidates that are asked in batches. */
  readonly batches: BatchMeans;
  readonly fetch: typeof fetch;
  /** Milliseconds of a clock that never jumps. */
  readonly now: () => number;
  /** Milliseconds since 1970. */
  readonly date: () => number;
  readonly signal: AbortSignal;
  readonly onGeneration: (generation: Generation) => void;
}

/** What batches need beside what all asking needs. */
export interface BatchMeans {
  readonly ledger: BatchLedger;
  /** A fresh name for an order. */
  readonly newOrder: () => string;
  readonly onWaiting: (waiting: Waiting) => void;
  readonly onNotice: (sentence: string) => void;
}

/**
 * Gets what is missing, each generation on disk before the next is asked for by its worker. Batches are ordered first, so
 * that they are worked on while others are asked live.
 */
export async function askAll(order: AskAllOrder): Promise<void> {
  const { now, date, batches, signal, cases, missing, onGeneration } = order;
  const { files, summary } = order.evaluation;
  const log = await openGenerationLog(files.generations, now);
  const targets = order.targets.filter(takesBatches);
  const world = { signal, wait: (ms: number) => wait(ms, signal), onNotice: batches.onNotice };
  const shared = { files, ...batches, targets, cases, missing, world };
  try {
    await placeBatches(shared);
    for (const { candidate } of summary.candidates)
      if (candidate.kind === "log") await readLog(candidate, log, order);
    const live = order.targets.filter((target) => !takesBatches(target));
    await runRequests(
      { targets: live, cases, missing, log, ...order.pace, seed: summary.seed, onGeneration },
      { fetch: order.fetch, now, date, signal, wait },
    );
    await collectBatches({ ...shared, log, onGeneration });
  } finally {
    await log.close();
  }
}

async function readLog(candidate: Candidate, log: GenerationLog, order: AskAllOrder): Promise<void> {
  const done = order.missing.done.get(candidate.name);
  if (done === undefined || order.calls === null || !done.includes(0)) return;
  let place = 0;
  for await (const question of order.cases.all()) {
    if (order.signal.aborted) throw new InterruptedError("interrupted");
    if (done[place] === 0) {
      const generation = await logReply(question, candidate.name, order.calls);
      await log.append(generation);
      order.onGeneration(generation);
    }
    place += 1;
  }
}

export interface ScoreEvaluationOrder {
  readonly evaluation: Evaluation;
  readonly cases: CaseBook;
  readonly scoring: ScoringOptions;
  readonly scorers: Readonly<Record<string, Scorer>>;
  /** What a language model said of free texts before; null where none is configured. */
  readonly judged: JudgedTexts | null;
  readonly now: () => Date;
  readonly signal: AbortSignal;
  readonly onProgress: (cases: number) => void;
}

/** Judges what is there, and writes `results.jsonl` and `summary.json`; asks nobody. */
export async function scoreEvaluation(order: ScoreEvaluationOrder): Promise<EvaluationSummary> {
  const { files, summary: before } = order.evaluation;
  const { cases, scoring, scorers, judged, signal, onProgress } = order;
  const judge = createJudge(scoring, judged?.texts);
  const candidates = await scoreAll({
    cases,
    candidates: before.candidates.map(({ candidate }) => candidate),
    generations: files.generations,
    results: files.results,
    judge,
    scorers,
    seed: before.seed,
    signal,
    onProgress,
  });
  const isWhole = candidates.every(({ missing }) => missing === 0);
  const summary: EvaluationSummary = {
    ...before,
    endedAt: isWhole ? (before.endedAt ?? order.now().toISOString()) : null,
    scoring,
    comparators: comparatorsOf(judge.book),
    textJudge: judged?.facts,
    candidates,
    curve: scoredPoints(before.curve, candidates),
  };
  await writeSummary({ files, summary });
  return summary;
}

/** Names of tools have no dot in OpenAI's form; those of parameters do where they are nested. */
function comparatorsOf(book: ParameterBook): EvaluationSummary["comparators"] {
  return [...book.entries()]
    .map(([name, { comparator, because }]) => {
      const dot = name.indexOf(".");
      return { tool: name.slice(0, dot), parameter: name.slice(dot + 1), comparator, because };
    })
    .sort((one, other) => (`${one.tool}.${one.parameter}` < `${other.tool}.${other.parameter}` ? -1 : 1));
}
