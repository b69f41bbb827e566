import { expect, test } from "vitest";
import { mulberry32 } from "../../../lib/seeded-random.ts";
import { percentile } from "../../../lib/statistics/percentile.ts";
import { redrawPercentiles } from "./redrawn-percentiles.ts";
import { columnOf, scoreNumbers } from "./score-column.ts";
import type { ScoredRow } from "./scored-rows.ts";

test.each([0, 0.05, 0.5, 0.95, 1])(
  "percentile %f of a redraw is that of its calls' values, as often as drawn",
  (share) => {
    const [rows, fewer] = [rowsOf(60, 1), rowsOf(31, 2)];
    const numbers = scoreNumbers();
    const columns = [columnOf(rows, numbers), columnOf(fewer, numbers)];
    const redrawn = redrawPercentiles(columns, share, 12345);
    const next = mulberry32(12345);
    const calls = [...new Set(rows.map(({ callId }) => callId))];
    for (let draw = 0; draw < 1000; draw += 1) {
      const drawn = calls.map(() => calls[Math.floor(next() * calls.length)]);
      for (const [index, all] of [rows, fewer].entries())
        expect(redrawn[index]?.[draw]).toBe(percentile(valuesOf(all, drawn), share));
    }
  },
);

function valuesOf(rows: readonly ScoredRow[], drawn: readonly (string | undefined)[]): Float64Array {
  const values = drawn.flatMap((call) =>
    rows.flatMap(({ callId, score }) => (callId === call ? [score.value] : [])),
  );
  return Float64Array.from(values).sort();
}

/** Of 12 calls, some values alike. */
function rowsOf(count: number, seed: number): ScoredRow[] {
  const next = mulberry32(seed);
  return Array.from({ length: count }, (_, index) => ({
    caseId: `case-${index}`,
    callId: `call-${index % 12}`,
    score: { value: Math.floor(next() * 40), of: 1 },
  }));
}
