import { expect, test } from "vitest";
import { oneTurnCall } from "../../test/support/one-turn-call.ts";
import type { Call } from "../domain/call.ts";
import type { Tool } from "../domain/tool.ts";
import type { Json, JsonObject } from "../lib/json.ts";
import { createRedactor } from "./create-redactor.ts";
import { textsOfRow } from "./row-texts.ts";

const redactor = createRedactor({ salt: "a salt for tests only" });
const says = "it's John Smith, my number is 415 867 5309";

test.each(["from", "to", "contact", "customer_id", "id"])(
  "a number in %s is the one that was said",
  (key) => {
    const call = redacted({ [key]: 4158675309, items: [14158675309] });
    const fields = argumentsOf(call) as Record<string, unknown>;
    expect(fields[key]).toBeTypeOf("number");
    const said = call.turns[1]?.text.replace(/\D/g, "");
    expect(String(fields[key])).toBe(said);
    expect(fields["items"]).toEqual([Number(`1${said}`)]);
  },
);

test("such a number keeps its schema, and so does what is said", () => {
  const tools: Tool[] = [
    {
      type: "function",
      function: {
        name: "save",
        parameters: {
          type: "object",
          properties: { id: { type: "integer", multipleOf: 3, minimum: 4_000_000_000 } },
        },
      },
    },
  ];
  const call = redactor.redactCall(oneTurnCall({ says, fields: { id: 4158675309 }, tools })).call;
  const id = (argumentsOf(call) as { id: number }).id;
  expect(id % 3).toBe(0);
  expect(call.turns[1]?.text.replace(/\D/g, "")).toBe(String(id));
  expect(redactor.redactCall({ ...call, tools }).call).toEqual(call);
});

test("keys are values where they are no names of fields", () => {
  const call = redacted(
    { customer_name: "John Smith" },
    {
      "John Smith": { note: "x" },
      "415-867-5309": 1,
      "212-555-7788": [{ "js@mail.com": 2 }],
      total: 2,
      "Order Date": 3,
    },
  );
  const result = JSON.parse(resultOf(call));
  expect(Object.values(result)).toHaveLength(5);
  expect(Object.keys(result)).toEqual(expect.arrayContaining(["total", "Order Date"]));
  expect(resultOf(call)).not.toMatch(/john|smith|867-5309|555-7788|js@mail/i);
  expect(Object.keys(result)[0]).toBe((argumentsOf(call) as { customer_name: string }).customer_name);
  expect(redactor.redactCall(call).call).toEqual(call);
});

test("no two keys of an object become the same", () => {
  const result = JSON.parse(resultOf(redacted({ name: "José Smith" }, { "José Smith": 1, "Jose Smith": 2 })));
  expect(Object.keys(result)).toHaveLength(2);
  expect(JSON.stringify(result)).not.toMatch(/jos|smith/i);
});

test("a key that a schema names stays in arguments, and another goes", () => {
  const properties = { "John Smith": { type: "string" } };
  const tools: Tool[] = [{ type: "function", function: { name: "save", parameters: { properties } } }];
  const fields = { "John Smith": "yes", "Smith, John": "yes" };
  const call = redactor.redactCall(oneTurnCall({ says: "my name is John Smith", fields, tools })).call;
  const keys = Object.keys(argumentsOf(call) as JsonObject);
  expect(keys[0]).toBe("John Smith");
  expect(keys[1]).not.toMatch(/John|Smith/);
});

test("a text that nests too deep is redacted as a text, within memory", () => {
  const deep = `${"[1,".repeat(20_000)}"415-867-5309"${"]".repeat(20_000)}`;
  const made = { id: "1", name: "save", arguments: deep, result: deep, succeeded: null };
  const call = oneTurnCall({ says });
  const turns: Call["turns"] = [{ role: "agent", text: "", toolCalls: [made] }];
  expect(JSON.stringify(redactor.redactCall({ ...call, turns }).call.turns)).not.toContain("867-5309");
});

test("the second look sees keys", () => {
  expect(textsOfRow({ m: { "415-867-5309": 1, plain_key: 2 } }).others).toEqual(["415-867-5309"]);
});

function redacted(fields: JsonObject, result: Json = null): Call {
  const call = oneTurnCall({ says, fields });
  const turns = call.turns.map((turn) =>
    turn.role === "agent"
      ? { ...turn, toolCalls: turn.toolCalls.map((made) => ({ ...made, result: JSON.stringify(result) })) }
      : turn,
  );
  return redactor.redactCall({ ...call, turns }).call;
}

function made(call: Call) {
  const last = call.turns.at(-1);
  return last?.role === "agent" ? last.toolCalls[0] : undefined;
}

function argumentsOf(call: Call): unknown {
  return JSON.parse(made(call)?.arguments ?? "");
}

function resultOf(call: Call): string {
  return made(call)?.result ?? "";
}
