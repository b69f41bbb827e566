import { describe, expect, test } from "vitest";
import { oneTurnCall } from "../../test/support/one-turn-call.ts";
import type { Call } from "../domain/call.ts";
import { createRedactor } from "./create-redactor.ts";

const salt = "a salt for tests only";
const ordered = oneTurnCall({
  says: "it's John Smith, 415-867-5309",
  fields: { customer_name: "John Smith", phone: "415-867-5309", account_number: 68318931 },
});

describe("operators", () => {
  test("label puts the kind's name", () => {
    const call = redact({ operators: { PERSON: "label" } });
    expect(saidIn(call)).toMatch(/^it's <PERSON> <PERSON>, 415-555-01\d\d$/);
    expect(fieldsOf(call)["customer_name"]).toBe("<PERSON>");
  });

  test("hash puts the same keyed hash for the same value in every call", () => {
    const options = { operators: { PHONE_NUMBER: "hash" } } as const;
    const [one, other] = [redact(options), redact(options, { ...ordered, id: "call-2" })];
    expect(fieldsOf(one)["phone"]).toMatch(/^<PHONE_NUMBER:[0-9a-f]{16}>$/);
    expect(fieldsOf(one)["phone"]).toBe(fieldsOf(other)["phone"]);
  });

  test("keep leaves the kind alone and redacts the others", () => {
    const call = redact({ operators: { PERSON: "keep" } });
    expect(saidIn(call)).toMatch(/^it's John Smith, 415-555-01\d\d$/);
  });

  test("a number stays a number: labels are for texts", () => {
    const call = redact({ operators: { US_BANK_NUMBER: "label" } });
    expect(fieldsOf(call)["account_number"]).toBeTypeOf("number");
    expect(fieldsOf(call)["account_number"]).not.toBe(68318931);
  });

  test("labels and hashes stay as they are when redacted again", () => {
    const options = { operators: { PERSON: "label", PHONE_NUMBER: "hash" } } as const;
    const once = redact(options);
    expect(redact(options, once)).toEqual(once);
  });
});

describe("lists and patterns", () => {
  test("a value on the allow list stays, however it is written", () => {
    const call = redact({ allow: ["(415) 867 5309"] });
    expect(saidIn(call)).toContain("415-867-5309");
  });

  test("a value on the deny list goes though nothing speaks for it", () => {
    const call = redact({ deny: { PERSON: ["Zorblax"] } }, oneTurnCall({ says: "ask Zorblax about it" }));
    expect(saidIn(call)).not.toContain("Zorblax");
  });

  test("an own pattern is a value of its kind", () => {
    const options = { patterns: [{ entity: "ID", pattern: "KD-\\d{4}" }] } as const;
    const call = redact({ patterns: [...options.patterns] }, oneTurnCall({ says: "customer KD-4711 here" }));
    expect(saidIn(call)).toMatch(/^customer [A-Z]{2}-\d{4} here$/);
    expect(saidIn(call)).not.toContain("KD-4711");
  });

  test("a finding below the threshold stays", () => {
    const call = redact({ threshold: 0.8 }, oneTurnCall({ says: "867-5309" }));
    expect(saidIn(call)).toBe("867-5309");
  });
});

test.each([
  ["no salt", {}],
  ["a short salt", { salt: "short" }],
  ["an unknown key", { salt, colour: "red" }],
  ["an unknown entity", { salt, operators: { SHOE_SIZE: "label" } }],
])("refuses %s", (_, options) => {
  expect(() => createRedactor(options as { salt: string })).toThrow();
});

test("counts what was found by kind, and never holds a value", () => {
  const { counts } = createRedactor({ salt }).redactCall(ordered);
  expect(counts.PHONE_NUMBER).toEqual({ found: 2, replaced: 2, left: 0 });
  expect(JSON.stringify(counts)).not.toMatch(/john|smith|5309/i);
});

test("tenant, tools, ids and times stay", () => {
  const whole: Call = {
    ...ordered,
    caller: "caller-1",
    tenant: { id: "t", columns: { business_name: "Smith's Pizza", phone: "415-867-5309" } },
    startedAt: "2026-03-05T10:00:00Z",
    tools: [{ type: "function", function: { name: "save", description: "Ask John Smith" } }],
  };
  const { call } = createRedactor({ salt }).redactCall(whole);
  expect({ ...call, turns: [] }).toEqual({ ...whole, turns: [] });
});

test("broken JSON is redacted as text and stays as broken as it was", () => {
  const broken = { ...ordered, turns: ordered.turns.slice(0, 2) };
  const made = {
    id: "1",
    name: "save",
    arguments: '{"customer_name": "John Smith", "phone": "415-867-53',
    result: "Saved for John Smith",
    succeeded: null,
  };
  const { call } = createRedactor({ salt }).redactCall({
    ...broken,
    turns: [
      ...broken.turns,
      { role: "agent", text: "", toolCalls: [made] },
      { role: "caller", text: "my name is John Smith" },
    ],
  });
  const written = JSON.stringify(call.turns[2]);
  expect(written).not.toMatch(/John|Smith/);
  expect(written).toContain('{\\"customer_name\\": \\"');
});

test("JSON keeps its spaces, its escapes and the order of its keys", () => {
  const text = '{ "b" : 1.50,\n  "customer_name":"Jos\\u00e9 Garc\\u00eda", "a": [ {"note":"caf\\u00e9"} ] }';
  const made = { id: "1", name: "save", arguments: text, result: null, succeeded: null };
  const turns: Call["turns"] = [{ role: "agent", text: "", toolCalls: [made] }];
  const { call } = createRedactor({ salt }).redactCall({ ...ordered, turns });
  const [turn] = call.turns;
  const written = turn?.role === "agent" ? turn.toolCalls[0]?.arguments : "";
  expect(written?.replace(/"customer_name":"[^"]*"/, "")).toBe(text.replace(/"customer_name":"[^"]*"/, ""));
  expect(written).not.toContain("Jos");
});

function redact(options: Omit<Parameters<typeof createRedactor>[0], "salt">, call = ordered): Call {
  return createRedactor({ salt, ...options }).redactCall(call).call;
}

function saidIn({ turns }: Call): string {
  return turns[1]?.text ?? "";
}

function fieldsOf({ turns }: Call): Record<string, unknown> {
  const last = turns.at(-1);
  return JSON.parse(last?.role === "agent" ? (last.toolCalls[0]?.arguments ?? "{}") : "{}");
}
