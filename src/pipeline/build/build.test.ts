import { appendFile, mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { sampleBuildOrder } from "../../../test/support/sample-build-order.ts";
import { callLine } from "../../domain/call-line.ts";
import type { Manifest } from "../../domain/manifest.ts";
import { splits } from "../../domain/split.ts";
import { DataError, InterruptedError, UsageError } from "../../lib/errors.ts";
import { callFormats } from "../../plugins/call-formats/index.ts";
import { type ExporterName, exporters } from "../../plugins/exporters/index.ts";
import { sampleTenants, simulateCalls } from "../../samples/index.ts";
import { openWorkspace, type Workspace } from "../../workspace/workspace.ts";
import { build } from "./build.ts";

let folder = "";
let workspace: Workspace;
let manifest: Manifest;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "calltune-build-"));
  workspace = await workspaceOf("main", 400);
  manifest = await build(sampleBuildOrder(workspace, {}));
});
afterAll(() => rm(folder, { recursive: true }));

describe("a build", () => {
  test("accounts for every decision: decisions = examples + rejected", () => {
    const { counts } = manifest;
    const rejected = Object.values(counts.rejected).reduce((sum, count) => sum + count, 0);
    expect(counts.decisions).toBe(counts.examples + rejected);
    expect(counts.examples).toBeGreaterThan(200);
  });

  test("writes one line per example and per rejected decision, as the manifest says", async () => {
    for (const split of splits) {
      expect(await linesOf(workspace.dataset[split])).toHaveLength(manifest.examplesPerSplit[split]);
    }
    const rejected = await linesOf(workspace.dataset.rejected);
    expect(rejected).toHaveLength(manifest.counts.decisions - manifest.counts.examples);
    expect(await linesOf(workspace.dataset.examples)).toHaveLength(manifest.counts.examples);
  });

  test("never lets a caller stand in two splits", async () => {
    const splitsOfCaller = new Map<string, Set<string>>();
    for (const { caller, call, split } of await entriesOf(workspace)) {
      const key = caller ?? call;
      splitsOfCaller.set(key, (splitsOfCaller.get(key) ?? new Set()).add(split));
    }
    expect([...splitsOfCaller.values()].filter((ofCaller) => ofCaller.size > 1)).toEqual([]);
  });

  test("ends each row with the assistant message to be learnt, with the tools of its call", async () => {
    for (const row of (await linesOf(workspace.dataset.train)).map((line) => JSON.parse(line))) {
      expect(row.messages.at(-1).role).toBe("assistant");
      expect(row.messages[0].role).toBe("system");
      expect(row.tools.length).toBeGreaterThan(2);
    }
  });

  test("gives the same bytes again, on one thread or on two", async () => {
    const [again, shared] = [await workspaceOf("again", 200), await workspaceOf("shared", 200)];
    for (const made of [again, shared]) await appendFile(made.calls, longCall());
    const one = await build(sampleBuildOrder(again, {}));
    const two = await build(sampleBuildOrder(shared, {}, { threads: 2 }));
    expect(two.hash).toBe(one.hash);
    for (const file of [
      "train",
      "validation",
      "test",
      "trainingData",
      "examples",
      "rejected",
      "manifest",
    ] as const) {
      expect(await readFile(shared.dataset[file], "utf8")).toBe(await readFile(again.dataset[file], "utf8"));
    }
  });

  test("leaves callers in their split when new calls come", async () => {
    const more = await workspaceOf("more", 800);
    await build(sampleBuildOrder(more, {}));
    const later = new Map((await entriesOf(more)).map(({ caller, call, split }) => [caller ?? call, split]));
    for (const { caller, call, split } of await entriesOf(workspace)) {
      expect(later.get(caller ?? call) ?? split).toBe(split);
    }
  });
});

