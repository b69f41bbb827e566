import { expect, test } from "vitest";
import type { Case } from "../../../domain/case.ts";
import type { Tool } from "../../../domain/tool.ts";
import { toJsonLine } from "../../../lib/json-lines.ts";
import { createCaseReader } from "./case-line.ts";

test.each<[string, Partial<Case>]>([
  ["a case as usual", {}],
  [
    "words that look like the line's own",
    { messages: [{ role: "user", content: '","tools":[{"a":1}],"expected":{"kind":"' }] },
  ],
  ["a schema that has the same keys", { tools: [toolWith({ tools: [1], expected: { kind: "x" } })] }],
  ["no tools", { tools: [] }],
  [
    "what follows the expected reply",
    { next: [{ id: "1", type: "function", function: { name: "a", arguments: "{}" } }] },
  ],
  [
    "accepted values that look like the line's own",
    {
      expected: {
        kind: "calls",
        order: "any",
        toolCalls: [
          { name: "a", arguments: "{}", accepted: { b: [{ tools: [], expected: { kind: "calls" } }] } },
        ],
      },
    },
  ],
])("reads %s as it was written", (_, part) => {
  const read = createCaseReader();
  const question = { ...usual, ...part };
  const line = Buffer.from(toJsonLine(question));
  expect(read(line)).toEqual(question);
  expect(read(line)).toEqual(question);
});

test("equal arrays of tools are one array, and many different ones are not all held", () => {
  const read = createCaseReader();
  const readTools = (tools: Tool[]) => read(Buffer.from(toJsonLine({ ...usual, tools }))).tools;
  const first = readTools([toolWith({ type: "object" })]);
  expect(readTools([toolWith({ type: "object" })])).toBe(first);
  for (let number = 0; number < 100; number += 1) readTools([toolWith({ const: number })]);
  expect(readTools([toolWith({ type: "object" })])).toEqual(first);
});

const usual: Case = {
  id: "a#1",
  callId: "a",
  caller: null,
  callStartedAt: null,
  messages: [{ role: "user", content: "hello" }],
  tools: [toolWith({ type: "object", properties: { city: { type: "string" } } })],
  expected: { kind: "reply", text: "hi" },
};

function toolWith(parameters: object): Tool {
  return { type: "function", function: { name: "get", parameters: JSON.parse(JSON.stringify(parameters)) } };
}
