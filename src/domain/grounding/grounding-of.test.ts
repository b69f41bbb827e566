import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { cpuSeconds } from "../../../test/support/cpu-seconds.ts";
import { agent, caller, callOf, use } from "../../../test/support/label-calls.ts";
import type { JsonObject } from "../../lib/json.ts";
import type { Turn } from "../call.ts";
import { evidenceOf } from "./evidence.ts";
import { groundingOf } from "./grounding-of.ts";

describe("a value that the caller said", () => {
  test.each<[string, JsonObject, string]>([
    ["My name is John Smith", { name: "John Smith" }, "user_literal"],
    ["we're six", { party_size: 6 }, "user_normalised"],
    ["at half past seven in the evening", { time: "19:30" }, "user_normalised"],
    ["at seven", { time: "19:00" }, "user_normalised"],
    ["tomorrow at noon", { at: "2026-03-03T12:00:00Z" }, "user_normalised"],
    ["next Friday", { date: "2026-03-13" }, "user_normalised"],
    ["the twelfth of March", { date: "2026-03-12" }, "user_normalised"],
    ["oh seven oh four nineteen forty one", { date_of_birth: "1941-07-04" }, "user_normalised"],
    ["double five five, oh one two, three four five six", { phone: "+1 (555) 012-3456" }, "user_normalised"],
    ["818 447 9365. 4242 4245 8289 6702", { phone: "+18184479365" }, "user_normalised"],
    ["it's one two eight, then two one", { invoice: "12821" }, "user_normalised"],
    ["S-M-Y-T-H", { name: "Smyth" }, "user_normalised"],
    ["j dot smith at gmail dot com", { email: "j.smith@gmail.com" }, "user_normalised"],
    ["j smith at gmail dot com", { email: "jsmith@gmail.com" }, "user_normalised"],
    ["one twenty three main street", { address: "123 Main St" }, "user_normalised"],
    ["5083 North Pearl Drive, unit 9", { address: "5083 N Pearl Dr, Apt 9" }, "user_normalised"],
    ["oh eight oh one two thousand four", { date_of_birth: "2004-08-01" }, "user_normalised"],
    ["jan dash seven at hotmail dot com", { email: "jan-7@hotmail.com" }, "user_normalised"],
    ["eight hundred five five five oh one three two", { phone: "+1 800 555-0132" }, "user_normalised"],
    ["twelve dollars fifty", { amount: 12.5 }, "user_normalised"],
    ["two adults and two kids", { people: 4 }, "user_normalised"],
    ["on Thursdsay", { day: "Thursday" }, "user_normalised"],
    ["a deep cleaning please", { service: "deep_cleaning" }, "user_literal"],
    ["reg is lima x ray seven zero hotel golf delta", { plate: "LX70 HGD" }, "user_normalised"],
    ["the fifty gig plan", { plan: "50GB" }, "user_normalised"],
    ["sixty quid", { amount: "60 GBP" }, "user_normalised"],
    ["flying to NYC", { city: "New York" }, "user_normalised"],
    ["flying to L A", { city: "Los Angeles" }, "user_normalised"],
    ["somewhere in San Fran", { city: "San Francisco" }, "user_normalised"],
    ["a flight to Vegas", { city: "Las Vegas" }, "user_normalised"],
    ["make it decaf", { query: "decaffeinated" }, "user_normalised"],
    ["last saturday", { date: "2026-02-28" }, "user_normalised"],
    ["the last day of march", { date: "2026-03-31" }, "user_normalised"],
    ["at the end of the month", { date: "2026-03-31" }, "user_normalised"],
    ["on christmas eve", { date: "2026-12-24" }, "user_normalised"],
    ["we're on the third floor", { floor: 3 }, "user_normalised"],
    ["my sink is leaking under the cabinet", { notes: "Sink leaks under cabinet" }, "user_normalised"],
  ])("%s gives %j", (said, given, grounding) => {
    expect(groundings([caller(said)], given)).toEqual([grounding]);
  });
});

test.each<[string, JsonObject]>([
  ["we're six", { party_size: 5 }],
  ["at seven pm", { time: "07:00" }],
  ["tomorrow", { date: "2026-03-09" }],
  ["my name is John", { name: "Mary" }],
  ["555 010 1234", { phone: "+15550101243" }],
  ["the 13th of March", { party_size: 13 }],
  ["five five five oh one two three four", { quantity: 5 }],
  ["hello", { notes: "wants a window seat" }],
])("%s doesn't give %j", (said, given) => {
  expect(groundings([caller(said)], given)).toEqual(["none"]);
});

