import { mkdtemp, readdir, readFile, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, expect, test } from "vitest";
import type { Case } from "../../../domain/case.ts";
import type { BatchTerms } from "../../../plugins/providers/batch/batch-api.ts";
import type { ChatTarget } from "../ask/chat-target.ts";
import type { CaseBook } from "../cases/open-cases.ts";
import { placeOf, writeRequests } from "./request-file.ts";

let folder = "";
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), "calltune-requests-"));
});
afterEach(() => rm(folder, { recursive: true }));

test.each([
  ["by their number", { mostRequests: 7, mostBytes: 1e9 }, 15],
  ["by their bytes", { mostRequests: 1e9, mostBytes: 2000 }, 10],
])(
  "requests are shared out %s: each case once, no file beyond what a batch may hold",
  async (_how, limits, leastFiles) => {
    const written = await writeAll({ ...terms, ...limits });
    expect(written.length).toBeGreaterThanOrEqual(leastFiles);
    const ids: string[] = [];
    for (const { order, bytes, places } of written) {
      const text = await readFile(join(folder, `${order}.jsonl`), "utf8");
      const lines = text.trimEnd().split("\n");
      expect([Buffer.byteLength(text), lines.length]).toEqual([bytes, places.length]);
      expect(bytes).toBeLessThanOrEqual(limits.mostBytes);
      expect(places.length).toBeLessThanOrEqual(limits.mostRequests);
      const own = lines.map((line) => JSON.parse(line));
      expect(own.map(({ custom_id }) => placeOf(order, custom_id))).toEqual(places);
      ids.push(...own.map(({ custom_id }) => custom_id));
    }
    expect(written.flatMap(({ places }) => places)).toEqual(Array.from({ length: 100 }, (_, place) => place));
    expect(new Set(ids).size).toBe(100);
  },
);

test("a line says how it is sent in OpenAI's form, and only what is asked in Together's", async () => {
  const way = { method: "POST", url: "/v1/chat/completions" };
  for (const [form, expected] of [
    ["openai", way],
    ["together", {}],
  ] as const) {
    await writeAll({ ...terms, form });
    const [name = ""] = await readdir(folder);
    const [first = ""] = (await readFile(join(folder, name), "utf8")).split("\n");
    const { custom_id, body, ...rest } = JSON.parse(first);
    expect([rest, body]).toEqual([
      expected,
      { model: "m", messages: [{ role: "user", content: "case 0 \u2028" }], temperature: 0, max_tokens: 100 },
    ]);
    expect(custom_id.length).toBeLessThanOrEqual(64);
  }
});

test("only names of the order tell a place", () => {
  expect(["a1-7", "a1-", "a1-x", "b2-7", "a1-7-1"].map((name) => placeOf("a1", name))).toEqual([
    7,
    null,
    null,
    null,
    null,
  ]);
});

async function writeAll(limits: BatchTerms) {
  const target = {
    candidate: { model: "m", temperature: 0, maxTokens: 100 },
    tokenLimit: "max_tokens",
    systemPrompt: null,
    shotsFor: null,
  } as ChatTarget;
  const cases = { read: async (place: number) => questionOf(place) } as CaseBook;
  let orders = 0;
  const newOrder = () => {
    orders += 1;
    return `order${orders}`;
  };
  const places = Array.from({ length: 100 }, (_, place) => place);
  const written = [];
  for await (const each of writeRequests({ target, terms: limits, cases, places, folder, newOrder }))
    written.push(each);
  return written;
}

function questionOf(place: number): Case {
  return {
    id: `case-${place}`,
    callId: "call",
    messages: [{ role: "user", content: `case ${place} \u2028` }],
    tools: [],
  } as unknown as Case;
}

const terms: BatchTerms = {
  form: "openai",
  mostRequests: 50_000,
  mostBytes: 1e8,
  filesAfterwards: "stay",
  discount: { share: 0.5, models: null, readOn: "2026-11-27", source: "a page" },
};
