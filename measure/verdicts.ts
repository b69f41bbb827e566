import { parseArgs } from "node:util";
import type { CandidateResult } from "../src/domain/evaluation.ts";
import type { Outcome } from "../src/domain/report.ts";
import { mulberry32 } from "../src/lib/seeded-random.ts";
import { normalQuantile } from "../src/lib/statistics/normal.ts";
import { compareCandidates } from "../src/pipeline/report/compare-candidates.ts";
import { decide } from "../src/pipeline/report/decide.ts";
import { type HeadlineName, headlineNames, headlines } from "../src/pipeline/report/headlines.ts";
import { columnOf, scoreNumbers } from "../src/plugins/scorers/summary/score-column.ts";
import type { ScoredRow } from "../src/plugins/scorers/summary/scored-rows.ts";
import { result } from "../test/support/comparison.ts";
import type { Figures } from "../test/support/figures.ts";

const callCounts = [60, 150];
const candidates = ["one", "two", "three"];
const mostTurns = 9;
/** Share of calls in which all turns of a candidate have one luck. */
const correlation = 0.2;
const shares = { exact: 0.85, falseCall: 0.04, missed: 0.05 };
const [median, callSpread, turnSpread] = [300, 0.3, 0.4];
/** By how much the better candidate is exact more often. */
const truly = 0.1;

const targets = { mostFalse: 0.05 };
/** So many standard errors of the simulation itself may it lie above the target. */
const noise = 3;
/** Power is shown, not asked for, and one candidate in so many reports is enough. */
const powerShare = 0.25;

/** How often a whole report says of a candidate what isn't so, and what is. */
interface VerdictErrors {
  readonly calls: number;
  readonly runs: number;
  /** Reports in which any of three candidates, all equal to the baseline, is called better. */
  readonly falseBetter: number;
  /** The same, called worse. */
  readonly falseWorse: number;
  /** Reports that call a candidate better which is exact 10 points more often. */
  readonly trueBetter: number;
}

/**
 * `npm run measure verdicts [--runs N] [--seed N]`: whole decisions on simulated evaluations. Three candidates are the
 * baseline's equals in all eight headline metrics, latencies and costs among them, with turns of a call that share their
 * luck; counted is how often a report calls any of them better, or worse.
 */
export async function run(args: readonly string[]): Promise<Figures> {
  const { values } = parseArgs({
    args: [...args],
    options: { runs: { type: "string", default: "100" }, seed: { type: "string", default: "20261127" } },
  });
  const [runs, next] = [Number(values.runs), mulberry32(Number(values.seed))];
  const errors = callCounts.map((calls) => judgeReports(calls, runs, next));
  const allowed = targets.mostFalse + noise * Math.sqrt((targets.mostFalse * (1 - targets.mostFalse)) / runs);
  const ok = errors.every(({ falseBetter, falseWorse }) => Math.max(falseBetter, falseWorse) <= allowed);
  return { name: "verdicts", ok, n: runs * callCounts.length, errors, targets };
}

function judgeReports(calls: number, runs: number, next: () => number): VerdictErrors {
  let [falseBetter, falseWorse, trueBetter] = [0, 0, 0];
  const powerRuns = Math.ceil(runs * powerShare);
  for (let seed = 0; seed < runs; seed += 1) {
    const equal = outcomesOf({ calls, gain: 0, seed }, next);
    if (equal.includes("better")) falseBetter += 1;
    if (equal.includes("worse")) falseWorse += 1;
    if (seed < powerRuns && outcomesOf({ calls, gain: truly, seed }, next)[0] === "better") trueBetter += 1;
  }
  const errors = {
    calls,
    runs,
    falseBetter: falseBetter / runs,
    falseWorse: falseWorse / runs,
    trueBetter: trueBetter / powerRuns,
  };
  process.stdout.write(
    `${calls} calls, ${runs} reports of three equal candidates: better ${errors.falseBetter}, worse ${errors.falseWorse}; of one that is exact ${truly * 100} points more often: better ${errors.trueBetter}\n`,
  );
  return errors;
}

interface Truth {
  readonly calls: number;
  /** Of the first candidate. */
  readonly gain: number;
  readonly seed: number;
}

function outcomesOf({ calls, gain, seed }: Truth, next: () => number): Outcome[] {
  const scores = ["base", ...candidates].map((name) => ({ name, rows: emptyRows() }));
  for (let call = 0; call < calls; call += 1) addCall(`${call}`, scores, { gain, next });
  const numbers = scoreNumbers();
  const [baseline, ...others] = scores.map(({ name, rows }) => ({
    name,
    columns: new Map([...rows].map(([scorer, own]) => [scorer, columnOf(own, numbers)])),
  }));
  if (baseline === undefined) throw new Error("nothing was simulated");
  const margins = Object.fromEntries(headlineNames.map((name) => [name, headlines[name].margin]));
  const comparisons = compareCandidates({
    baseline,
    others,
    margins: margins as Record<HeadlineName, number>,
    seed,
  });
  return others.map(({ name }) =>
    decide({
      baseline: answeredAll("base"),
      candidate: answeredAll(name),
      comparisons: comparisons.get(name) ?? [],
    }),
  );
}

type Scores = { readonly name: string; readonly rows: Map<string, ScoredRow[]> };

function emptyRows(): Map<string, ScoredRow[]> {
  return new Map(headlineNames.map((name) => [name, []]));
}

/** Every second turn is due a tool call. A call is hard or easy, slow or fast, for all candidates alike. */
function addCall(
  callId: string,
  scores: readonly Scores[],
  { gain, next }: { gain: number; next: () => number },
): void {
  const turns = 1 + Math.floor(next() * mostTurns);
  const pace = normalQuantile(next() || 0.5) * callSpread;
  const prompt = 900 + 400 * next();
  for (const [index, { rows }] of scores.entries()) {
    const own = { gain: index === 1 ? gain : 0, next };
    const whole = next() < correlation ? next() : null;
    for (let turn = 0; turn < turns; turn += 1) {
      const add = (name: HeadlineName, value: number) =>
        rows.get(name)?.push({ caseId: `${callId}#${turn}`, callId, score: { value, of: 1 } });
      addTurn(add, { isDue: turn % 2 === 1, luck: whole ?? next(), ...own });
      add(turn % 2 === 1 ? "tool_call_ms" : "ttft_ms", latency(pace, next));
      add("cost", (prompt + 60 * next()) / 1_000_000);
    }
  }
}

function addTurn(
  add: (name: HeadlineName, value: number) => void,
  { isDue, luck, gain }: { isDue: boolean; luck: number; gain: number },
): void {
  const isMissed = isDue && luck > 1 - shares.missed;
  const isExact = isDue && luck < shares.exact + gain;
  const isFalse = !isDue && luck > 1 - shares.falseCall;
  add("right_decision", isMissed || isFalse ? 0 : 1);
  add("whole_call", (isDue && !isExact) || isFalse ? 0 : 1);
  if (isDue) add("exact_call", isExact ? 1 : 0);
  if (isDue) add("missed_call_rate", isMissed ? 1 : 0);
  else add("false_call_rate", isFalse ? 1 : 0);
}

function latency(pace: number, next: () => number): number {
  return median * Math.exp(pace + normalQuantile(next() || 0.5) * turnSpread);
}

function answeredAll(name: string): CandidateResult {
  return result({ candidate: { ...result().candidate, name, model: name }, answered: 1 });
}
