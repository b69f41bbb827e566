import fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { Call } from "./call.ts";
import { CallFilter, leftOutBy } from "./call-filter.ts";
import { callLine } from "./call-line.ts";
import { SplitShares, splitOf } from "./split.ts";
import { defaultSystemPrompt, systemPromptOf } from "./system-prompt.ts";
import { ToolsFile, toolsOf, toToolsFile } from "./tool-book.ts";

describe("the split of a caller", () => {
  test("is the same whatever other calls there are, and depends on the seed", () => {
    expect(splitOf("caller 7", "a", shares())).toBe(splitOf("caller 7", "a", shares()));
    const bySeed = ["a", "b", "c", "d", "e", "f", "g", "h", "i"].map((seed) =>
      splitOf("caller 7", seed, shares()),
    );
    expect(new Set(bySeed).size).toBeGreaterThan(1);
  });

  test("follows the shares", () => {
    const counts = { train: 0, validation: 0, test: 0 };
    for (let caller = 0; caller < 20_000; caller += 1)
      counts[splitOf(`caller ${caller}`, "seed", shares())] += 1;
    expect(counts.test / 20_000).toBeCloseTo(0.1, 1);
    expect(counts.validation / 20_000).toBeCloseTo(0.1, 1);
  });

  test("never leaves train when both shares are 0", () => {
    fc.assert(
      fc.property(fc.string(), (caller) => splitOf(caller, "s", { validation: 0, test: 0 }) === "train"),
    );
  });
});

describe("the system prompt", () => {
  test("is the logged one where there is one", () => {
    expect(systemPromptOf(call({ systemPrompt: "As logged." }), defaultSystemPrompt)).toBe("As logged.");
  });

  test("is filled from the tenant and the day of the call", () => {
    const tenant = {
      id: "t",
      columns: {
        agent_name: "Mia",
        business_name: "Tony's",
        industry: "pizza",
        agent_personality: { tone: "warm" },
      },
    };
    const prompt = systemPromptOf(call({ tenant, startedAt: "2026-03-04T10:00:00Z" }), defaultSystemPrompt);
    expect(prompt).toContain("You are Mia, the phone agent of Tony's.");
    expect(prompt).toContain("Your tone is warm.");
    expect(prompt).toContain("Today is Wednesday, 2026-03-04.");
  });

  test("leaves out lines whose values are missing, and never shows a placeholder", () => {
    const prompt = systemPromptOf(call({}), defaultSystemPrompt);
    expect(prompt).toBe(
      "Use the tools for facts and actions. Ask for what is missing; never invent a value.",
    );
  });
});

describe("the filter", () => {
  test.each([
    [{}, {}, null],
    [{ status: "failed" }, {}, "status"],
    [{ status: null }, {}, null],
    [{ status: "failed" }, { statuses: [] }, null],
    [{ startedAt: "2026-01-01T00:00:00Z" }, { since: "2026-01-02T00:00:00Z" }, "time_window"],
    [{ startedAt: "2026-01-02T00:00:00Z" }, { since: "2026-01-02T00:00:00Z" }, null],
    [{ startedAt: "2026-01-02T00:00:00Z" }, { until: "2026-01-02T00:00:00Z" }, "time_window"],
    [{ startedAt: null }, { since: "2026-01-02T00:00:00Z" }, "time_window"],
    [{ tenant: null }, { tenants: ["a"] }, "tenant"],
    [{}, { minTurns: 2 }, "too_short"],
  ])("of a call with %j and a filter of %j gives %j", (fields, filter, expected) => {
    expect(leftOutBy(call(fields), CallFilter.parse(filter))).toBe(expected);
  });
});

test.each<[string, unknown]>([
  ["OpenAI's tools", [{ type: "function", function: { name: "book" } }]],
  ["bare functions", [{ name: "book", parameters: { type: "object" } }]],
  ["flat tools", [{ type: "function", name: "book", parameters: { type: "object" } }]],
  ["tools with an input schema", [{ name: "book", input_schema: { type: "object" } }]],
  ["a request body", { model: "m", tools: [{ name: "book" }] }],
])("a tools file may hold %s", (_, content) => {
  expect(ToolsFile.parse(toToolsFile(content))).toMatchObject([
    { type: "function", function: { name: "book" } },
  ]);
});

test("a tools file may hold tools by tenant, and nothing that is no tool", () => {
  expect(ToolsFile.parse(toToolsFile({ t: [{ name: "book" }] }))).toHaveProperty("t");
  for (const content of [[], "book", [{ function: "book" }], { t: {} }, [{ parameters: {} }]])
    expect(ToolsFile.safeParse(toToolsFile(content)).success && content).toBe(false);
});

test("a call's own tools come before the file's, and those before inferred ones", () => {
  const tool = (name: string) => ({ type: "function" as const, function: { name } });
  const book = { file: { t: [tool("file")] }, inferred: { "*": [tool("inferred")] } };
  const tenant = { id: "t", columns: {} };
  expect(toolsOf(call({ tenant, tools: [tool("own")] }), book).origin).toBe("call");
  expect(toolsOf(call({ tenant }), book).origin).toBe("file");
  expect(toolsOf(call({ tenant: { id: "u", columns: {} } }), book).origin).toBe("inferred");
  expect(toolsOf(call({}), { file: null, inferred: null }).origin).toBe("none");
});

test("a call's line begins with its id, on which continued pulls rely", () => {
  expect(callLine(call({ id: 'a"b' }))).toMatch(/^\{"id":"a\\"b",/);
});

function shares(): SplitShares {
  return SplitShares.parse({});
}

function call(fields: Partial<Call>): Call {
  return {
    turns: [{ role: "caller", text: "hello" }],
    id: "c",
    caller: null,
    tenant: null,
    startedAt: null,
    endedAt: null,
    status: "completed",
    outcome: null,
    model: null,
    systemPrompt: null,
    tools: null,
    ...fields,
  };
}
