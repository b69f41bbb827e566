import { Ajv } from "ajv";
import addFormats from "ajv-formats";
import fc from "fast-check";
import { expect, test } from "vitest";
import { plainRequest, tokenizer } from "../../../test/support/generation-requests.ts";
import { hashDecoder } from "../../../test/support/hash-decoder.ts";
import { randomParameters } from "../../../test/support/random-schemas.ts";
import type { Tool } from "../../domain/tool.ts";
import { UsageError } from "../../lib/errors.ts";
import type { JsonObject } from "../../lib/json.ts";
import { createGenerator } from "./create-generator.ts";
import type { Generation, GenerationDelta, GenerationRequest, ToolChoice } from "./generator.ts";

/** More by hand: LAW_RUNS=5000 npx vitest run src/engine/generate/generate-laws.test.ts */
const runs = Number(process.env["LAW_RUNS"] ?? 150);

const model = fc.record({ seed: fc.nat(), marks: fc.constantFrom(0.1, 0.3, 0.5, 0.8) });
const settings = fc.record({
  toolChoice: fc.constantFrom<ToolChoice>("auto", "none", "required", { name: "first_tool" }),
  parallelToolCalls: fc.boolean(),
  maxTokens: fc.option(fc.integer({ min: 1, max: 120 }), { freq: 3 }),
  temperature: fc.constantFrom(0, 0.7, 1.5),
  topP: fc.constantFrom(1, 0.8),
  seed: fc.option(fc.nat()),
  stop: fc.constantFrom<readonly string[]>([], ["a"], ["the ", "."], [""]),
});

test("whatever the schema and the model, arguments validate, replies end, choices are kept, deltas add up", async () => {
  await fc.assert(
    fc.asyncProperty(
      randomParameters,
      randomParameters,
      model,
      settings,
      async (first, second, hostile, given) => {
        const tools = [tool("first_tool", first), tool("second_tool", second)];
        const deltas: GenerationDelta[] = [];
        const { generator, decoder } = generatorWith(hostile);
        const request = { ...plain, ...given, tools };
        const generation = await answered(generator.generate(request, (delta) => deltas.push(delta)));
        expect(decoder.fed).toBeLessThan(150_000);
        if (generation instanceof UsageError) {
          const insists = given.toolChoice === "required" || typeof given.toolChoice === "object";
          const broken = tools.some((one) => validatorsOf(one.function.parameters ?? {}).length === 0);
          expect([generation.message, insists || broken]).toEqual([generation.message, true]);
          return;
        }
        expectValid(generation, tools);
        expectChoiceKept(generation, request);
        expect(sumOf(deltas)).toEqual(generation.message);
      },
    ),
    { numRuns: runs },
  );
});

function tool(name: string, parameters: JsonObject): Tool {
  return { type: "function", function: { name, parameters } };
}

const plain: GenerationRequest = {
  ...plainRequest,
  messages: [
    { role: "user", content: "A table for 3 on 2026-11-23, my number is 415 555 0101, a@example.com." },
  ],
};

function generatorWith({ seed, marks }: { readonly seed: number; readonly marks: number }) {
  const decoder = hashDecoder({ size: tokenizer.size, seed, marks });
  return { decoder, generator: createGenerator({ name: "hostile", context: 512, tokenizer, decoder }) };
}

async function answered(promise: Promise<Generation>): Promise<Generation | UsageError> {
  try {
    return await promise;
  } catch (error) {
    if (error instanceof UsageError) return error;
    throw error;
  }
}

function expectValid({ message }: Generation, tools: readonly Tool[]): void {
  for (const call of message.tool_calls ?? []) {
    const parameters =
      tools.find((one) => one.function.name === call.function.name)?.function.parameters ?? {};
    for (const validate of validatorsOf(parameters)) {
      const value: unknown = JSON.parse(call.function.arguments);
      expect([call.function.arguments, validate(value), validate.errors]).toEqual([
        call.function.arguments,
        true,
        null,
      ]);
    }
  }
}

/** With and without the `u` flag: a pattern that needs one of them is judged with that. */
function validatorsOf(parameters: JsonObject) {
  for (const unicodeRegExp of [true, false]) {
    try {
      const ajv = addFormats.default(new Ajv({ strict: false, logger: false, unicodeRegExp }));
      return [ajv.compile(parameters)];
    } catch {
      // The next may read it.
    }
  }
  return [];
}

function expectChoiceKept({ message, finishReason }: Generation, request: GenerationRequest): void {
  const names = (message.tool_calls ?? []).map((call) => call.function.name);
  if (request.toolChoice === "none") expect(names).toEqual([]);
  if (!request.parallelToolCalls) expect(names.length).toBeLessThanOrEqual(1);
  if (typeof request.toolChoice === "object") expect(new Set([...names, "first_tool"]).size).toBe(1);
  const insists = request.toolChoice === "required" || typeof request.toolChoice === "object";
  if (insists && finishReason !== "length") expect(names.length).toBeGreaterThan(0);
  if (finishReason === "tool_calls") expect(names.length).toBeGreaterThan(0);
  if (names.length === 0) expect(message.content).not.toBeNull();
  for (const stop of request.stop) if (stop !== "") expect(message.content ?? "").not.toContain(stop);
  expect(new Set(message.tool_calls?.map(({ id }) => id)).size).toBe(names.length);
}

function sumOf(deltas: readonly GenerationDelta[]): Generation["message"] {
  const calls: { id: string; type: "function"; function: { name: string; arguments: string } }[] = [];
  let content: string | null = null;
  for (const delta of deltas) {
    if (delta.kind === "content") content = (content ?? "") + delta.text;
    else if (delta.kind === "tool-call") {
      expect(delta.index).toBe(calls.length);
      calls.push({ id: delta.id, type: "function", function: { name: delta.name, arguments: "" } });
    } else {
      const call = calls[delta.index];
      if (call !== undefined) call.function.arguments += delta.text;
    }
  }
  if (calls.length === 0) return { role: "assistant", content: content ?? "" };
  return { role: "assistant", content, tool_calls: calls };
}
