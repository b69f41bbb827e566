import { spawnSync } from "node:child_process";
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { gzipSync } from "node:zlib";
import { afterAll, expect, test } from "vitest";
import { readAll } from "../../../test/support/read-source.ts";
import { DataError, UsageError } from "../../lib/errors.ts";
import { jsonl } from "./jsonl-files.ts";

const folder = mkdtempSync(join(tmpdir(), "calltune-jsonl-"));
afterAll(() => rmSync(folder, { recursive: true }));

test("every line is a record or a problem, by its number in the file", async () => {
  const bytes = Buffer.concat([
    Buffer.from('\ufeff{"a":1}\r\n\n{"a":\n  \t\n"'),
    Buffer.from([0xff]),
    Buffer.from('"\n[2]'),
  ]);
  const given = await readAll(await open([write("mixed.jsonl", bytes)]));
  expect(given.map((raw) => ("record" in raw ? raw.record : raw.problem.reason))).toEqual([
    { a: 1 },
    "not_json",
    "not_utf8",
    [2],
  ]);
  expect(given.map(({ place }) => place)).toEqual([1, 3, 5, 6].map((line) => `mixed.jsonl:${line}`));
});

test("a problem names its place and nothing of the line", async () => {
  const [raw] = await readAll(await open([write("secret.jsonl", Buffer.from("my number is 555"))]));
  expect(raw).toEqual({
    place: "secret.jsonl:1",
    position: ["000000000001", "000000000001"],
    problem: { place: "secret.jsonl:1", scope: "call", reason: "not_json" },
  });
});

test("files keep the order they were given in, folders that of their names, and packed ones are unpacked", async () => {
  mkdirSync(join(folder, "logs"));
  write("logs/b.jsonl.gz", gzipSync('"b1"\n"b2"\n'));
  write("logs/a.jsonl", Buffer.from('"a1"'));
  write("logs/notes.txt", Buffer.from("not a call"));
  const last = write("first.jsonl", Buffer.from('"z"\n'));
  const source = await open([last, join(folder, "logs")]);
  const given = await readAll(source);
  expect(given.map((raw) => "record" in raw && raw.record)).toEqual(["z", "a1", "b1", "b2"]);
  for (const [index, { position }] of given.entries()) {
    expect(await readAll(source, { after: position })).toEqual(given.slice(index + 1));
  }
});

test("a position that another source made is passed over", async () => {
  const source = await open([write("one.jsonl", Buffer.from("1\n2\n"))]);
  expect(await readAll(source, { after: ["2026-01-01T00:00:00.000Z", ""] })).toHaveLength(2);
});

test("a big file comes in batches of at most a thousand", async () => {
  const source = await open([write("big.jsonl", Buffer.from("1\n".repeat(2500)))]);
  expect(await readAll(source, { limit: 1500 })).toHaveLength(1500);
  expect(await readAll(source)).toHaveLength(2500);
});

test.each([
  ["a missing file", "none.jsonl", /no file or folder none\.jsonl/],
  ["a folder without calls", "empty", /holds no \.jsonl/],
])("%s is the user's to mend", async (_, name, words) => {
  mkdirSync(join(folder, "empty"), { recursive: true });
  const source = await open([join(folder, name)]);
  await expect(readAll(source)).rejects.toThrow(UsageError);
  await expect(readAll(source)).rejects.toThrow(words);
});

test.each([
  ["an array", '[\n  {"a": 1},\n  {"a": 2}\n]\n', "jq -c '.[]' whole.json > calls.jsonl"],
  ["an array on lines of calls", '\n[{"a": 1},\n{"a": 2}]', "jq -c '.[]' whole.json > calls.jsonl"],
  ["an array on one line", '[{"a":1},{"a":2}]', "jq -c '.[]' whole.json > calls.jsonl"],
  ["an object over several lines", '{\n  "a": 1\n}\n', "jq -c . whole.json > calls.jsonl"],
])("%s is not JSON Lines, and the error says how to make them", async (_, text, recipe) => {
  const source = await open([write("whole.json", Buffer.from(text))]);
  await expect(readAll(source)).rejects.toThrow(DataError);
  await expect(readAll(source)).rejects.toThrow(recipe);
});

test.each([['[{"role":"user"}]'], ['[{"a":1}]\n[{"a":2}]'], ['{"a":\n{"a":1}'], ["[]"]])(
  "%j may be JSON Lines",
  async (text) => {
    const given = await readAll(await open([write("lines.jsonl", Buffer.from(text))]));
    expect(given.length).toBeGreaterThan(0);
  },
);

test("a line that looks like the beginning of an array is a bad line where reading goes on", async () => {
  const source = await open([write("more.jsonl", Buffer.from('{"a":1}\n[\n'))]);
  const [first] = await readAll(source);
  expect(await readAll(source, { after: first?.position ?? null })).toMatchObject([
    { problem: { reason: "not_json" } },
  ]);
});

test("standard input is read to its end, packed or not", () => {
  for (const input of [Buffer.from('{"a":1}\nnope\n'), gzipSync('{"a":1}\nnope\n')]) {
    const { stdout, stderr } = spawnSync(process.execPath, ["--import", "tsx", "-e", stdinProgram()], {
      input,
    });
    expect(stderr.toString()).toBe("");
    expect(JSON.parse(stdout.toString())).toEqual(["stdin:1", "stdin:2"]);
  }
});

function stdinProgram(): string {
  const module = JSON.stringify(fileURLToPath(new URL("./jsonl-files.ts", import.meta.url)));
  return `import(${module}).then(async ({ jsonl }) => {
    const source = await jsonl.open({ files: ["-"] });
    const places = [];
    const request = { selection: null, filter: {}, after: null, limit: null, signal: new AbortController().signal };
    for await (const batch of source.read(request)) places.push(...batch.map(({ place }) => place));
    process.stdout.write(JSON.stringify(places));
  })`;
}

function open(files: string[]) {
  return jsonl.open({ files });
}

function write(name: string, bytes: Buffer): string {
  const file = join(folder, name);
  writeFileSync(file, bytes);
  return file;
}
