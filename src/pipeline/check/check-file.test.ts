import { execFileSync } from "node:child_process";
import { chmodSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { gzipSync } from "node:zlib";
import { afterAll, describe, expect, test } from "vitest";
import { InterruptedError, UsageError } from "../../lib/errors.ts";
import type { JsonObject } from "../../lib/json.ts";
import { type CheckRequest, checkFile } from "./check-file.ts";
import type { CheckReport } from "./report.ts";

const folder = mkdtempSync(join(tmpdir(), "calltune-check-"));
const file = join(folder, "rows.jsonl");
afterAll(() => rmSync(folder, { recursive: true }));

const row = '{"messages":[{"role":"user","content":"hello"},{"role":"assistant","content":"hi"}]}';

describe("a good file", () => {
  test("passes, with its size and rows", async () => {
    const text = `${row}\n`.repeat(12);
    const report = await check(text, { exporter: "openai" });
    expect(report).toMatchObject({
      passed: true,
      rows: 12,
      bytes: text.length,
      badLines: 0,
      faults: [],
      guess: null,
    });
  });

  test("needs no line end at its end", async () => {
    expect(await check(`${row}\n${row}`)).toMatchObject({ passed: true, rows: 2 });
  });

  test("passes with warnings", async () => {
    const report = await check(`${row}\r\n\r\n${row}\r\n`);
    expect(report.passed).toBe(true);
    expect(report.counts.map(({ rule, count }) => [rule, count])).toEqual([
      ["carriage-return", 3],
      ["blank-line", 1],
    ]);
  });

  test("has its tokens summed up, longest rows first", async () => {
    const long = row.replace("hello", "please book a table for four people tomorrow at seven");
    const { tokens } = await check(`${row}\n${long}\n${row}\n`, { tokenizer: "estimate" });
    expect(tokens).toMatchObject({ exact: false, rows: 3, longest: [{ line: 2 }, { line: 1 }, { line: 3 }] });
    expect(tokens?.total).toBe(tokens?.longest.reduce((sum, each) => sum + each.tokens, 0));
  });

  test("fails where rows are longer than the model's context", async () => {
    const report = await check(`${row}\n`, { tokenizer: "estimate", contextTokens: 3 });
    expect(report.faults).toMatchObject([{ line: 1, rule: "too-many-tokens" }]);
    expect(report.passed).toBe(false);
  });

  test("gives the same report from threads as from none", async () => {
    const bad = '{"messages":[{"role":"user"}]}';
    const long = row.replace("hello", "hello ".repeat(500));
    const text = `${`${long}\n`.repeat(1500)}${bad}\n`.repeat(2);
    const alone = await check(text, { tokenizer: "estimate" });
    expect(alone.faults.map(({ line }) => line)).toEqual([1501, 1501, 3002, 3002]);
    expect(await check(text, { tokenizer: "estimate", threads: 2 })).toEqual(alone);
  }, 300_000);
});

describe("a bad file", () => {
  test.each<readonly [string, string | Buffer, string]>([
    ["an empty file", "", "empty-file"],
    ["gzip", gzipSync(row), "gzip"],
    ["Parquet", "PAR1....", "not-json-lines"],
    ["UTF-16", Buffer.from(`\ufeff${row}`, "utf16le"), "not-utf8"],
    ["UTF-16 without a mark", Buffer.from(row, "utf16le"), "not-utf8"],
    ["lines that end with CR", `${row}\r`.repeat(3), "not-json"],
    ["a zip archive", "PK\x03\x04....", "not-json-lines"],
    ["blank lines alone", "\n\n", "too-few-rows"],
    ["a byte order mark", `\ufeff${row}\n`, "byte-order-mark"],
    ["Latin-1", Buffer.from(row.replace("hello", "caf\xe9"), "latin1"), "not-utf8"],
    ["a pretty-printed array", JSON.stringify([JSON.parse(row)], null, 2), "not-json"],
    ["an array in one line", `[${row}]`, "not-an-object"],
  ])("with %s fails by its rule", async (_, text, rule) => {
    const report = await check(text);
    expect(report.passed).toBe(false);
    expect(report.counts.map((count) => count.rule)).toContain(rule);
  });

  test("lists every error with its line", async () => {
    const report = await check(`${row}\n{"messages":[]}\n${row}\nnonsense\n`, { exporter: "openai" });
    expect(report.faults.map(({ line, rule }) => [line, rule])).toEqual([
      [2, "messages"],
      [4, "not-json"],
      [null, "too-few-rows"],
    ]);
    expect(report).toMatchObject({ rows: 3, badLines: 2 });
  });

  test("counts all errors where there are too many to list", async () => {
    const report = await check("nonsense\n".repeat(25_000));
    expect(report.counts).toContainEqual({ rule: "not-json", severity: "error", count: 25_000, listed: 20 });
  });

  test("says where a field of the arguments first had which type", async () => {
    const report = await check(`${calls(4)}\n${calls("four")}\n${calls(null)}\n`, { exporter: "hf" });
    expect(report.faults).toEqual([
      {
        line: null,
        rule: "mixed-types",
        severity: "warning",
        sentence:
          "arguments.people has 2 types: number (first in line 1), text (first in line 2). Readers that infer a schema (datasets, pyarrow) refuse that.",
      },
    ]);
  });

  test.each([
    [
      "together",
      '{"conversations":[{"from":"human","value":"hi"},{"from":"gpt","value":"hello"}]}',
      "sharegpt",
    ],
    ["together", calls(4), "hf"],
    ["hf", calls('{"people":4}', (text) => text), "together"],
    ["together", `{"parallel_tool_calls":false,${row.slice(1)}`, "openai"],
    ["together", '{"text":"hello"}', null],
  ] as const)("checked as %s gets a guess at its dialect", async (exporter, text, guess) => {
    expect((await check(`${text}\n`.repeat(10), { exporter })).guess).toBe(guess);
  });
});

describe("a file that isn't there to be read", () => {
  test.each([
    [join(folder, "missing.jsonl"), "there is no such file"],
    [folder, "is a folder"],
  ])("is a wrong command line, not wrong data: %#", async (path, sentence) => {
    await expect(checkFile(request(path))).rejects.toThrow(UsageError);
    await expect(checkFile(request(path))).rejects.toThrow(sentence);
  });

  test.skipIf(process.getuid?.() === 0)("because of its permissions is one too (not as root)", async () => {
    writeFileSync(file, row);
    chmodSync(file, 0o000);
    await expect(checkFile(request(file))).rejects.toThrow(UsageError);
    chmodSync(file, 0o600);
  });
});

test.skipIf(process.platform === "win32")("a pipe is read as a file is, once", async () => {
  const pipe = join(folder, "pipe");
  execFileSync("mkfifo", [pipe]);
  const text = `${row}\n`.repeat(20_000);
  const [report] = await Promise.all([checkFile(request(pipe)), writeFile(pipe, `${text}nonsense\n`)]);
  expect(report).toMatchObject({ rows: 20_000, bytes: text.length + 9, badLines: 1 });
  expect(report.faults).toMatchObject([{ line: 20_001, rule: "not-json" }]);
});

test("progress ends at the file's size", async () => {
  const text = `${row}\n`.repeat(30_000);
  const seen: number[] = [];
  await check(text, { onProgress: ({ bytes, totalBytes }) => seen.push(bytes / (totalBytes ?? 0)) });
  expect(seen.length).toBeGreaterThan(1);
  expect(seen.at(-1)).toBe(1);
});

test("a signal ends the check", async () => {
  const stop = new AbortController();
  const going = check(`${row}\n`.repeat(60_000), { signal: stop.signal, onProgress: () => stop.abort() });
  await expect(going).rejects.toThrow(InterruptedError);
});

function check(text: string | Buffer, change: Partial<CheckRequest> = {}): Promise<CheckReport> {
  writeFileSync(file, text);
  return checkFile({ ...request(file), ...change });
}

function request(path: string): CheckRequest {
  return {
    file: path,
    exporter: "together",
    tokenizer: null,
    contextTokens: null,
    signal: new AbortController().signal,
    onProgress: () => {},
  };
}

/** A row whose tool call has one argument. */
function calls(people: unknown, write: (value: unknown) => unknown = (value) => ({ people: value })): string {
  const used = { id: "a", type: "function", function: { name: "book", arguments: write(people) } };
  const messages: JsonObject[] = [{ role: "user", content: "a table" }];
  return JSON.stringify({
    messages: [...messages, { role: "assistant", content: "", tool_calls: [used] }],
    tools: [{ type: "function", function: { name: "book", parameters: { type: "object" } } }],
  });
}