describe("a value that somebody else gave", () => {
  test("a tool that returned it is its witness", () => {
    const turns = [caller("a latte"), agent("", use("find", {}, { items: [{ id: "latte-8824" }] }))];
    expect(groundings(turns, { item: "latte-8824" })).toEqual(["tool_result"]);
  });

  test("the agent's own words count once the caller let them stand", () => {
    const offer = agent("How about the Golden Dragon?");
    expect(groundings([caller("hi"), offer, caller("sounds good")], { place: "Golden Dragon" })).toEqual([
      "agent_said",
    ]);
    expect(
      groundings([caller("hi"), offer, caller("no, I said something else")], { place: "Golden Dragon" }),
    ).toEqual(["none"]);
    expect(groundings([caller("hi"), offer], { place: "Golden Dragon" })).toEqual(["none"]);
  });

  test("the prompt and the tenant's columns are known from the start", () => {
    const over = {
      systemPrompt: "You are Ada of Bella Napoli.",
      tenant: { id: "t", columns: { city: "Springfield" } },
    };
    expect(groundings([caller("hi")], { shop: "Bella Napoli", city: "Springfield" }, over)).toEqual([
      "system_prompt",
      "system_prompt",
    ]);
  });

  test("what is said later is not known before", () => {
    const evidence = evidenceOf(callOf([caller("hi"), agent("yes?"), caller("for six")]));
    expect(groundingOf({ party_size: 6 }, undefined, evidence, 2)[0]?.grounding).toBe("none");
    expect(groundingOf({ party_size: 6 }, undefined, evidence, 3)[0]?.grounding).toBe("user_normalised");
  });
});

test.each<[string, JsonObject]>([
  ["my name is Peter", { name: "Peter Peterson" }],
  ["we need to go", { city: "Winona North" }],
  ["so next friday", { name: "Sam Olsen" }],
  ["last friday", { date: "2026-03-06" }],
  ["the name's Le", { name: "La" }],
])("%s is no witness of %j", (said, given) => {
  expect(groundings([caller(said)], given)).toEqual(["none"]);
});

test("a description that lists the value gives it, one that shows an example doesn't", () => {
  const listed = described("Priority: low, normal or high");
  const shown = described("Full name, e.g. John Smith");
  expect(groundings([caller("hi")], { field: "normal" }, {}, listed)).toEqual(["inferred"]);
  expect(groundings([caller("hi")], { field: "John Smith" }, {}, shown)).toEqual(["none"]);
  expect(groundings([caller("hi")], { field: "urgent" }, {}, listed)).toEqual(["none"]);
});

describe("a value that needs no witness", () => {
  const schema = {
    type: "object",
    properties: {
      size: { enum: ["small", "large"] },
      kind: { $ref: "#/$defs/kind" },
      lang: { type: "string", default: "en" },
      rows: { type: "array", items: { anyOf: [{ const: "x" }, { type: "object" }] } },
    },
    $defs: { kind: { const: "table" } },
  };

  test.each<[JsonObject]>([
    [{ size: "large" }],
    [{ kind: "table" }],
    [{ lang: "en" }],
    [{ rows: ["x"] }],
    [{ urgent: true }],
    [{ note: null }],
    [{ note: "" }],
    [{ quantity: 1 }],
    [{ numberOfChildren: 0 }],
  ])("%j is inferred", (given) => {
    expect(groundings([caller("hi")], given, {}, schema)).toEqual(["inferred"]);
  });

  test("another value than the default, and a one that counts nothing, need one", () => {
    expect(groundings([caller("hi")], { lang: "fr", code: 1 }, {}, schema)).toEqual(["none", "none"]);
  });
});

test("whatever word a caller says is grounded, and grounding never throws", () => {
  fc.assert(
    fc.property(fc.string({ unit: "grapheme", maxLength: 80 }), (text) => {
      expect(groundings([caller(text)], { value: text })).not.toContain("none");
    }),
  );
});

test("a turn of two megabytes is indexed in a moment", () => {
  const long = caller("seven, or was it five five five oh one two, on Friday. ".repeat(40_000));
  const ground = () => groundings([long], { phone: "+15550101243", name: "Nobody", time: "03:33" });
  expect(cpuSeconds(ground)).toBeLessThan(120);
}, 600_000);

function groundings(
  turns: readonly Turn[],
  given: JsonObject,
  over: object = {},
  schema?: JsonObject,
): string[] {
  const evidence = evidenceOf(callOf(turns, over));
  return groundingOf(given, schema, evidence, turns.length).map(({ grounding }) => grounding);
}

function described(description: string): JsonObject {
  return { type: "object", properties: { field: { type: "string", description } } };
}
