import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { RedactionSettings } from "../../domain/redaction-settings.ts";
import { redactFile } from "./redact-file.ts";

let folder = "";
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "calltune-redact-"));
});
afterAll(() => rm(folder, { recursive: true }));

const filler = "and the weather is nice today as it was the day before ".repeat(150);
const saying = (content: string, beside: object) => ({ messages: [{ role: "user", content }], ...beside });
const booking = { id: "a", function: { name: "book", arguments: '{"customer_name": "Sarah Okonkwo"}' } };

test("rows of one call that stand together know each other's values, however many characters they have", async () => {
  const call = { call_id: "a" };
  const others = Array.from({ length: 30 }, (_, index) => saying(filler, { call_id: `call ${index}` }));
  const rows = [
    ...others,
    saying("put it under okonkwo again", call),
    ...Array.from({ length: 50 }, () => saying(filler, call)),
    { messages: [{ role: "assistant", content: null, tool_calls: [booking] }], ...call },
    saying("ask for okonkwo road", { call_id: "b" }),
  ];
  const { text, batches } = await redacted(rows);
  expect(batches).toBeGreaterThan(1);
  expect(text.match(/okonkwo/gi)).toHaveLength(1);
  expect(text.trim().split("\n")).toHaveLength(rows.length);
});

test("a row that can't be read or followed is named, and its neighbours are written in their order", async () => {
  const deep = true;
  const rows = [
    saying("one", { call_id: "a" }),
    { call_id: "a" },
    saying("two", { call_id: "a", deep }),
    saying("three", { call_id: "b" }),
  ];
  const { text, lines } = await redacted(rows);
  expect(lines).toEqual([2, 3]);
  expect(
    text
      .trim()
      .split("\n")
      .map((line) => JSON.parse(line).messages[0].content),
  ).toEqual(["one", "three"]);
});

async function redacted(rows: readonly object[]) {
  const file = join(folder, "rows.jsonl");
  await writeFile(file, rows.map((row) => `${textOf(row)}\n`).join(""));
  let [text, batches] = ["", 0];
  const lines: number[] = [];
  await redactFile({
    file,
    settings: RedactionSettings.parse({}),
    salt: "a salt for tests only",
    threads: 1,
    signal: new AbortController().signal,
    write: async (part) => {
      text += part;
      batches += 1;
      return true;
    },
    onProblem: ({ line }) => lines.push(line),
    onProgress: () => {},
  });
  return { text, batches, lines };
}

/** What is nested too deep can't be written by JSON.stringify. */
function textOf({ deep, ...row }: { deep?: unknown }): string {
  const text = JSON.stringify(row);
  if (deep === undefined) return text;
  return `${text.slice(0, -1)},"deep":${"[".repeat(50_000)}${"]".repeat(50_000)}}`;
}
