import { expect, test } from "vitest";
import { parseKnownResult } from "./parse-known-result.ts";

const judgement = {
  decision: "reply",
  toolCalls: [],
  exact: true,
  callInText: false,
  premature: false,
  truncated: false,
};
const head = { caseId: "1#2", callId: "1", candidate: "base" };
const scored = { ...head, outcome: "scored", judgement, scores: { cost: null, cheer: { value: 1, of: 2 } } };
const failed = { ...head, outcome: "failed", reason: "timeout" };

test("a result comes without its scores, and a failure as it is", () => {
  expect(parseKnownResult(JSON.stringify(scored))).toEqual({ ...scored, scores: {} });
  expect(parseKnownResult(JSON.stringify(failed))).toEqual(failed);
});

test.each([
  ["a scorer is called scores", { ...scored, scores: { cheer: null, scores: { value: 1, of: 1 } } }],
  ["a failure's names hold the mark", { ...failed, caseId: ',"scores":{' }],
])("nothing is lost where %s", (_, result) => {
  expect(parseKnownResult(JSON.stringify(result))).toEqual(result);
});

test("a line that breaks off is no result", () => {
  expect(parseKnownResult(JSON.stringify(scored).slice(0, 80))).toBeUndefined();
});
