import { binomialCdf, binomialMass } from "./binomial.ts";
import { normalCdf } from "./normal.ts";

/** Cases on which two models differ: one has it right, the other wrong. */
export interface Discordance {
  readonly onlyBaseline: number;
  readonly onlyCandidate: number;
}

/**
 * The exact test of McNemar (1947): p of a split at least as uneven if both models were equally good. It takes cases as
 * independent, so ask it for one case a call, or for whole calls; `signFlipTest` is the one for clusters.
 */
export function mcnemarExact(discordance: Discordance): number {
  return Math.min(1, uncapped(discordance));
}

/** The mid-p version, less conservative (Fagerland, Lydersen and Laake 2013). */
export function mcnemarMidP(discordance: Discordance): number {
  const { fewer, all } = counts(discordance);
  return uncapped(discordance) - binomialMass(fewer, all, 0.5);
}

/** The χ² statistic with one degree of freedom; corrected for continuity where asked. */
export function mcnemarChiSquare(discordance: Discordance, correction: "none" | "continuity"): number {
  const { fewer, all } = counts(discordance);
  if (all === 0) return 0;
  const distance = Math.abs(all - 2 * fewer) - (correction === "continuity" ? 1 : 0);
  return Math.max(0, distance) ** 2 / all;
}

/** P(χ² > statistic) with one degree of freedom. */
export function chiSquareTail(statistic: number): number {
  return 2 * normalCdf(-Math.sqrt(statistic));
}

function uncapped(discordance: Discordance): number {
  const { fewer, all } = counts(discordance);
  return 2 * binomialCdf(fewer, all, 0.5);
}

function counts({ onlyBaseline, onlyCandidate }: Discordance): { fewer: number; all: number } {
  return { fewer: Math.min(onlyBaseline, onlyCandidate), all: onlyBaseline + onlyCandidate };
}
