import fc from "fast-check";
import { expect, test } from "vitest";
import { rowParser } from "./row-parser.ts";

test("gives what JSON.parse gives, or the same error, however often tools come", () => {
  const parse = rowParser();
  const tools = fc.constantFrom([], [{ name: "a" }], [{ name: 'b,"tools":[1]}' }], null, 7);
  const row = fc.record({ messages: fc.array(fc.jsonValue(), { maxLength: 2 }), tools });
  const text = fc.oneof(
    row.map((value) => JSON.stringify(value)),
    row.map(({ tools: first, ...others }) => JSON.stringify({ tools: first, ...others })),
    row.map((value) => JSON.stringify({ inner: value })),
    row.map((value) => JSON.stringify(value).replaceAll(",", " , ").replaceAll(":", ": ")),
    row.map((value) => JSON.stringify([value])),
    fc.tuple(row, fc.nat(80)).map(([value, at]) => JSON.stringify(value).slice(at)),
    fc.tuple(row, fc.nat(80)).map(([value, at]) => JSON.stringify(value).slice(0, at)),
    row.map((value) => JSON.stringify(value).replace("{", '{"tools":[1],')),
  );
  fc.assert(
    fc.property(text, (written) => {
      expect(outcome(() => parse(written))).toEqual(outcome(() => JSON.parse(written)));
    }),
    { numRuns: 2000 },
  );
});

test("shares the tools of rows that repeat them", () => {
  const parse = rowParser();
  const toolsOf = (text: string) => Object(parse(text)).tools;
  toolsOf('{"messages":[1],"tools":[{"name":"a"}]}');
  const second = toolsOf('{"messages":[2],"tools":[{"name":"a"}]}');
  expect(toolsOf('{"messages":[3],"tools":[{"name":"a"}]}')).toBe(second);
});

function outcome(parse: () => unknown): unknown {
  try {
    return parse();
  } catch (error) {
    return String(error);
  }
}