describe("its options", () => {
  test("a rule that is switched off rejects nothing", async () => {
    const built = await build(
      sampleBuildOrder(await workspaceOf("rules", 200), { rules: { interrupted: false, ungrounded: false } }),
    );
    expect(built.counts.rejected).not.toHaveProperty("interrupted");
    expect(built.counts.rejected).not.toHaveProperty("ungrounded");
  });

  test("a rule that doesn't exist is an error that lists those that do", async () => {
    const other = await workspaceOf("unknown-rule", 5);
    await expect(build(sampleBuildOrder(other, { rules: { interruptd: false } }))).rejects.toThrow(
      /interrupted/,
    );
  });

  test("one row per call weighs only what may be learnt, and accounts for every decision too", async () => {
    const byCall = await workspaceOf("by-call", 200);
    const built = await build(sampleBuildOrder(byCall, { rows: "call" }));
    const rows = (await linesOf(byCall.dataset.train)).map((line) => JSON.parse(line));
    const weights = rows.flatMap(({ messages }) =>
      messages.flatMap(({ weight }: { weight?: number }) => weight ?? []),
    );
    const rejected = Object.values(built.counts.rejected).reduce((sum, count) => sum + count, 0);
    expect(built.counts.decisions).toBe(built.counts.decisionsInExamples + rejected);
    const taught = (await entriesOf(byCall)).reduce((sum, { decisions }) => sum + decisions, 0);
    expect(built.counts.decisionsInExamples).toBe(taught);
    expect(taught).toBeGreaterThan(built.counts.examples);
    expect(new Set(weights)).toEqual(new Set([0, 1]));
    for (const { messages } of rows) expect(messages.at(-1)).toMatchObject({ role: "assistant", weight: 1 });
  });

  test("with a test split by time, only late calls are tested and their callers teach nothing", async () => {
    const byTime = await workspaceOf("by-time", 400);
    const started = (await linesOf(byTime.calls)).map((line) => JSON.parse(line).startedAt as string).sort();
    const testSince = new Date(started[Math.floor(started.length * 0.8)] ?? "").toISOString();
    await build(sampleBuildOrder(byTime, { testSince }));
    const startedAt = new Map(
      (await linesOf(byTime.calls)).map((line) => JSON.parse(line)).map((call) => [call.id, call.startedAt]),
    );
    const entries = await entriesOf(byTime);
    const testCallers = new Set(entries.flatMap(({ split, caller }) => (split === "test" ? [caller] : [])));
    expect(entries.some(({ split }) => split === "test")).toBe(true);
    for (const { split, call, caller } of entries) {
      expect(Date.parse(startedAt.get(call)) >= Date.parse(testSince)).toBe(split === "test");
      if (split !== "test") expect(testCallers.has(caller)).toBe(false);
    }
  });

  test("a turn without words and tool calls is never learnt, whatever is switched off", async () => {
    const built = await build(
      sampleBuildOrder(await workspaceOf("empty-reply", 200), { rules: { empty_reply: false } }),
    );
    expect(built.counts.rejected["empty_reply"]).toBeGreaterThan(0);
  });

  test("without a tools file the schemas are inferred, and the manifest says so", async () => {
    const built = await build(sampleBuildOrder(await workspaceOf("inferred", 100), {}, { tools: null }));
    expect(built.toolOrigins.inferred).toBe(built.counts.calls);
    expect(built.toolTable["check_availability"]?.train).toBeGreaterThan(0);
  });

  test.each(Object.keys(exporters) as ExporterName[])(
    "rows for %s break none of its rules",
    async (exporter) => {
      const target = await workspaceOf(`for-${exporter}`, 120);
      await build(sampleBuildOrder(target, {}, { exporter }));
      const rows = (await linesOf(target.dataset.trainingData)).map((line) => JSON.parse(line));
      expect(rows.length).toBeGreaterThan(50);
      for (const row of rows) {
        expect(exporters[exporter].checkRow(row).filter(({ severity }) => severity === "error")).toEqual([]);
      }
    },
  );
});

describe("what can't be built", () => {
  test("a workspace without calls says what to run first", async () => {
    const empty = await openWorkspace(join(folder, "empty"));
    await expect(build(sampleBuildOrder(empty, {}))).rejects.toThrow(UsageError);
  });

  test("a broken line of calls.jsonl is named by its number, and the old dataset stays", async () => {
    const broken = await workspaceOf("broken", 50);
    await build(sampleBuildOrder(broken, {}));
    const before = await readFile(broken.dataset.manifest, "utf8");
    await appendFile(broken.calls, "{half a call\n");
    const error = await build(sampleBuildOrder(broken, {})).catch((thrown: unknown) => thrown);
    expect(error).toBeInstanceOf(DataError);
    expect(error).toMatchObject({ at: { line: (await linesOf(broken.calls)).length } });
    expect(await readFile(broken.dataset.manifest, "utf8")).toBe(before);
  });

  test("an interruption leaves the old dataset alone", async () => {
    const cut = await workspaceOf("cut", 50);
    await build(sampleBuildOrder(cut, {}));
    const before = await readFile(cut.dataset.manifest, "utf8");
    await expect(
      build(sampleBuildOrder(cut, { seed: "other" }, { signal: AbortSignal.abort() })),
    ).rejects.toThrow(InterruptedError);
    expect(await readFile(cut.dataset.manifest, "utf8")).toBe(before);
  });
});

interface Entry {
  readonly call: string;
  readonly caller: string | null;
  readonly split: string;
  readonly decisions: number;
}

async function entriesOf(of: Workspace): Promise<Entry[]> {
  return (await linesOf(of.dataset.examples)).map((line) => JSON.parse(line));
}

async function linesOf(file: string): Promise<string[]> {
  return (await readFile(file, "utf8")).split("\n").filter((line) => line !== "");
}

/** Long enough that the work is shared out to threads. */
function longCall(): string {
  const said = "well you know how it is ".repeat(220_000);
  const turns = [
    { role: "agent", text: "Hello?", toolCalls: [] },
    { role: "caller", text: said },
    { role: "agent", text: "Goodbye.", toolCalls: [] },
  ];
  const unknown = { caller: null, tenant: null, startedAt: null, endedAt: null, status: null, outcome: null };
  return `${JSON.stringify({ id: "long", ...unknown, model: null, systemPrompt: null, tools: null, turns })}\n`;
}

/** A workspace whose calls are sample calls, as `pull` would have left it. */
async function workspaceOf(name: string, count: number): Promise<Workspace> {
  const made = await openWorkspace(join(folder, name));
  const tenants = new Map(sampleTenants().map((tenant) => [tenant.id, tenant]));
  const format = callFormats.tables;
  const options = format.options.parse({});
  const lines: string[] = [];
  for (const { rows } of simulateCalls({ seed: "build-test", count, hugeTranscripts: false })) {
    const record = { ...rows.call, tenant: tenants.get(rows.call.tenant_id), tool_calls: rows.toolCalls };
    const { call } = format.parse(record, { place: "calls:x", callerId: (key) => `caller ${key}` }, options);
    if (call !== null) lines.push(`${callLine(call)}\n`);
  }
  await writeFile(made.calls, lines.join(""));
  return made;
}
