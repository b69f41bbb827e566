import type { Case } from "../../../domain/case.ts";
import type { Candidate, CandidateResult } from "../../../domain/evaluation.ts";
import type { AnsweredGeneration, FailureReason, Generation } from "../../../domain/generation.ts";
import type { Score, ScoredCase } from "../../../domain/scored-case.ts";
import { InterruptedError } from "../../../lib/errors.ts";
import { toJsonLine } from "../../../lib/json-lines.ts";
import type { Judge } from "../../../plugins/scorers/judge/judge-reply.ts";
import type { Scorer } from "../../../plugins/scorers/scorer.ts";
import { columnTally, numberOf, type ScorePlace } from "../../../plugins/scorers/summary/score-column.ts";
import { summarizeColumn } from "../../../plugins/scorers/summary/summarize.ts";
import type { CaseBook } from "../cases/open-cases.ts";
import { type GenerationLines, readGenerationLines } from "./generation-lines.ts";
import { openResultFiles, type ResultFiles } from "./result-files.ts";

export interface ScoreOrder {
  readonly cases: CaseBook;
  readonly candidates: readonly Candidate[];
  /** `generations.jsonl`. */
  readonly generations: string;
  /** `results.jsonl`, written anew. */
  readonly results: string;
  readonly judge: Judge;
  readonly scorers: Readonly<Record<string, Scorer>>;
  readonly seed: number;
  readonly signal: AbortSignal;
  readonly onProgress: (cases: number) => void;
}

/** Judges what is there and sums it up; asks nobody. Each case is read once, with all candidates' replies to it. */
export async function scoreAll(order: ScoreOrder): Promise<CandidateResult[]> {
  const names = order.candidates.map(({ name }) => name);
  const lines = await readGenerationLines(order.generations, names, order.cases.places);
  const results = await openResultFiles(order.results, names.length);
  const tallies = order.candidates.map((candidate) => startTally(candidate, order));
  try {
    await scoreCases(order, { lines, results, tallies });
    await results.join();
    const [, found] = await Promise.all([results.commit(), readAll(tallies)]);
    return found;
  } catch (error) {
    await results.abandon();
    throw error;
  }
}

interface Scoring {
  readonly lines: GenerationLines;
  readonly results: ResultFiles;
  /** In the order of the candidates. */
  readonly tallies: readonly Tally[];
}

async function scoreCases(order: ScoreOrder, { lines, results, tallies }: Scoring): Promise<void> {
  const calls = new Map<string, number>();
  let done = 0;
  for await (const questions of order.cases.portions()) {
    if (order.signal.aborted)
      throw new InterruptedError("interrupted while replies were scored; nothing is lost");
    for (const question of questions) {
      const place = { caseNumber: done, callNumber: numberOf(question.callId, calls) };
      for (const [index, { candidate, add }] of tallies.entries()) {
        const scored = add({ question, place }, lines.read(candidate.name, done));
        if (scored !== null) results.add(index, toJsonLine(scored));
      }
      done += 1;
      order.onProgress(done);
    }
    await results.flush();
  }
}

/** Asynchronous, so that a failure is heard beside that of another. */
async function readAll(tallies: readonly Tally[]): Promise<CandidateResult[]> {
  return tallies.map((tally) => tally.read());
}

interface PlacedCase {
  readonly question: Case;
  readonly place: ScorePlace;
}

/** One candidate's results on their way to metrics. */
interface Tally {
  readonly candidate: Candidate;
  /** Null where the case was never asked. */
  add(placed: PlacedCase, generation: Generation | null): ScoredCase | null;
  read(): CandidateResult;
}

function startTally(candidate: Candidate, { scorers, judge, seed, cases }: ScoreOrder): Tally {
  const columns = Object.entries(scorers).map(([name, scorer]) => ({
    name,
    scorer,
    column: columnTally(cases.ids.length),
  }));
  // Copied for each reply: an object that grows name by name moves each time.
  const unscored: Readonly<Record<string, Score | null>> = Object.fromEntries(
    columns.map(({ name }) => [name, null]),
  );
  const failed: Partial<Record<FailureReason, number>> = {};
  const incomplete = new Set<number>();
  let [answered, missing] = [0, 0];
  const scoresOf = ({ question, place }: PlacedCase, generation: AnsweredGeneration) => {
    const judgement = judge.judge(question, generation);
    const reply = { case: question, generation, judgement, price: candidate.price };
    const scores = { ...unscored };
    for (const { name, scorer, column } of columns) {
      const score = scorer.score(reply);
      if (score === null) continue;
      scores[name] = score;
      column.add(place, score);
    }
    return { judgement, scores };
  };
  return {
    candidate,
    add(placed, generation) {
      if (generation === null) {
        missing += 1;
        incomplete.add(placed.place.callNumber);
        return null;
      }
      const { id: caseId, callId } = placed.question;
      const { name } = candidate;
      if (generation.outcome === "failed") {
        failed[generation.reason] = (failed[generation.reason] ?? 0) + 1;
        incomplete.add(placed.place.callNumber);
        return { caseId, callId, candidate: name, outcome: "failed", reason: generation.reason };
      }
      answered += 1;
      const { judgement, scores } = scoresOf(placed, generation);
      return { caseId, callId, candidate: name, outcome: "scored", judgement, scores };
    },
    read() {
      const metrics = columns.map(({ name, scorer, column }) => [
        name,
        summarizeColumn({ name, scorer, incomplete }, column.read(), seed),
      ]);
      return { candidate, answered, failed, missing, metrics: Object.fromEntries(metrics) };
    },
  };
}
