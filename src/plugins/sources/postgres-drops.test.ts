import sqlClient from "postgres";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { callTables, recordsOf, selection, tablesSql } from "../../../test/support/call-tables.ts";
import { startCuttingProxy } from "../../../test/support/cutting-proxy.ts";
import { hasPgBouncer, type PgBouncer, startPgBouncer } from "../../../test/support/pgbouncer.ts";
import { startPostgres } from "../../../test/support/postgres-server.ts";
import {
  failureOf,
  openPostgres,
  readAll,
  readRequest,
  recordsIn,
  throughPort,
  until,
} from "../../../test/support/read-source.ts";
import { InterruptedError, RemoteError } from "../../lib/errors.ts";
import { postgresDatabase } from "./postgres.ts";
import type { RawCall } from "./source.ts";
import { sqlSource } from "./sql-source.ts";

const server = await startPostgres();
const tables = callTables(600);

describe.skipIf(server === null)("a real server", () => {
  let url = "";
  let sql: sqlClient.Sql;

  beforeAll(async () => {
    url = (await server?.createDatabase("calltune_drops")) ?? "";
    sql = sqlClient(url, { max: 4, onnotice: () => {} });
    await sql.unsafe(tablesSql(tables));
  });

  afterAll(async () => {
    await sql?.end();
    await server?.stop();
  });

  test.each([[[60_000]], [[20_000, 30_000, 40_000]], [[150_000, 9000, 3000]]])(
    "a connection cut after %j bytes costs no call and doubles none",
    async (cuts) => {
      const proxy = await startCuttingProxy(server?.port ?? 0, cuts);
      const notices: string[] = [];
      const source = openPostgres(throughPort(url, proxy.port));
      const given = await readAll(source, { onNotice: (notice) => notices.push(notice) });
      await proxy.close();
      expect(recordsIn(given)).toEqual(recordsOf(tables));
      expect(proxy.connections()).toBeGreaterThan(1 + cuts.length);
      expect(notices).toHaveLength(cuts.length);
    },
  );

  test("a server that ends the connection, again and again, costs no call", async () => {
    const given: RawCall[] = [];
    for await (const batch of openPostgres(url).read(readRequest({}))) {
      given.push(...batch);
      if (given.length < 500) await terminateReaders(sql);
    }
    expect(recordsIn(given)).toEqual(recordsOf(tables));
  });

  test("a limit holds over a lost connection", async () => {
    const given: RawCall[] = [];
    for await (const batch of openPostgres(url).read(readRequest({ limit: 300 }))) {
      if (given.length === 0) await terminateReaders(sql);
      given.push(...batch);
    }
    expect(recordsIn(given)).toEqual(recordsOf(tables).slice(0, 300));
  });

  test("a connection lost in the search for orphans doubles none", async () => {
    await sql`INSERT INTO llm_function_calls (id, call_sid) SELECT 'orphan-' || n, 'gone' FROM generate_series(1, 3000) n`;
    const orphans: string[] = [];
    for await (const batch of openPostgres(url).read(readRequest({}))) {
      const places = batch.filter((raw) => "problem" in raw).map(({ place }) => place);
      if (places.length > 0 && orphans.length < 1000) await terminateReaders(sql);
      orphans.push(...places);
    }
    await sql`DELETE FROM llm_function_calls WHERE call_sid = 'gone'`;
    expect(orphans).toHaveLength(3000);
    expect(new Set(orphans).size).toBe(3000);
    expect(orphans).toContain("llm_function_calls:orphan-1");
  });

  test("a connection that stays away is given up, and may be tried again later", async () => {
    const proxy = await startCuttingProxy(
      server?.port ?? 0,
      Array.from({ length: 50 }, () => 12_000),
    );
    const source = openPostgres(throughPort(url, proxy.port));
    const error = await failureOf(readAll(source, {}));
    await proxy.close();
    expect(error).toBeInstanceOf(RemoteError);
    expect(error).toMatchObject({ system: "postgres", retryable: true });
  });

  test("a statement that takes too long is cancelled by the server, and the error says what helps", async () => {
    await sql.unsafe("CREATE VIEW slow_calls AS SELECT c.*, pg_sleep(0.2)::text AS nap FROM calls c");
    const slow = { ...selection, table: "slow_calls", columns: [...selection.columns, "nap"] };
    const source = sqlSource(
      postgresDatabase({ url, statementTimeoutMs: 500 }, async () => {}),
      async () => {},
    );
    const error = await failureOf(readAll(source, { selection: slow }));
    expect(error).toBeInstanceOf(RemoteError);
    expect(error).toMatchObject({ message: expect.stringMatching(/statementTimeoutMs.*index/) });
  });

  test("a fired signal cancels the query on the server, and the read ends at once", async () => {
    await sql.unsafe("CREATE VIEW endless_calls AS SELECT c.*, pg_sleep(3600)::text AS nap FROM calls c");
    const endless = { ...selection, table: "endless_calls", columns: [...selection.columns, "nap"] };
    const stop = new AbortController();
    const reading = failureOf(readAll(openPostgres(url), { selection: endless, signal: stop.signal }));
    await until(async () => (await sleepers(sql)) > 0);
    stop.abort();
    expect(await reading).toBeInstanceOf(InterruptedError);
    await until(async () => (await sleepers(sql)) === 0);
  });

  test("a read that ended leaves no connection behind", async () => {
    await readAll(openPostgres(url), { limit: 5 });
    await until(async () => (await readers(sql)) === 0);
  });

  describe.skipIf(!hasPgBouncer())("behind PgBouncer in transaction mode", () => {
    let bouncer: PgBouncer;

    beforeAll(async () => {
      bouncer = await startPgBouncer(url);
    });
    afterAll(() => bouncer.stop());

    test("reads all calls, twice, over one server connection", async () => {
      for (const _ of [1, 2]) {
        expect(recordsIn(await readAll(openPostgres(bouncer.url), {}))).toEqual(recordsOf(tables));
      }
    });

    test("leaves no setting behind for the next user of the connection", async () => {
      await readAll(openPostgres(bouncer.url), {});
      const next = sqlClient(bouncer.url, { max: 1, prepare: false, onnotice: () => {} });
      const [settings] =
        await next`SELECT current_setting('statement_timeout') AS timeout, current_setting('work_mem') AS memory`;
      await next.end();
      expect(settings).toEqual({ timeout: "0", memory: "4MB" });
    });

    test("a fired signal reaches the server through the pooler", async () => {
      const endless = { ...selection, table: "endless_calls", columns: [...selection.columns, "nap"] };
      const stop = new AbortController();
      const reading = failureOf(
        readAll(openPostgres(bouncer.url), { selection: endless, signal: stop.signal }),
      );
      await until(async () => (await sleepers(sql)) > 0);
      stop.abort();
      expect(await reading).toBeInstanceOf(InterruptedError);
      await until(async () => (await sleepers(sql)) === 0);
    });
  });
});

async function terminateReaders(sql: sqlClient.Sql): Promise<void> {
  await sql`SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE application_name = 'calltune'`;
}

async function readers(sql: sqlClient.Sql): Promise<number> {
  const [row] =
    await sql`SELECT count(*)::int AS n FROM pg_stat_activity WHERE application_name = 'calltune'`;
  return row?.["n"];
}

async function sleepers(sql: sqlClient.Sql): Promise<number> {
  const [row] = await sql`SELECT count(*)::int AS n FROM pg_stat_activity WHERE wait_event = 'PgSleep'`;
  return row?.["n"];
}
