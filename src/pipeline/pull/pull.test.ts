import { mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import fc from "fast-check";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { z } from "zod";
import { CallFilter } from "../../domain/call-filter.ts";
import { InterruptedError, UsageError } from "../../lib/errors.ts";
import type { CallFormat } from "../../plugins/call-formats/call-format.ts";
import type { OpenSource, Position, RawCall } from "../../plugins/sources/source.ts";
import { openWorkspace, type Workspace } from "../../workspace/workspace.ts";
import { ownFormatPool } from "./parse-pool.ts";
import { pull } from "./pull.ts";

let folder = "";
let workspace: Workspace;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), "calltune-pull-"));
  workspace = await openWorkspace(folder);
});
afterEach(() => rm(folder, { recursive: true }));

describe("a pull", () => {
  test("accounts for every record: read = kept + problems, the filter's apart", async () => {
    const records = [row(1), row(2, { status: "failed" }), row(3, { turns: [] }), row(4), row(4)];
    const { counts } = await pullOf(records);
    expect(counts).toEqual({
      read: 4,
      kept: 2,
      problems: { empty_transcript: 1, duplicate_id: 1 },
      partProblems: {},
      leftOut: { status: 1 },
    });
    expect(await linesOf(workspace.calls)).toHaveLength(2);
    expect(await linesOf(workspace.problems)).toEqual([
      { place: "calls:3", scope: "call", reason: "empty_transcript" },
      { place: "calls:4", scope: "call", reason: "duplicate_id" },
    ]);
  });

  test("a second one adds what is new and changes nothing that is there", async () => {
    await pullOf([row(1), row(2), row(3, { turns: [] })]);
    const before = await readFile(workspace.calls, "utf8");
    const second = await pullOf([row(1), row(2), row(3, { turns: [] }), row(4)]);
    expect(second.counts).toMatchObject({ read: 1, kept: 1, problems: {} });
    expect(second).toMatchObject({ totalCalls: 3, continued: true });
    expect(await readFile(workspace.calls, "utf8")).toBe(
      `${before}${before.split("\n")[0]?.replaceAll("call 1", "call 4").replace("T00:00:01", "T00:00:04")}\n`,
    );
    expect(await linesOf(workspace.problems)).toHaveLength(1);
  });

  test("a call that ended before others already pulled is found a day later", async () => {
    await pullOf([row(10)]);
    const { counts } = await pullOf([row(5), row(10)]);
    expect(counts.kept).toBe(1);
  });

  test("another source is read from its beginning into the same file", async () => {
    await pullOf([row(8), row(9)]);
    const { counts, totalCalls } = await pullOf([row(1), row(9)], { source: "another" });
    expect(counts.kept).toBe(1);
    expect(totalCalls).toBe(3);
  });

  test("another format is refused, until asked to begin anew", async () => {
    await pullOf([row(1)]);
    await expect(pullOf([row(2)], { shape: "another" })).rejects.toThrow(UsageError);
    const { totalCalls } = await pullOf([row(2)], { shape: "another", fresh: true });
    expect(totalCalls).toBe(1);
  });

  test("interrupted anywhere and run again, it leaves the bytes of an undisturbed one", async () => {
    const records = Array.from({ length: 60 }, (_, index) =>
      row(Math.floor(index / 1.2), index % 7 === 0 ? { turns: [] } : {}),
    );
    await pullOf(records);
    const whole = [await readFile(workspace.calls, "utf8"), await readFile(workspace.problems, "utf8")];
    await fc.assert(
      fc.asyncProperty(fc.array(fc.integer({ min: 0, max: 59 }), { maxLength: 4 }), async (stops) => {
        await pullOf([], { fresh: true });
        await rm(workspace.pullState, { force: true });
        for (const stopAfter of stops) await pullOf(records, { stopAfter }).catch(expectInterruption);
        await pullOf(records);
        expect([await readFile(workspace.calls, "utf8"), await readFile(workspace.problems, "utf8")]).toEqual(
          whole,
        );
      }),
      { numRuns: 30 },
    );
  });

  test("a limit counts new calls: each pull goes further, to the end", async () => {
    const records = Array.from({ length: 20 }, (_, index) =>
      row(index, { ...(index % 3 === 0 && { status: "failed" }), ...(index % 5 === 0 && { turns: [] }) }),
    );
    const reads: number[] = [];
    for (let pulls = 0; pulls < 4; pulls += 1) reads.push((await pullOf(records, { limit: 5 })).counts.read);
    expect(reads).toEqual([5, 5, 5, 0]);
    await pullOf(records, { fresh: true });
    const whole = await readFile(workspace.calls, "utf8");
    await pullOf([], { fresh: true });
    await pullOf(records, { limit: 5, stopAfter: 4 }).catch(expectInterruption);
    expect((await pullOf(records, { limit: 5 })).counts.read).toBe(5);
    await pullOf(records);
    expect(await readFile(workspace.calls, "utf8")).toBe(whole);
  });

  test("a record nested too deeply to travel is a problem, and the rest is read", async () => {
    const deep = JSON.parse(`${"[".repeat(50_000)}${"]".repeat(50_000)}`);
    const { counts } = await pullOf([row(1), { ...row(2), turns: deep }, row(3)]);
    expect(counts).toMatchObject({ read: 3, kept: 2, problems: { too_large: 1 } });
  });

  test("someone else's calls.jsonl is not written over", async () => {
    await writeFile(workspace.calls, "mine\n");
    await expect(pullOf([row(1)])).rejects.toThrow(UsageError);
    expect(await readFile(workspace.calls, "utf8")).toBe("mine\n");
    expect((await pullOf([row(1)], { fresh: true })).totalCalls).toBe(1);
  });

  test("an earlier day is looked at again even when the first try of that failed", async () => {
    await pullOf([row(10)]);
    await pullOf([row(5), row(10)], { stopAfter: 0 }).catch(expectInterruption);
    const { counts } = await pullOf([row(5), row(10)]);
    expect(counts.kept).toBe(1);
  });

  test("files cut by hand are noticed", async () => {
    await pullOf([row(1), row(2)]);
    await rm(workspace.calls);
    await expect(pullOf([row(3)])).rejects.toThrow("--fresh");
  });
});

