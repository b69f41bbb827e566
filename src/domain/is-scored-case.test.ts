import fc from "fast-check";
import { expect, test } from "vitest";
import { withChange } from "../../test/support/with-change.ts";
import { isScoredCase } from "./is-scored-case.ts";
import { ScoredCase } from "./scored-case.ts";

const verdict = { parameter: "size", error: null, comparator: "number", ungrounded: false };
const made = {
  expected: "book",
  given: "book",
  fault: null,
  arguments: [verdict, { ...verdict, error: "missing" }],
  expectedArguments: 2,
  exact: false,
};
const judgement = {
  decision: "right_tool",
  toolCalls: [made, { ...made, expected: null, fault: "schema_invalid" }],
  exact: false,
  callInText: false,
  premature: false,
  truncated: true,
};
const shared = { caseId: "1#2", callId: "1", candidate: "base" };
const scored = {
  ...shared,
  outcome: "scored",
  judgement,
  scores: { exact_call: { value: 0, of: 1 }, cost: null },
};
const failed = { ...shared, outcome: "failed", reason: "timeout" };

test.each([["scored", scored] as const, ["failed", failed] as const])("a %s case is one", (_, value) => {
  expect([isScoredCase(value), ScoredCase.safeParse(value).success]).toEqual([true, true]);
});

const spoilt = fc.constantFrom(
  undefined,
  null,
  true,
  0,
  -1,
  1.5,
  Number.POSITIVE_INFINITY,
  "",
  "missing",
  [],
  {},
  [null],
  {
    value: 0,
    of: 0,
  },
);

test("says what the schema says, whichever fields are gone or wrong", () => {
  fc.assert(
    fc.property(fc.constantFrom(scored, failed), fc.nat(), spoilt, (value, place, wrong) => {
      const changed = withChange(value, place, wrong);
      expect(isScoredCase(changed)).toBe(ScoredCase.safeParse(changed).success);
    }),
    { numRuns: 3000 },
  );
});
