import { normalQuantile } from "../../src/lib/statistics/normal.ts";
import { scorers } from "../../src/plugins/scorers/index.ts";
import { compareScores } from "../../src/plugins/scorers/summary/compare.ts";
import type { ScoredRow } from "../../src/plugins/scorers/summary/scored-rows.ts";
import { summarize } from "../../src/plugins/scorers/summary/summarize.ts";

const callCounts = [60, 150];
const share = 0.95;
const median = 300;
/** Logarithmic spread of a call's own speed, and of its turns. */
const [callSpread, turnSpread] = [0.3, 0.4];
const mostTurns = 7;

/** How often the interval of a 95th percentile holds it, and how often one of two equally fast models is called better. */
export interface PercentileCoverage {
  readonly calls: number;
  readonly covered: number;
  readonly falseBetter: number;
  readonly runs: number;
}

/** Latencies are lognormal; the turns of a call are slow or fast together, for both models. */
export function coverPercentiles(runs: number, next: () => number): PercentileCoverage[] {
  const truth = median * Math.exp(normalQuantile(share) * Math.hypot(callSpread, turnSpread));
  return callCounts.map((calls) => {
    let [covered, better] = [0, 0];
    for (let seed = 0; seed < runs; seed += 1) {
      const [baseline, candidate] = simulate(calls, next);
      if (holds(baseline, truth)) covered += 1;
      const order = { name: "ttft_ms", scorer: scorers.ttft_ms, baseline, candidate, margin: 20, seed };
      if (compareScores(order)?.verdict === "better") better += 1;
    }
    return { calls, covered: covered / runs, falseBetter: better / runs, runs };
  });
}

function holds(rows: readonly ScoredRow[], truth: number): boolean {
  const metric = summarize({ name: "ttft_ms", scorer: scorers.ttft_ms }, rows, 1);
  const { low = null, high = null } = metric.figures?.["p95"]?.bounds ?? {};
  return low !== null && low <= truth && (high === null || truth <= high);
}

function simulate(calls: number, next: () => number): [ScoredRow[], ScoredRow[]] {
  const normal = () => normalQuantile(next() || 0.5);
  const [baseline, candidate]: [ScoredRow[], ScoredRow[]] = [[], []];
  for (let call = 0; call < calls; call += 1) {
    const own = normal() * callSpread;
    const turns = 1 + Math.floor(next() * mostTurns);
    for (let turn = 0; turn < turns; turn += 1)
      for (const rows of [baseline, candidate]) {
        const value = median * Math.exp(own + normal() * turnSpread);
        rows.push({ caseId: `${call}#${turn}`, callId: `${call}`, score: { value, of: 1 } });
      }
  }
  return [baseline, candidate];
}
