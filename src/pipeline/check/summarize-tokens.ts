import { keepSmallest } from "../../lib/smallest.ts";
import type { TokenSummary } from "./report.ts";

/** Sums up token counts in flat memory: one number for each count that occurs. */
export interface TokenSums {
  add(line: number, tokens: number): void;
  summary(exact: boolean): TokenSummary;
}

export function sumTokens(): TokenSums {
  const rowsByCount = new Map<number, number>();
  const longest = keepSmallest<{ line: number; tokens: number }>(10, ({ tokens }) => -tokens);
  return {
    add(line, tokens) {
      rowsByCount.set(tokens, (rowsByCount.get(tokens) ?? 0) + 1);
      longest.offer({ line, tokens });
    },
    summary(exact) {
      const counts = [...rowsByCount].sort(([left], [right]) => left - right);
      const rows = counts.reduce((sum, [, count]) => sum + count, 0);
      return {
        exact,
        rows,
        total: counts.reduce((sum, [tokens, count]) => sum + tokens * count, 0),
        percentiles: percentilesOf(counts, rows),
        histogram: histogramOf(counts),
        longest: longest.sorted(),
      };
    },
  };
}

type Counts = readonly (readonly [tokens: number, rows: number])[];

function percentilesOf(counts: Counts, rows: number): TokenSummary["percentiles"] {
  if (rows === 0) return null;
  const [p50, p95, p99, max] = [0.5, 0.95, 0.99, 1].map((share) => nearestRank(counts, share * rows));
  return { p50: p50 ?? 0, p95: p95 ?? 0, p99: p99 ?? 0, max: max ?? 0 };
}

/** The smallest count that at least `rank` rows don't exceed. */
function nearestRank(counts: Counts, rank: number): number {
  let seen = 0;
  for (const [tokens, rows] of counts) {
    seen += rows;
    if (seen >= rank) return tokens;
  }
  return counts.at(-1)?.[0] ?? 0;
}

function histogramOf(counts: Counts): TokenSummary["histogram"] {
  const bars = new Map<number, number>();
  for (const [tokens, rows] of counts) {
    const upTo = 2 ** Math.max(7, Math.ceil(Math.log2(Math.max(tokens, 1))));
    bars.set(upTo, (bars.get(upTo) ?? 0) + rows);
  }
  return [...bars].map(([upTo, rows]) => ({ upTo, rows }));
}