interface Row {
  readonly id: string;
  readonly status: string;
  readonly at: string;
  readonly turns: readonly string[];
}

interface PullSettings {
  readonly source?: string;
  readonly shape?: string;
  readonly fresh?: boolean;
  readonly limit?: number;
  /** The source breaks off after so many records. */
  readonly stopAfter?: number;
}

function pullOf(records: readonly Row[], settings: PullSettings = {}) {
  const setup = { filter: CallFilter.parse({}), salt: "", redaction: null };
  return pull({
    workspace,
    source: listSource(records, settings.stopAfter),
    sourceIdentity: settings.source ?? "list",
    shapeIdentity: settings.shape ?? "rows",
    redaction: { on: false, settings: null, salt: "" },
    reverseMap: null,
    request: {
      selection: null,
      filter: setup.filter,
      limit: settings.limit ?? null,
      signal: new AbortController().signal,
      onNotice: () => {},
    },
    parse: ownFormatPool(rowFormat, {}, setup),
    fresh: settings.fresh ?? false,
    onProgress: () => {},
  });
}

/** A source that keeps its order and gives three records a batch. */
function listSource(records: readonly Row[], stopAfter = Number.POSITIVE_INFINITY): OpenSource {
  return {
    count: async () => records.length,
    close: async () => {},
    async *read({ after, limit }) {
      let given = 0;
      const behind = records.map(toRaw).filter(({ position }) => after === null || isBehind(position, after));
      const rest = behind.slice(0, limit ?? behind.length);
      for (let start = 0; start < rest.length; start += 3) {
        const batch = rest.slice(start, start + 3).slice(0, stopAfter - given);
        given += batch.length;
        if (batch.length > 0) yield batch;
        if (given >= stopAfter) throw new InterruptedError("cut");
      }
    },
  };
}

function toRaw(record: Row, index: number): RawCall & { position: Position } {
  return {
    place: `calls:${record.id.slice(5)}`,
    position: [record.at, String(index).padStart(3, "0")],
    record,
  };
}

function isBehind(position: Position, after: Position): boolean {
  const order = Date.parse(position[0]) - Date.parse(after[0]);
  return order > 0 || (order === 0 && position[1] > after[1]);
}

const rowFormat: CallFormat<unknown> = {
  about: "rows of this test",
  options: z.unknown(),
  selection: () => null,
  parse(record, { place }) {
    const { id, status, at, turns } = record as Row;
    if (turns.length === 0)
      return { call: null, problems: [{ place, scope: "call", reason: "empty_transcript" }] };
    return {
      problems: [],
      call: {
        id,
        caller: null,
        tenant: null,
        startedAt: at,
        endedAt: null,
        status,
        outcome: null,
        model: null,
        systemPrompt: null,
        tools: null,
        turns: turns.map((text) => ({ role: "caller", text })),
      },
    };
  },
};

function row(number: number, fields: Partial<Row> = {}): Row {
  const at = `2026-03-01T00:00:${String(number).padStart(2, "0")}Z`;
  return { id: `call ${number}`, status: "completed", at, turns: ["hello"], ...fields };
}

async function linesOf(file: string): Promise<unknown[]> {
  const text = await readFile(file, "utf8");
  return text
    .split("\n")
    .filter((line) => line !== "")
    .map((line) => JSON.parse(line));
}

function expectInterruption(error: unknown): void {
  expect(error).toBeInstanceOf(InterruptedError);
}
