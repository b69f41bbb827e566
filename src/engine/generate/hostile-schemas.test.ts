import { describe, expect, test } from "vitest";
import { parametersOf, plainRequest, tokenizer } from "../../../test/support/generation-requests.ts";
import { hashDecoder } from "../../../test/support/hash-decoder.ts";
import { UsageError } from "../../lib/errors.ts";
import type { JsonObject } from "../../lib/json.ts";
import { createGenerator } from "./create-generator.ts";
import type { Generation } from "./generator.ts";

describe("hostile schemas end in bounded work", () => {
  const tree = { type: "object", properties: { child: { $ref: "#/$defs/tree" } }, required: ["child"] };
  const choices = Array.from({ length: 5000 }, (_, index) => `choice ${index} of many`);
  const deep = Array.from({ length: 40 }).reduce<JsonObject>(
    (inner) => ({ type: "object", properties: { x: inner }, required: ["x"] }),
    { type: "string" },
  );
  const wide: JsonObject = {
    anyOf: Array.from({ length: 30 }, () => ({
      anyOf: Array.from({ length: 30 }, () => ({
        anyOf: choices.slice(0, 30).map((value) => ({ const: value })),
      })),
    })),
  };
  test.each<[string, JsonObject]>([
    ["an endless tree", { ...parametersOf({ root: { $ref: "#/$defs/tree" } }, ["root"]), $defs: { tree } }],
    [
      "a loop of references",
      {
        ...parametersOf({ x: { $ref: "#/$defs/a" } }),
        $defs: { a: { $ref: "#/$defs/b" }, b: { $ref: "#/$defs/a" } },
      },
    ],
    ["forty objects in each other", parametersOf({ deep }, ["deep"])],
    ["five thousand choices", parametersOf({ choice: { enum: choices } }, ["choice"])],
    ["27,000 alternatives", parametersOf({ wide }, ["wide"])],
    ["contradictions", parametersOf({ x: { type: "string", minLength: 5, maxLength: 4 } }, ["x"])],
    ["a false schema", { type: "object", properties: { x: false }, required: ["x"] }],
    [
      "a required key that is forbidden",
      { type: "object", properties: {}, required: ["y"], additionalProperties: false },
    ],
    ["a huge count", parametersOf({ x: { type: "string", pattern: "^(a{1,900}){900}$" } }, ["x"])],
    [
      "a list that can't be long enough",
      parametersOf({ x: { type: "array", items: { enum: ["a"] }, uniqueItems: true, minItems: 3 } }, ["x"]),
    ],
    [
      "a hundred impossible keys",
      parametersOf(
        Object.fromEntries(
          choices.slice(0, 100).map((key) => [key, { type: "string", pattern: "^(a)\\1b$", maxLength: 2 }]),
        ),
      ),
    ],
  ])("%s", async (_, schema) => {
    for (const toolChoice of ["auto", "required"] as const) {
      const decoder = hashDecoder({ size: tokenizer.size, seed: 5, marks: 0.4 });
      const generator = createGenerator({ name: "hostile", context: 1024, tokenizer, decoder });
      const tools = [{ type: "function" as const, function: { name: "hostile", parameters: schema } }];
      const answer = await generator
        .generate({ ...plainRequest, tools, toolChoice })
        .catch((error: unknown) => error);
      if (!isGeneration(answer)) expect(answer).toBeInstanceOf(UsageError);
      expect(decoder.fed).toBeLessThan(200_000);
    }
  });
});

describe("schemas that break the standard are read as they were meant", () => {
  test.each<[string, JsonObject, unknown]>([
    ["a required property", { type: "string", required: true, enum: ["a"] }, "a"],
    ["draft 4's exclusive bounds", { type: "integer", minimum: 3, maximum: 3, exclusiveMaximum: false }, 3],
    [
      "Python's types",
      { type: "dict", properties: { n: { type: "float", enum: [1.5] } }, required: ["n"] },
      { n: 1.5 },
    ],
    ["nullable without a type", { enum: ["a"], nullable: true }, "a"],
    ["an escape that is none", { type: "string", pattern: "^\\-$" }, "-"],
    ["an empty enum", { type: "string", enum: [], pattern: "^b$" }, "b"],
  ])("%s", async (_, schema, value) => {
    const decoder = hashDecoder({ size: tokenizer.size, seed: 5, marks: 0.4 });
    const generator = createGenerator({ name: "hash", context: 1024, tokenizer, decoder });
    const tools = [
      {
        type: "function" as const,
        function: { name: "save", parameters: parametersOf({ x: schema }, ["x"]) },
      },
    ];
    const { message } = await generator.generate({ ...plainRequest, tools, toolChoice: "required" });
    expect(JSON.parse(message.tool_calls?.[0]?.function.arguments ?? "")).toEqual({ x: value });
  });
});

function isGeneration(answer: unknown): answer is Generation {
  return typeof answer === "object" && answer !== null && "usage" in answer;
}
