import { describe, expect, test } from "vitest";
import { exporters } from "../../plugins/exporters/index.ts";
import type { Tokenizer } from "../../plugins/tokenizers/tokenizer.ts";
import { lineChecker } from "./check-lines.ts";

describe("a stretch of lines", () => {
  const check = lineChecker({ exporter: exporters.together, tokenizer: null, contextTokens: null });

  test("is checked line by line, with the number that each has in the file", () => {
    const findings = check(stretch(`${good}\n\n{"messages":[]}\nnonsense\n${good}`, 41));
    expect(findings.faults.map(({ line, rule }) => `${line} ${rule}`)).toEqual([
      "42 blank-line",
      "43 messages",
      "44 not-json",
    ]);
    expect(findings).toMatchObject({ rows: 3, badLines: 2 });
  });

  test("names the lines that aren't UTF-8 and reads the others", () => {
    const latin1 = Buffer.from(good.replace("hello", "caf\xe9"), "latin1");
    const bytes = Buffer.concat([
      Buffer.from(`${good}\n`),
      latin1,
      Buffer.from(`\n${good.replace("hello", "café")}\n`),
    ]);
    const findings = check({ firstLine: 1, bytes, tooLong: false });
    expect(findings.faults.map(({ line, rule }) => `${line} ${rule}`)).toEqual(["2 not-utf8"]);
    expect(findings.rows).toBe(2);
  });

  test("that was too long to be read is told of", () => {
    const findings = check({ firstLine: 9, bytes: new Uint8Array(0), tooLong: true });
    expect(findings.faults).toMatchObject([{ line: 9, rule: "line-too-long" }]);
  });

  test("lists every broken rule of a row", () => {
    const findings = check(stretch('{"messages":[{"content":"x"},{"role":"ai"}],"tools":[],"id":1}'));
    expect(findings.faults.map(({ rule }) => rule)).toEqual([
      "extra-column",
      "tools",
      "missing-role",
      "unknown-role",
    ]);
    expect(findings.badLines).toBe(1);
  });

  test("tells which columns rows have", () => {
    const findings = check(stretch(`${good}\n{"prompt":"x","completion":"y"}`));
    expect([...findings.keySets]).toEqual([
      ["messages", 1],
      ["completion,prompt", 1],
    ]);
  });
});

test("JSON that nests endlessly inside a text is refused and not followed", () => {
  const check = lineChecker({ exporter: exporters.sharegpt, tokenizer: perCharacter, contextTokens: null });
  const deep = '{"a":'.repeat(50_000) + "1" + "}".repeat(50_000);
  const value = `{"name":"book","arguments":${deep}}`;
  const row = {
    conversations: [
      { from: "human", value: "x" },
      { from: "function_call", value },
    ],
  };
  expect(check(stretch(JSON.stringify(row))).faults.at(-1)).toMatchObject({ rule: "too-deep" });
});

describe("tokens", () => {
  const check = lineChecker({ exporter: exporters.together, tokenizer: perCharacter, contextTokens: 20 });

  test("are counted for good rows: the frame, the tools and every message, however often they come", () => {
    const withTools = `{"messages":[{"role":"user","content":"hello"},{"role":"assistant","content":"hi"}],"tools":[{"type":"function","function":{"name":"f"}}]}`;
    const findings = check(stretch(`${good}\n${withTools}\n{"messages":[]}\n${good}`));
    expect(findings.tokens).toEqual([
      [1, 8],
      [2, 18],
      [4, 8],
    ]);
  });

  test("take joins into account", () => {
    const three = good.replace("]}", ',{"role":"user","content":"bye"}]}');
    expect(check(stretch(three)).tokens).toEqual([[1, 10]]);
  });

  test("over the context's length are an error that names the row", () => {
    const long = good.replace("hello", "a long story of a call");
    expect(check(stretch(`${good}\n${long}`)).faults).toEqual([
      {
        line: 2,
        rule: "too-many-tokens",
        severity: "error",
        sentence: "The row has 25 tokens and the model's context holds 20: its end would be cut off.",
      },
    ]);
  });
});

const good = '{"messages":[{"role":"user","content":"hello"},{"role":"assistant","content":"hi"}]}';

function stretch(text: string, firstLine = 1) {
  return { firstLine, bytes: Buffer.from(text), tooLong: false };
}

const perCharacter: Tokenizer = {
  about: "a token a character, 1 around a row and 10 for tools",
  exact: true,
  countText: (text) => text.length,
  countTools: () => 10,
  countMessage: ({ content }) => content?.length ?? 0,
  countFrame: () => 1,
  countJoins: ({ messages }) => (messages.length > 2 ? -1 : 0),
};
