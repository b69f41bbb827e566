import { parseArgs } from "node:util";
import { verdictOf } from "../src/domain/verdict.ts";
import { mulberry32 } from "../src/lib/seeded-random.ts";
import { bootstrapRates, percentileInterval } from "../src/lib/statistics/cluster-bootstrap.ts";
import type { ClusterTotals } from "../src/lib/statistics/cluster-totals.ts";
import { differenceInterval } from "../src/lib/statistics/difference-interval.ts";
import type { Interval } from "../src/lib/statistics/interval.ts";
import { rateInterval } from "../src/lib/statistics/rate-interval.ts";
import type { Figures } from "../test/support/figures.ts";
import { coverPercentiles } from "./intervals/percentiles.ts";

const callCounts = [60, 150, 300];
/** How alike the cases of one call are: this share of calls has one outcome for all of its cases. */
const correlations = [0, 0.1, 0.3];
const rates = [0.8, 0.9, 0.95];
/** Shares of cases that only the baseline and only the candidate has right. */
const disagreements = [
  [0.05, 0.05],
  [0.1, 0.1],
  [0.03, 0.08],
] as const;
const mostCasesPerCall = 9;
const margin = 0.02;
/** Percentiles have no formula, and each redraw walks over all latencies. */
const percentileShare = 0.1;
/** The bootstrap is shown for comparison, and is the slow part. */
const bootstrapShare = 0.1;
const bootstrapDraws = 500;

const targets = { leastCoverage: 0.93, mostCoverage: 0.97, mostFalseBetter: 0.05 };
/** So many standard errors of the simulation itself may a single scenario lie outside; the mean may not. */
const noise = 3;

interface Scenario {
  readonly calls: number;
  readonly correlation: number;
}

/** Simulated evaluations of one scenario, and how many of their intervals hold the truth. */
interface Coverage extends Scenario {
  readonly truth: string;
  readonly covered: number;
  readonly bootstrapCovered: number;
  readonly runs: number;
  /** Verdicts "better" where there is no difference; null where there is one. */
  readonly falseBetter: number | null;
}

/**
 * `npm run measure intervals [--runs N] [--seed N]`: evaluations are drawn from known truths, with calls of one to nine
 * cases that share their luck; counted is how often the 95 % intervals of rates and of paired differences hold the
 * truth, and how often two equal models are told apart; the same of 95th percentiles of latencies.
 */
export async function run(args: readonly string[]): Promise<Figures> {
  const { values } = parseArgs({
    args: [...args],
    options: { runs: { type: "string", default: "2000" }, seed: { type: "string", default: "20261127" } },
  });
  const [runs, next] = [Number(values.runs), mulberry32(Number(values.seed))];
  const scenarios = callCounts.flatMap((calls) =>
    correlations.map((correlation) => ({ calls, correlation })),
  );
  const ofRates = scenarios.flatMap((scenario) =>
    rates.map((rate) => coverRate(scenario, rate, { runs, next })),
  );
  const ofDifferences = scenarios.flatMap((scenario) =>
    disagreements.map((shares) => coverDifference(scenario, shares, { runs, next })),
  );
  for (const coverage of [...ofRates, ...ofDifferences]) print(coverage);
  const [rate, difference] = [spread(ofRates), spread(ofDifferences)];
  const percentiles = coverPercentiles(Math.ceil(runs * percentileShare), next);
  const falseBetter = falseBetterOf([...ofDifferences, ...percentiles]);
  const ok =
    [ofRates, ofDifferences, percentiles].every(isCovered) && falseBetter.most <= targets.mostFalseBetter;
  return {
    name: "intervals",
    ok,
    n: runs * 2 * ofRates.length,
    rate,
    difference,
    percentiles,
    falseBetter,
    targets,
  };
}

interface Simulation {
  readonly runs: number;
  readonly next: () => number;
}

function coverRate(scenario: Scenario, rate: number, simulation: Simulation): Coverage {
  const draw = () => (simulation.next() < rate ? 1 : 0);
  const found = cover(scenario, { truth: rate, draw, intervalOf: rateInterval }, simulation);
  return { ...scenario, truth: `rate ${rate}`, ...found, falseBetter: null };
}

