import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { PGlite } from "@electric-sql/pglite";
import sqlClient from "postgres";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import {
  callTables,
  foreignKeysSql,
  plainRecord,
  recordsOf,
  selection,
  tablesSql,
} from "../../../test/support/call-tables.ts";
import { type PostgresServer, startPostgres } from "../../../test/support/postgres-server.ts";
import { type PostgrestServer, startPostgrest } from "../../../test/support/postgrest-server.ts";
import { CallFilter } from "../../domain/call-filter.ts";
import { InterruptedError, UsageError } from "../../lib/errors.ts";
import { sources } from "./index.ts";
import type { OpenSource, RawCall, ReadRequest } from "./source.ts";

const tables = callTables(300);
const everyStatus = CallFilter.parse({ statuses: [] });
const server: PostgresServer | null = await startPostgres();
const cleanUps: (() => Promise<unknown> | unknown)[] = [() => server?.stop()];
const api = { plain: null as PostgrestServer | null, withKeys: null as PostgrestServer | null };
const folder = mkdtempSync(join(tmpdir(), "calltune-sources-"));

if (server === null)
  process.stderr.write("SKIPPED: no PostgreSQL here (set TEST_DATABASE_URL, or install postgresql)\n");

/** The same 300 calls in each source. */
const places: Record<string, { open: () => Promise<OpenSource>; filters: boolean; absent?: boolean }> = {
  postgres: {
    absent: server === null,
    filters: true,
    open: async () => {
      const url = server?.url.replace(/\/postgres$/, "/conformance") ?? "";
      return sources.postgres.open(sources.postgres.options.parse({ url }));
    },
  },
  "supabase with foreign keys": { filters: true, open: () => openApi(api.withKeys) },
  "supabase without foreign keys": { filters: true, open: () => openApi(api.plain) },
  pglite: { filters: true, open: () => sources.pglite.open({ folder: join(folder, "pglite") }) },
  jsonl: { filters: false, open: () => sources.jsonl.open({ files: [join(folder, "calls.jsonl")] }) },
};

beforeAll(async () => {
  const sql = tablesSql(tables);
  if (server) {
    const client = sqlClient(await server.createDatabase("conformance"), { max: 1, onnotice: () => {} });
    await client.unsafe(sql);
    await client.end();
  }
  const onDisk = await PGlite.create(join(folder, "pglite"));
  await onDisk.exec(sql);
  await onDisk.close();
  const behindApi = await PGlite.create();
  await behindApi.exec(sql);
  const options = {
    run: async (text: string) => (await behindApi.query<Record<string, unknown>>(text)).rows,
    serviceKey: "service",
    maxRows: 37,
  };
  api.plain = await startPostgrest(options);
  await behindApi.exec(foreignKeysSql);
  api.withKeys = await startPostgrest(options);
  const lines = recordsOf(tables).map((record) => JSON.stringify(record));
  writeFileSync(join(folder, "calls.jsonl"), `${lines.join("\n")}\n`);
  cleanUps.push(
    () => api.plain?.close(),
    () => api.withKeys?.close(),
    () => behindApi.close(),
    () => rmSync(folder, { recursive: true, force: true }),
  );
});

afterAll(async () => {
  for (const cleanUp of cleanUps) await cleanUp();
});

