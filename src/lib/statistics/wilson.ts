import { betaQuantile } from "./beta.ts";
import { type Interval, usualConfidence } from "./interval.ts";
import { normalQuantile } from "./normal.ts";

/** How many hits in how many trials; neither need be whole, since clusters shrink what a trial is worth. */
export interface Proportion {
  readonly hits: number;
  readonly trials: number;
}

/** Wilson's score interval (Wilson 1927): holds its confidence near 0 and 1, where mean ± z·SE doesn't. */
export function wilsonInterval(proportion: Proportion, confidence = usualConfidence): Interval {
  return scoreInterval(proportion, normalQuantile(1 - (1 - confidence) / 2));
}

/** Wilson's interval with any bound, as Student's t for few clusters: centre (p + z²/2n)/(1 + z²/n). */
export function scoreInterval({ hits, trials }: Proportion, bound: number): Interval {
  const rate = hits / trials;
  const square = (bound * bound) / trials;
  const centre = (rate + square / 2) / (1 + square);
  const half = (bound * Math.sqrt((rate * (1 - rate)) / trials + square / (4 * trials))) / (1 + square);
  return {
    low: hits === 0 ? 0 : Math.max(0, centre - half),
    high: hits === trials ? 1 : Math.min(1, centre + half),
  };
}

/** The exact interval of Clopper and Pearson (1934): never below its confidence, and wider than needed for most. */
export function exactInterval({ hits, trials }: Proportion, confidence = usualConfidence): Interval {
  const tail = (1 - confidence) / 2;
  return {
    low: hits === 0 ? 0 : betaQuantile(tail, hits, trials - hits + 1),
    high: hits === trials ? 1 : betaQuantile(1 - tail, hits + 1, trials - hits),
  };
}
