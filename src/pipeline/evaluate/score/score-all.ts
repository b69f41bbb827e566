import type { Case } from "../../../domain/case.ts";
import type { Candidate, CandidateResult } from "../../../domain/evaluation.ts";
import type { AnsweredGeneration, FailureReason, Generation } from "../../../domain/generation.ts";
import type { Score, ScoredCase } from "../../../domain/scored-case.ts";
import { InterruptedError } from "../../../lib/errors.ts";
import { toJsonLine } from "../../../lib/json-lines.ts";
import type { Judge } from "../../../plugins/scorers/judge/judge-reply.ts";
import type { Scorer } from "../../../plugins/scorers/scorer.ts";
import type { ScoredRow } from "../../../plugins/scorers/summary/scored-rows.ts";
import { summarize } from "../../../plugins/scorers/summary/summarize.ts";
import type { CaseBook } from "../cases/open-cases.ts";
import { readGenerationLines } from "./generation-lines.ts";
import { openResultFiles } from "./result-files.ts";

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
    let place = 0;
    for await (const question of order.cases.all()) {
      if (order.signal.aborted)
        throw new InterruptedError("interrupted while replies were scored; nothing is lost");
      for (const [index, tally] of tallies.entries()) {
        const scored = tally.add(question, lines.read(names[index] ?? "", place));
        if (scored !== null) await results.append(index, `${toJsonLine(scored)}\n`);
      }
      place += 1;
      order.onProgress(place);
    }
    await results.commit();
  } catch (error) {
    await results.abandon();
    throw error;
  }
  return tallies.map((tally) => tally.read());
}

/** One candidate's results on their way to metrics. */
interface Tally {
  /** Null where the case was never asked. */
  add(question: Case, generation: Generation | null): ScoredCase | null;
  read(): CandidateResult;
}

function startTally(candidate: Candidate, { scorers, judge, seed }: ScoreOrder): Tally {
  const named = Object.entries(scorers);
  const rows = new Map<string, ScoredRow[]>(named.map(([name]) => [name, []]));
  const failed: Partial<Record<FailureReason, number>> = {};
  const incomplete = new Set<string>();
  let [answered, missing] = [0, 0];
  const scoresOf = (question: Case, generation: AnsweredGeneration) => {
    const judgement = judge.judge(question, generation);
    const reply = { case: question, generation, judgement, price: candidate.price };
    const scores: Record<string, Score | null> = {};
    for (const [name, scorer] of named) {
      const score = scorer.score(reply);
      scores[name] = score;
      if (score !== null) rows.get(name)?.push({ caseId: question.id, callId: question.callId, score });
    }
    return { judgement, scores };
  };
  return {
    add(question, generation) {
      if (generation === null) {
        missing += 1;
        incomplete.add(question.callId);
        return null;
      }
      const head = { caseId: question.id, callId: question.callId, candidate: candidate.name };
      if (generation.outcome === "failed") {
        failed[generation.reason] = (failed[generation.reason] ?? 0) + 1;
        incomplete.add(question.callId);
        return { ...head, outcome: "failed", reason: generation.reason };
      }
      answered += 1;
      return { ...head, outcome: "scored", ...scoresOf(question, generation) };
    },
    read() {
      const metrics = named.map(([name, scorer]) => [
        name,
        summarize({ name, scorer, incomplete }, rows.get(name) ?? [], seed),
      ]);
      return { candidate, answered, failed, missing, metrics: Object.fromEntries(metrics) };
    },
  };
}
