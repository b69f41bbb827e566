import { expect, test } from "vitest";
import { cost } from "../cost.ts";
import { wholeCall } from "../whole-call.ts";
import type { ScoredRow } from "./scored-rows.ts";
import { summarize } from "./summarize.ts";

test("a call with a case that nobody answered is neither whole nor cheap", () => {
  const rows = [row("a", 1), row("a", 1), row("b", 1), row("c", 0)];
  const incomplete = new Set(["b"]);
  const whole = summarize({ name: "whole_call", scorer: wholeCall, incomplete }, rows, 1);
  expect(whole).toMatchObject({ cases: 3, calls: 2, figures: { rate: { value: 0.5 } } });
  const priced = summarize({ name: "cost", scorer: cost, incomplete }, rows, 1);
  expect(priced).toMatchObject({
    cases: 4,
    figures: { per_turn: { value: 0.75 }, per_call: { value: 1 } },
  });
});

test("where no call is whole there is no figure of whole calls", () => {
  const incomplete = new Set(["a"]);
  const rows = [row("a", 1)];
  expect(summarize({ name: "whole_call", scorer: wholeCall, incomplete }, rows, 1).figures).toBeNull();
  expect(summarize({ name: "cost", scorer: cost, incomplete }, rows, 1).figures).not.toHaveProperty(
    "per_call",
  );
});

let count = 0;
function row(callId: string, value: number): ScoredRow {
  count += 1;
  return { caseId: `${callId}#${count}`, callId, score: { value, of: 1 } };
}