function coverDifference(
  scenario: Scenario,
  [onlyBaseline, onlyCandidate]: readonly [number, number],
  simulation: Simulation,
): Coverage {
  const draw = () => {
    const point = simulation.next();
    if (point < onlyBaseline) return -1;
    return point < onlyBaseline + onlyCandidate ? 1 : 0;
  };
  let better = 0;
  const intervalOf = (totals: ClusterTotals) => {
    const interval = differenceInterval(totals);
    if (interval !== null && verdictOf(interval, margin) === "better") better += 1;
    return interval;
  };
  const truth = onlyCandidate - onlyBaseline;
  const found = cover(scenario, { truth, draw, intervalOf }, simulation);
  const falseBetter = truth === 0 ? better / simulation.runs : null;
  return { ...scenario, truth: `−${onlyBaseline} +${onlyCandidate}`, ...found, falseBetter };
}

interface Question {
  readonly truth: number;
  readonly draw: () => number;
  readonly intervalOf: (totals: ClusterTotals) => Interval | null;
}

function cover(
  scenario: Scenario,
  { truth, draw, intervalOf }: Question,
  { runs, next }: Simulation,
): Pick<Coverage, "covered" | "bootstrapCovered" | "runs"> {
  const holds = (interval: Interval | null) =>
    interval !== null && interval.low <= truth && truth <= interval.high;
  const bootstrapRuns = Math.ceil(runs * bootstrapShare);
  let [covered, byBootstrap] = [0, 0];
  for (let index = 0; index < runs; index += 1) {
    const totals = simulate(scenario, draw, next);
    if (holds(intervalOf(totals))) covered += 1;
    if (index >= bootstrapRuns) continue;
    const redrawn = bootstrapRates(totals, { seed: index, draws: bootstrapDraws });
    if (holds(percentileInterval(redrawn))) byBootstrap += 1;
  }
  return { covered: covered / runs, bootstrapCovered: byBootstrap / bootstrapRuns, runs };
}

function simulate({ calls, correlation }: Scenario, draw: () => number, next: () => number): ClusterTotals {
  const [values, sizes] = [new Float64Array(calls), new Float64Array(calls)];
  for (let call = 0; call < calls; call += 1) {
    const cases = 1 + Math.floor(next() * mostCasesPerCall);
    const isAlike = next() < correlation;
    let value = isAlike ? draw() * cases : 0;
    if (!isAlike) for (let count = 0; count < cases; count += 1) value += draw();
    values[call] = value;
    sizes[call] = cases;
  }
  return { values, sizes };
}

interface Spread {
  readonly mean: number;
  readonly least: number;
  readonly most: number;
  readonly bootstrapMean: number;
  readonly bootstrapLeast: number;
}

function spread(coverages: readonly Coverage[]): Spread {
  const [own, bootstrap] = [
    coverages.map(({ covered }) => covered),
    coverages.map(({ bootstrapCovered }) => bootstrapCovered),
  ];
  return {
    mean: rounded(meanOf(own)),
    least: Math.min(...own),
    most: Math.max(...own),
    bootstrapMean: rounded(meanOf(bootstrap)),
    bootstrapLeast: Math.min(...bootstrap),
  };
}

/** The mean is within the targets, and no scenario is outside by more than the simulation's own noise. */
function isCovered(coverages: readonly Pick<Coverage, "covered" | "runs">[]): boolean {
  const { leastCoverage, mostCoverage } = targets;
  const mean = meanOf(coverages.map(({ covered }) => covered));
  const isInside = coverages.every(({ covered, runs }) => {
    const error = noise * Math.sqrt((covered * (1 - covered)) / runs);
    return covered + error >= leastCoverage && covered - error <= mostCoverage;
  });
  return isInside && mean >= leastCoverage && mean <= mostCoverage;
}

function falseBetterOf(coverages: readonly Pick<Coverage, "falseBetter">[]): { mean: number; most: number } {
  const shares = coverages.flatMap(({ falseBetter }) => falseBetter ?? []);
  return { mean: rounded(meanOf(shares)), most: Math.max(...shares) };
}

function print({ truth, calls, correlation, covered, bootstrapCovered, falseBetter }: Coverage): void {
  const told = falseBetter === null ? "" : `  false better ${percent(falseBetter)}`;
  process.stdout.write(
    `${truth.padEnd(14)} ${String(calls).padStart(4)} calls, correlation ${correlation.toFixed(1)}: ` +
      `covered ${percent(covered)}, by percentile bootstrap ${percent(bootstrapCovered)}${told}\n`,
  );
}

function percent(share: number): string {
  return `${(share * 100).toFixed(1)} %`;
}

function meanOf(numbers: readonly number[]): number {
  return numbers.reduce((sum, number) => sum + number, 0) / numbers.length;
}

function rounded(value: number): number {
  return Number(value.toFixed(4));
}
