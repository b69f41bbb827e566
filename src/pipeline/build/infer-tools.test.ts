import { expect, test } from "vitest";
import type { Call } from "../../domain/call.ts";
import { inferTools } from "./infer-tools.ts";

test("a property has the types seen, and is required when every use had it", () => {
  const seen = inferTools();
  seen.add(call("t", ['{"size":6,"name":"Ann","tags":["a"]}', '{"size":6.5,"name":null}', "{broken"]));
  const [tool] = seen.tools()["t"] ?? [];
  expect(tool?.function.parameters).toEqual({
    type: "object",
    properties: {
      name: { type: ["null", "string"] },
      size: { type: "number" },
      tags: { type: "array", items: { type: "string" } },
    },
    required: ["name", "size"],
  });
});

test("tenants have their own tools, sorted by name; calls without one share theirs", () => {
  const seen = inferTools();
  seen.add(call("b", ["{}"]));
  seen.add(call(null, ["{}"]));
  expect(Object.keys(seen.tools())).toEqual(["*", "b"]);
});

function call(tenant: string | null, args: readonly string[]): Call {
  return {
    id: "c",
    caller: null,
    tenant: tenant === null ? null : { id: tenant, columns: {} },
    startedAt: null,
    endedAt: null,
    status: null,
    outcome: null,
    model: null,
    systemPrompt: null,
    tools: null,
    turns: args.map((text) => ({
      role: "agent",
      text: "",
      toolCalls: [{ id: "1", name: "book", arguments: text, result: "{}", succeeded: true }],
    })),
  };
}
