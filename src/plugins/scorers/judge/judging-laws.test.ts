import fc from "fast-check";
import { expect, test } from "vitest";
import type { Case } from "../../../domain/case.ts";
import type { AnsweredGeneration } from "../../../domain/generation.ts";
import { Judgement } from "../../../domain/judgement.ts";
import { ScoringOptions } from "../../../domain/scoring-options.ts";
import type { Tool } from "../../../domain/tool.ts";
import { createJudge } from "./judge-reply.ts";

const properties = {
  time: { type: "string" },
  phone: { type: ["string", "null"] },
  name: { type: "string", default: "Ann" },
  size: { enum: [1, 2, 3] },
  when: { type: "string", format: "date-time" },
  notes: {},
  items: {
    type: "array",
    uniqueItems: true,
    items: { type: "object", properties: { kind: { type: "string" } } },
  },
  nested: { anyOf: [{ type: "object", properties: { date: { type: "string" } } }, { type: "null" }] },
};
const tools: Tool[] = ["book", "cancel"].map((name) => ({
  type: "function",
  function: { name, parameters: { type: "object", properties, required: ["time"] } },
}));
const { judge } = createJudge(ScoringOptions.parse({}));

const keys = fc.constantFrom(...Object.keys(properties), "kind", "date", "extra", "constructor", "__proto__");
const values = fc.oneof(
  fc.jsonValue({ maxDepth: 3 }),
  fc.constantFrom("7 pm", "tomorrow", "+1 415 555 0132", "Ann", "next Friday", "2026-03-05T19:00Z", "½", "𝟜"),
);
const argumentTexts = fc.dictionary(keys, values, { maxKeys: 5 }).map((given) => JSON.stringify(given));
const toolCalls = fc.array(
  fc.record({ name: fc.constantFrom("book", "cancel", "other"), arguments: argumentTexts }),
  { maxLength: 3 },
);

test("whatever is expected, exactly that is exact, in any order", () => {
  fc.assert(
    fc.property(toolCalls, (expected) => {
      const known = expected.map((made) => ({ ...made, name: made.name === "other" ? "book" : made.name }));
      expect(judged(known, known).exact).toBe(true);
      expect(judged(known, [...known].reverse()).exact).toBe(true);
    }),
    { numRuns: 1000 },
  );
});

test("whatever a model replies, it is judged, and every expected and given tool call is told once", () => {
  const given = fc.array(
    fc.record({
      name: fc.constantFrom("book", "cancel", "other"),
      arguments: fc.oneof(argumentTexts, fc.string(), fc.json()),
    }),
    { maxLength: 3 },
  );
  fc.assert(
    fc.property(toolCalls, given, (expected, made) => {
      const found = judged(expected, made);
      expect(Judgement.safeParse(found).success).toBe(true);
      expect(found.toolCalls.filter((one) => one.expected !== null)).toHaveLength(expected.length);
      expect(found.toolCalls.filter((one) => one.given !== null)).toHaveLength(made.length);
      if (found.exact) expect(found.toolCalls.every(({ exact }) => exact)).toBe(true);
    }),
    { numRuns: 1000 },
  );
});

interface Made {
  readonly name: string;
  readonly arguments: string;
}

function judged(expected: readonly Made[], given: readonly Made[]): Judgement {
  const question: Case = {
    id: "a#1",
    callId: "a",
    caller: null,
    callStartedAt: "2026-03-04T10:00:00Z",
    messages: [{ role: "user", content: "hello" }],
    tools,
    expected:
      expected.length === 0
        ? { kind: "reply", text: null }
        : { kind: "calls", toolCalls: [...expected], order: "any" },
  };
  const calls = given.map((made, index) => ({ id: `${index}`, type: "function" as const, function: made }));
  const content = given.length === 0 ? "Hi" : null;
  const reply: AnsweredGeneration = {
    caseId: "a#1",
    candidate: "x:y",
    outcome: "answered",
    message: { role: "assistant", content, ...(calls.length === 0 ? {} : { tool_calls: calls }) },
    finishReason: "stop",
    usage: null,
    latency: null,
  };
  return judge(question, reply);
}
