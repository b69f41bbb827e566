import { readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { readBfclLines } from "../../../../test/support/bfcl-data.ts";
import { mutatedReplies } from "../../../../test/support/mutate-bfcl.ts";
import type { BfclEntry } from "../../../domain/case.ts";
import { Case } from "../../../domain/case.ts";
import { ScoringOptions } from "../../../domain/scoring-options.ts";
import { createJudge } from "../judge/judge-reply.ts";
import { bfclFault, type RawToolCall } from "./bfcl-rules.ts";
import { parsePython, writePython } from "./python-value.ts";
import { readBfclCase } from "./read-bfcl-case.ts";

/** What BFCL's own checker said (scripts/bfcl/judge-replies.py), a letter a reply; none of its data. */
const recorded = JSON.parse(readFileSync("test/fixtures/bfcl-verdicts.json", "utf8")) as {
  replies: number;
  verdicts: string;
};

test("agrees with BFCL's own checker on every mutated reply", ({ skip }) => {
  const lines = readBfclLines();
  if (lines === null) return skip("no ../shared/data/bfcl");
  let verdicts = "";
  for (const line of lines) {
    const { id, bfcl } = readBfclCase(line);
    if (bfcl === undefined) throw new Error(`${id} has no entry`);
    for (const reply of mutatedReplies(id, bfcl.possibleAnswer))
      verdicts += bfclFault(bfcl, reply, { dots: "underscores" }) === null ? "p" : "f";
  }
  expect(verdicts.length).toBe(recorded.replies);
  expect(verdicts.length).toBeGreaterThan(5000);
  const disagreements = [...verdicts].filter((verdict, index) => verdict !== recorded.verdicts[index]);
  expect(disagreements).toEqual([]);
});

test("the published cases are cases of ours, and their first accepted values are exact", ({ skip }) => {
  const lines = readBfclLines();
  if (lines === null) return skip("no ../shared/data/bfcl");
  const { judge } = createJudge(ScoringOptions.parse({}));
  const wrong = lines.map(readBfclCase).filter((question) => {
    expect(Case.safeParse(question).success).toBe(true);
    const { expected } = question;
    const made = expected.kind === "reply" ? [] : expected.toolCalls;
    const toolCalls = made.map(({ name, arguments: text }, index) => ({
      id: `${index}`,
      type: "function" as const,
      function: { name, arguments: text },
    }));
    const message = { role: "assistant" as const, content: toolCalls.length === 0 ? "No." : null };
    const answered = toolCalls.length === 0 ? message : { ...message, tool_calls: toolCalls };
    const shared = {
      caseId: question.id,
      candidate: "x",
      outcome: "answered" as const,
      finishReason: "stop" as const,
    };
    return !judge(question, { ...shared, message: answered, usage: null, latency: null }).exact;
  });
  expect(wrong.map(({ id }) => id)).toEqual([]);
});

describe("the quirks of the published rules", () => {
  test.each<[string, string, string, string, string | null]>([
    ["a whole number for a float", "float", "[5.0]", "5", null],
    ["a float for a whole number", "integer", "[5]", "5.0", "type_error:simple"],
    ["a text for a number", "integer", "[5]", '"5"', "type_error:simple"],
    ["true for a number", "integer", "[1]", "true", "type_error:simple"],
    ["dots that don't count", "string", '["john.doe@x.com"]', '"johndoe@x.com"', null],
    ["dashes that don't count", "string", '["2024-1-12"]', '"2024-11-2"', null],
    ["brackets that do", "string", '["415-555-0132"]', '"(415) 555-0132"', "value_error:string"],
    ["marks alone, where it may be left out", "string", '["a", ""]', '" - "', null],
    ["an empty list, where it may be left out", "array", '[["a"], ""]', "[]", null],
    ["a list in another order", "array", '[["a", "b"]]', '["b", "a"]', "value_error:list/tuple"],
    ["another case inside a list", "array", '[["Ab"]]', '["aB"]', null],
    ["another case two lists deep", "array", '[[["Ab"]]]', '[["aB"]]', "value_error:list/tuple"],
    ["a variable, raw", "integer", '["n"]', '"n"', null],
    ["a variable in another case", "integer", '["n"]', '"N"', "value_error:others"],
    ["a dictionary, flat", "dict", '[{"a": [1, 2], "b": ["X", ""]}]', '{"a": 2}', null],
    ["true for 1 in a dictionary", "dict", '[{"a": [1]}]', '{"a": true}', null],
    ["a key too many in a dictionary", "dict", '[{"a": [1]}]', '{"a": 1, "z": 1}', "value_error:dict_key"],
    ["a key missing in a dictionary", "dict", '[{"a": [1]}]', "{}", "value_error:dict_key"],
    [
      "a long id, digit by digit",
      "integer",
      "[12345678901234567890]",
      "12345678901234567891",
      "value_error:others",
    ],
  ])("%s", (_, type, accepted, given, fault) => {
    expect(bfclFault(entry("simple_python", type, [accepted]), [made(given)], { dots: "kept" })).toBe(fault);
  });

  test("parallel calls are taken in order of expectation, and so a fitting pair may fail", () => {
    const calls = [made("1"), made("2")];
    const either = entry("parallel", "integer", ["[1, 2]", "[1]"]);
    expect(bfclFault(either, calls, { dots: "kept" })).toBe(
      "parallel_function_checker_no_order:cannot_find_match",
    );
    const turned = entry("parallel", "integer", ["[1]", "[1, 2]"]);
    expect(bfclFault(turned, calls, { dots: "kept" })).toBeNull();
  });

  test("a call that can't be read is an abstention", () => {
    const none: BfclEntry = { category: "irrelevance", functions: "[]", possibleAnswer: null };
    expect(bfclFault(none, [{ name: "f", arguments: '{"x": ' }], { dots: "kept" })).toBeNull();
    expect(bfclFault(none, [{ name: "f", arguments: "{}" }], { dots: "kept" })).toBe(
      "irrelevance_error:decoder_success",
    );
    expect(bfclFault({ ...none, category: "live_relevance" }, [], { dots: "kept" })).toBe(
      "relevance_error:decoder_failed",
    );
  });
});

describe("Python's JSON", () => {
  test("tells whole numbers from others, in texts too", () => {
    expect(parsePython('{"a": [5, 5.0, 1e2, "5.0 \\"6\\""]}')).toEqual(
      new Map([["a", [5n, 5, 100, '5.0 "6"']]]),
    );
    expect(writePython(parsePython('{"a":[5,5.0,-1.5,"x"]}') ?? null)).toBe('{"a":[5,5.0,-1.5,"x"]}');
  });

  test.each(["", "{", "01", "[1,]", "nul"])("%j is none", (text) => {
    expect(parsePython(text)).toBeUndefined();
  });
});

function entry(category: string, type: string, accepted: readonly string[]): BfclEntry {
  const items = type === "array" ? ', "items": {"type": "string"}' : "";
  const parameters = `{"type": "dict", "properties": {"x": {"type": "${type}"${items}}}, "required": []}`;
  return {
    category,
    functions: `[{"name": "f", "parameters": ${parameters}}]`,
    possibleAnswer: `[${accepted.map((values) => `{"f": {"x": ${values}}}`).join(",")}]`,
  };
}

function made(value: string): RawToolCall {
  return { name: "f", arguments: `{"x": ${value}}` };
}
