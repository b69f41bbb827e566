import fc from "fast-check";
import { expect, test } from "vitest";
import { withChange } from "../../test/support/with-change.ts";
import { Generation } from "./generation.ts";
import { isGeneration } from "./is-generation.ts";

const shared = { caseId: "1#2", candidate: "base" };
const toolCall = { id: "call_1", type: "function", function: { name: "book", arguments: '{"size":2}' } };
const answered = {
  ...shared,
  outcome: "answered",
  message: { role: "assistant", content: null, tool_calls: [toolCall, toolCall], weight: 1 },
  finishReason: "tool_calls",
  usage: { promptTokens: 210, cachedPromptTokens: 0, completionTokens: 30, estimated: false },
  latency: { firstTokenMs: 51.2, toolCallsMs: 80, totalMs: 81.5, attempts: 1, chunks: 5 },
};
const spoken = {
  ...answered,
  message: { role: "assistant", content: "Hello!" },
  finishReason: "stop",
  usage: null,
  latency: null,
};
const failed = {
  ...shared,
  outcome: "failed",
  reason: "timeout",
  status: null,
  totalMs: 30_000,
  attempts: 3,
};

test.each([["answered", answered] as const, ["spoken", spoken] as const, ["failed", failed] as const])(
  "a generation that is %s is one",
  (_, value) => {
    expect([isGeneration(value), Generation.safeParse(value).success]).toEqual([true, true]);
  },
);

const spoilt = fc.constantFrom<unknown>(
  ...[undefined, null, true, 0, -1, 1, 1.5, Number.POSITIVE_INFINITY, 2 ** 53],
  ...["", "stop", "failed", [], {}, [null], [toolCall]],
);

test("says what the schema says, whichever fields are gone or wrong", () => {
  fc.assert(
    fc.property(fc.constantFrom(answered, spoken, failed), fc.nat(), spoilt, (value, place, wrong) => {
      const changed = withChange(value, place, wrong);
      expect(isGeneration(changed)).toBe(Generation.safeParse(changed).success);
    }),
    { numRuns: 3000 },
  );
});