describe.each(Object.entries(places).filter(([, { absent }]) => !absent))("%s", (name, { open, filters }) => {
  test("gives every call once, in order, with its tenant and its tool calls", async () => {
    const calls = await readAll(open, {});
    expect(calls.map(({ record }) => plainRecord(record))).toEqual(recordsOf(tables));
  });

  test("positions rise, and places name the record", async () => {
    const calls = await readAll(open, {});
    const positions = calls.map(({ position }) => position);
    expect(positions).toEqual([...positions].sort(comparePositions));
    expect(new Set(calls.map(({ place }) => place)).size).toBe(300);
    expect(calls[0]?.place).toMatch(name === "jsonl" ? /calls\.jsonl:1$/ : /^calls:/);
  });

  test("goes on behind any position", async () => {
    const calls = await readAll(open, {});
    for (const index of [0, 4, 5, 6, 150, 298, 299]) {
      const rest = await readAll(open, { after: calls[index]?.position ?? null });
      expect(rest.map(({ place }) => place)).toEqual(calls.slice(index + 1).map(({ place }) => place));
      expect(rest).toEqual(calls.slice(index + 1));
    }
  });

  test.each([1, 36, 37, 38, 300, 1000])("stops after a limit of %i", async (limit) => {
    const calls = await readAll(open, {});
    expect(await readAll(open, { limit })).toEqual(calls.slice(0, limit));
  });

  test("a limit holds behind a position as well", async () => {
    const calls = await readAll(open, {});
    const some = await readAll(open, { after: calls[100]?.position ?? null, limit: 50 });
    expect(some).toEqual(calls.slice(101, 151));
  });

  test.each([
    ["status", { statuses: ["failed"] }],
    ["several statuses", { statuses: ["failed", "completed"] }],
    ["tenant", { statuses: [], tenants: ['ho"me\\', "dental, north"] }],
    ["an unknown tenant", { statuses: [], tenants: ["nobody's"] }],
    ["time window", { statuses: [], since: "2026-03-01T08:10:00Z", until: "2026-03-01T08:20:00Z" }],
  ])("leaves out nothing that passes the filter by %s", async (_, wanted) => {
    const filter = CallFilter.parse(wanted);
    const given = (await readAll(open, { filter })).map(({ record }) => plainRecord(record));
    const passing = recordsOf({ ...tables, calls: tables.calls.filter((call) => passes(call, filter)) });
    expect(given).toEqual(expect.arrayContaining(passing));
    const exact = filters && (filter.since === null || !name.startsWith("supabase"));
    if (exact) expect(given).toEqual(passing);
  });

  test("counts what a read will give, or says that it can't", async () => {
    const source = await open();
    const counted = await source.count(request({ limit: 100 }));
    await source.close();
    expect(counted).toBe(filters ? 100 : null);
  });

  test("a signal that has fired stops the read before it begins", async () => {
    const signal = AbortSignal.abort();
    await expect(readAll(open, { signal })).rejects.toThrow(InterruptedError);
  });

  test("a signal that fires between two batches ends the read", async () => {
    const stop = new AbortController();
    const source = await open();
    const read = async () => {
      for await (const batch of source.read(request({ signal: stop.signal }))) {
        expect(batch.length).toBeGreaterThan(0);
        stop.abort();
      }
    };
    // The file is so small that its first batch is its last.
    if (name === "jsonl") await read();
    else await expect(read()).rejects.toThrow(InterruptedError);
    await source.close();
  });

  test("a reader that stops early leaves the source fit for another read", async () => {
    const source = await open();
    for await (const batch of source.read(request({}))) {
      expect(batch.length).toBeGreaterThan(0);
      break;
    }
    expect(await collect(source, {})).toHaveLength(300);
    await source.close();
    await source.close();
  });

  test("tables that aren't there are the user's to mend, by a name in the config", async () => {
    if (name === "jsonl") return;
    const wrong = { ...selection, table: "phone_calls" };
    await expect(readAll(open, { selection: wrong })).rejects.toThrow(UsageError);
    await expect(readAll(open, { selection: wrong })).rejects.toThrow(/phone_calls.*`tables`/s);
  });

  test("a format that reads whole records is told so by a source of tables", async () => {
    if (name === "jsonl") return;
    await expect(readAll(open, { selection: null })).rejects.toThrow(/format/);
  });
});

function openApi(running: PostgrestServer | null): Promise<OpenSource> {
  return sources.supabase.open({ url: running?.url ?? "", key: "service" });
}

async function readAll(open: () => Promise<OpenSource>, wish: Partial<ReadRequest>): Promise<Given[]> {
  const source = await open();
  try {
    return await collect(source, wish);
  } finally {
    await source.close();
  }
}

type Given = Extract<RawCall, { record: unknown }>;

async function collect(source: OpenSource, wish: Partial<ReadRequest>): Promise<Given[]> {
  const given: Given[] = [];
  for await (const batch of source.read(request(wish))) {
    for (const call of batch) if ("record" in call) given.push(call);
  }
  return given;
}

function request(wish: Partial<ReadRequest>): ReadRequest {
  const signal = new AbortController().signal;
  return { selection, filter: everyStatus, after: null, limit: null, signal, onNotice: () => {}, ...wish };
}

function comparePositions(one: RawCall["position"], other: RawCall["position"]): number {
  const [left, right] = [one?.join("\0") ?? "", other?.join("\0") ?? ""];
  if (left === right) return 0;
  return left < right ? -1 : 1;
}

function passes(call: (typeof tables.calls)[number], filter: CallFilter): boolean {
  const { status, tenant_id, started_at } = call;
  const started = String(started_at);
  return (
    (filter.statuses.length === 0 || status === null || filter.statuses.includes(String(status))) &&
    (filter.tenants.length === 0 || filter.tenants.includes(String(tenant_id))) &&
    (filter.since === null || Date.parse(started) >= Date.parse(filter.since)) &&
    (filter.until === null || Date.parse(started) < Date.parse(filter.until))
  );
}
