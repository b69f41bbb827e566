import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { chmodSync, existsSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { connect } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import sqlClient from "postgres";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import {
  callTables,
  plainRecord,
  recordsOf,
  selection,
  tablesSql,
} from "../../../test/support/call-tables.ts";
import { startCuttingProxy } from "../../../test/support/cutting-proxy.ts";
import { freePort, serverUser, startPostgres } from "../../../test/support/postgres-server.ts";
import { CallFilter } from "../../domain/call-filter.ts";
import type { TableSelection } from "../../domain/table-selection.ts";
import { InterruptedError, RemoteError, UsageError } from "../../lib/errors.ts";
import { postgres, postgresDatabase } from "./postgres.ts";
import type { OpenSource, RawCall, ReadRequest } from "./source.ts";
import { sqlSource } from "./sql-source.ts";

const server = await startPostgres();
if (server === null)
  process.stderr.write("SKIPPED: no PostgreSQL here (set TEST_DATABASE_URL, or install postgresql)\n");

const tables = callTables(600);

describe.skipIf(server === null)("a real server", () => {
  let url = "";
  let sql: sqlClient.Sql;

  beforeAll(async () => {
    url = (await server?.createDatabase("calls_of_postgres_test")) ?? "";
    sql = sqlClient(url, { max: 4, onnotice: () => {} });
    await sql.unsafe(tablesSql(tables));
    await sql.unsafe("CREATE ROLE reader LOGIN PASSWORD 'r'").catch(() => {});
  });

  afterAll(async () => {
    await sql?.end();
    await server?.stop();
  });

  test("a read sees one moment, whatever is written meanwhile", async () => {
    const given: RawCall[] = [];
    for await (const batch of open(url).read(request({}))) {
      if (given.length === 0) {
        await sql`UPDATE calls SET status = 'changed', ended_at = ended_at + interval '1 year'`;
        await sql`DELETE FROM llm_function_calls`;
        await sql`INSERT INTO calls (id, ended_at) VALUES ('new', '2026-03-01T09:00:00Z')`;
      }
      given.push(...batch);
    }
    await sql.unsafe(`DROP TABLE tenants, calls, llm_function_calls; ${tablesSql(tables)}`);
    expect(records(given)).toEqual(recordsOf(tables));
  });

  test.each([[[60_000]], [[20_000, 30_000, 40_000]], [[150_000, 9000, 3000]]])(
    "a connection cut after %j bytes costs no call and doubles none",
    async (cuts) => {
      const proxy = await startCuttingProxy(server?.port ?? 0, cuts);
      const notices: string[] = [];
      const source = open(throughPort(url, proxy.port));
      const given = await readAll(source, { onNotice: (notice) => notices.push(notice) });
      await proxy.close();
      expect(records(given)).toEqual(recordsOf(tables));
      expect(proxy.connections()).toBeGreaterThan(1 + cuts.length);
      expect(notices).toHaveLength(cuts.length);
    },
  );

  test("a server that ends the connection, again and again, costs no call", async () => {
    const given: RawCall[] = [];
    for await (const batch of open(url).read(request({}))) {
      given.push(...batch);
      if (given.length < 500) await terminateReaders(sql);
    }
    expect(records(given)).toEqual(recordsOf(tables));
  });

  test("a connection lost in the search for orphans doubles none", async () => {
    await sql`INSERT INTO llm_function_calls (id, call_sid) SELECT 'orphan-' || n, 'gone' FROM generate_series(1, 3000) n`;
    const orphans: string[] = [];
    for await (const batch of open(url).read(request({}))) {
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
    const source = open(throughPort(url, proxy.port));
    const error = await failureOf(readAll(source, {}));
    await proxy.close();
    expect(error).toBeInstanceOf(RemoteError);
    expect(error).toMatchObject({ system: "postgres", retryable: true });
  });

  test("a statement that takes too long is cancelled by the server, and the error says what helps", async () => {
    await sql.unsafe("CREATE VIEW slow_calls AS SELECT c.*, pg_sleep(0.2)::text AS nap FROM calls c");
    const slow = { ...selection, table: "slow_calls", columns: [...selection.columns, "nap"] };
    const source = sqlSource(postgresDatabase({ url, statementTimeoutMs: 500 }, noWait), async () => {});
    const error = await failureOf(readAll(source, { selection: slow }));
    expect(error).toBeInstanceOf(RemoteError);
    expect(error).toMatchObject({ message: expect.stringMatching(/statementTimeoutMs.*index/) });
  });

  test("a fired signal cancels the query on the server, and the read ends at once", async () => {
    await sql.unsafe("CREATE VIEW endless_calls AS SELECT c.*, pg_sleep(60)::text AS nap FROM calls c");
    const endless = { ...selection, table: "endless_calls", columns: [...selection.columns, "nap"] };
    const stop = new AbortController();
    const began = performance.now();
    const reading = failureOf(readAll(open(url), { selection: endless, signal: stop.signal }));
    await until(async () => (await activeReaders(sql)) > 0);
    stop.abort();
    expect(await reading).toBeInstanceOf(InterruptedError);
    await until(async () => (await activeReaders(sql)) === 0);
    expect(performance.now() - began).toBeLessThan(10_000);
  });

  test("a read that ended leaves no connection behind", async () => {
    await readAll(open(url), { limit: 5 });
    await until(async () => (await readers(sql)) === 0);
  });

  test("tool calls of no call are problems with their own place", async () => {
    await sql`INSERT INTO llm_function_calls (id, call_sid) VALUES ('stray', 'nowhere'), ('lost', NULL)`;
    const problems = (await readAll(open(url), {})).filter((raw) => "problem" in raw);
    const limited = (await readAll(open(url), { limit: 1000 })).filter((raw) => "problem" in raw);
    await sql`DELETE FROM llm_function_calls WHERE id IN ('stray', 'lost')`;
    expect(problems.map(({ place }) => place)).toEqual([
      "llm_function_calls:lost",
      "llm_function_calls:stray",
    ]);
    expect(problems[0]).toMatchObject({
      position: null,
      problem: { scope: "part", reason: "tool_call_without_call" },
    });
    expect(limited).toEqual([]);
  });

  test("when no call has the wanted status, the user hears which there are", async () => {
    const notices: string[] = [];
    await readAll(open(url), {
      filter: CallFilter.parse({ statuses: ["done"] }),
      onNotice: (text) => notices.push(text),
    });
    expect(notices).toEqual([]);
    await sql`CREATE TABLE judged AS SELECT * FROM calls WHERE status IS NOT NULL`;
    const judged = { ...selection, table: "judged", children: {} };
    const filter = CallFilter.parse({ statuses: ["done"] });
    await readAll(open(url), { selection: judged, filter, onNotice: (text) => notices.push(text) });
    expect(notices[0]).toContain('"done"; there are: completed (360), failed (120)');
  });

  test("rows that row-level security hides are spoken of", async () => {
    await sql.unsafe(
      "CREATE TABLE guarded AS SELECT * FROM calls; ALTER TABLE guarded ENABLE ROW LEVEL SECURITY",
    );
    await sql.unsafe("GRANT SELECT ON guarded, tenants TO reader");
    const notices: string[] = [];
    const guarded = { ...selection, table: "guarded", children: {} };
    await readAll(open(asReader(url)), { selection: guarded, onNotice: (text) => notices.push(text) });
    expect(notices[0]).toContain("row-level security");
  });

  test.each<[string, (url: string) => string, typeof UsageError | typeof RemoteError, RegExp]>([
    ["a wrong password", (good) => good.replace(/:[^:@]+@/, ":wrong-secret@"), UsageError, /wrong password/],
    [
      "an unknown database",
      (good) => good.replace(/\/[^/]+$/, "/nothing"),
      UsageError,
      /no database "nothing"/,
    ],
    ["a port where nothing listens", (good) => throughPort(good, 1), RemoteError, /nothing answers/],
    ["TLS from a server without it", (good) => `${good}?sslmode=require`, UsageError, /offers no TLS/],
    [
      "an unknown host",
      (good) => good.replace("127.0.0.1", "no-such-host.invalid"),
      UsageError,
      /no host|lost/,
    ],
    ["a user without rights", asReader, RemoteError, /permission denied.*GRANT SELECT/],
  ])("%s is told in words, without the password", async (_, urlOf, kind, words) => {
    const error = await failureOf(readAll(open(urlOf(url)), {}));
    expect(error).toBeInstanceOf(kind);
    const { message } = error as Error;
    expect(message).toMatch(words);
    for (const secret of [
      server?.password ?? "",
      encodeURIComponent(server?.password ?? ""),
      "wrong-secret",
    ]) {
      expect(message).not.toContain(secret);
    }
  });

  test.each<[string, Partial<TableSelection>, RegExp]>([
    ["a column", { columns: ["id", "words"] }, /"calls" has no column "words"; it has: id, call_sid/],
    ["a status column", { statusColumn: "state" }, /no column "state"/],
    ["a table", { table: "phone_calls" }, /no table "phone_calls".*there are: calls,.*llm_function_calls/],
    ["a table of another schema", { table: "crm.calls" }, /no table "crm.calls"/],
  ])("%s that isn't there is named beside those that are", async (_, wrong, words) => {
    const error = await failureOf(readAll(open(url), { selection: { ...selection, ...wrong } }));
    expect(error).toBeInstanceOf(UsageError);
    expect(error).toMatchObject({ message: expect.stringMatching(words) });
  });

  test("names are quoted, and columns of different types still meet", async () => {
    await sql.unsafe(`
      CREATE SCHEMA "Odd ""one";
      CREATE TABLE "Odd ""one"."The Calls" ("Id" bigint PRIMARY KEY, "end;--" timestamp, words json, mood point);
      INSERT INTO "Odd ""one"."The Calls" VALUES (9007199254740993, '2026-01-01 10:00:00.123456', '[1, 2]', '(1,2)'), (2, NULL, NULL, NULL);
      CREATE TABLE "Odd ""one".uses (call text, name text[], n int);
      INSERT INTO "Odd ""one".uses VALUES ('9007199254740993', '{b,"c,d"}', 2), ('9007199254740993', NULL, 1), ('x', NULL, 3)`);
    const odd: TableSelection = {
      table: "The Calls",
      key: "Id",
      columns: ["Id", "words", "mood"],
      timeColumn: "end;--",
      statusColumn: null,
      tenantColumn: null,
      startedColumn: null,
      parents: {},
      children: {
        uses: {
          table: "uses",
          column: "call",
          callColumn: "Id",
          columns: ["name"],
          orderBy: ["n"],
          key: "n",
        },
      },
    };
    const source = sqlSource(
      postgresDatabase({ url, schema: 'Odd "one', statementTimeoutMs: 5000 }, noWait),
      async () => {},
    );
    const given = await readAll(source, { selection: odd });
    expect(given).toMatchObject([
      { position: ["", "2"], record: { Id: "2", words: null, mood: null, uses: [] } },
      {
        place: "The Calls:9007199254740993",
        position: ["2026-01-01 10:00:00.123456", "9007199254740993"],
        record: { words: "[1, 2]", mood: "(1,2)", uses: [{ name: null }, { name: '["b", "c,d"]' }] },
      },
      { place: "uses:3" },
    ]);
    const rest = await readAll(source, { selection: odd, after: ["", "2"], limit: 10 });
    expect(rest).toEqual([given[1]]);
  });

  test("times kept as text, and no time at all, have an order too", async () => {
    await sql.unsafe(`CREATE TABLE texts (id int PRIMARY KEY, at text);
      INSERT INTO texts VALUES (1, '2026-02'), (2, ''), (3, NULL), (4, 'a'), (5, 'B'), (10, '2026-02')`);
    const bare = { ...selection, table: "texts", columns: ["id"], parents: {}, children: {} };
    const none = { statusColumn: null, tenantColumn: null, startedColumn: null };
    const timed = await readAll(open(url), { selection: { ...bare, ...none, timeColumn: "at" } });
    expect(timed.map(({ position }) => position)).toEqual([
      ["", "2"],
      ["", "3"],
      ["2026-02", "1"],
      ["2026-02", "10"],
      ["B", "5"],
      ["a", "4"],
    ]);
    const untimed = { ...bare, ...none, timeColumn: null };
    const keys = (await readAll(open(url), { selection: untimed, after: ["", "10"] })).map(
      ({ place }) => place,
    );
    expect(keys).toEqual(["texts:2", "texts:3", "texts:4", "texts:5"]);
  });

  test("200,000 calls with their tool calls pass through little memory", async () => {
    await sql.unsafe(`
      CREATE TABLE many (id int PRIMARY KEY, at timestamptz, words text);
      INSERT INTO many SELECT n, timestamptz '2026-01-01' + n % 1000 * interval '1 s', repeat('word ', 100) FROM generate_series(1, 200000) n;
      CREATE TABLE uses (id int, call int);
      INSERT INTO uses SELECT n, n / 2 FROM generate_series(2, 400001) n; ANALYZE many, uses`);
    const many: TableSelection = {
      ...{ table: "many", key: "id", columns: ["id", "words"], timeColumn: "at" },
      ...{ statusColumn: null, tenantColumn: null, startedColumn: null, parents: {} },
      children: {
        uses: { table: "uses", column: "call", callColumn: "id", columns: ["id"], orderBy: [], key: "id" },
      },
    };
    let calls = 0;
    let uses = 0;
    const heaps: number[] = [];
    for await (const batch of open(url).read(request({ selection: many, limit: 200_000 }))) {
      expect(batch.length).toBeLessThanOrEqual(1000);
      calls += batch.length;
      for (const raw of batch) if ("record" in raw) uses += (raw.record as { uses: unknown[] }).uses.length;
      heaps.push(process.memoryUsage().heapUsed);
    }
    expect({ calls, uses }).toEqual({ calls: 200_000, uses: 400_000 });
    expect(Math.max(...heaps) - Math.min(...heaps)).toBeLessThan(150 * 1024 * 1024);
  });

  describe.skipIf(!hasOpenssl())("that speaks TLS", () => {
    let folder = "";

    beforeAll(async () => {
      const [row] = await sql`SHOW data_directory`;
      folder = row?.["data_directory"];
      const command =
        "openssl req -x509 -newkey rsa:2048 -nodes -days 2 -subj /CN=localhost -keyout server.key -out server.crt && chmod 600 server.key";
      await sql.unsafe(`COPY (SELECT 1) TO PROGRAM '${command} 2>/dev/null'`);
      await switchTls(sql, "on");
    });
    afterAll(() => switchTls(sql, "off"));

    test.each(["", "?sslmode=prefer", "?sslmode=require"])(
      "is read over it with a URL that ends in %j",
      async (mode) => {
        const first = await open(`${url}${mode}`).read(request({}))[Symbol.asyncIterator]().next();
        expect(first.done).toBe(false);
        const [row] =
          await sql`SELECT bool_and(ssl) AS safe FROM pg_stat_ssl JOIN pg_stat_activity USING (pid)
        WHERE application_name = 'calltune'`;
        expect(row).toEqual({ safe: true });
        await terminateReaders(sql);
      },
    );

    test("isn't trusted by sslmode=verify-full, unless its certificate is given", async () => {
      const error = await failureOf(readAll(open(`${url}?sslmode=verify-full`), {}));
      expect(error).toBeInstanceOf(UsageError);
      expect(error).toMatchObject({ message: expect.stringContaining("sslrootcert") });
      const given = `${url}?sslmode=verify-ca&sslrootcert=${encodeURIComponent(join(folder, "server.crt"))}`;
      expect(await readAll(open(given), { limit: 3 })).toHaveLength(3);
    });
  });

  describe.skipIf(pgbouncer() === null)("behind PgBouncer in transaction mode", () => {
    let bouncer: Bouncer;

    beforeAll(async () => {
      bouncer = await startBouncer(url);
    });
    afterAll(() => bouncer.stop());

    test("reads all calls, twice, over one server connection", async () => {
      for (const _ of [1, 2]) {
        expect(records(await readAll(open(bouncer.url), {}))).toEqual(recordsOf(tables));
      }
    });

    test("leaves no setting behind for the next user of the connection", async () => {
      await readAll(open(bouncer.url), {});
      const next = sqlClient(bouncer.url, { max: 1, prepare: false, onnotice: () => {} });
      const [settings] =
        await next`SELECT current_setting('statement_timeout') AS timeout, current_setting('work_mem') AS memory`;
      await next.end();
      expect(settings).toEqual({ timeout: "0", memory: "4MB" });
    });

    test("a fired signal reaches the server through the pooler", async () => {
      const endless = { ...selection, table: "endless_calls", columns: [...selection.columns, "nap"] };
      const stop = new AbortController();
      const reading = failureOf(readAll(open(bouncer.url), { selection: endless, signal: stop.signal }));
      await until(async () => (await sleepers(sql)) > 0);
      stop.abort();
      expect(await reading).toBeInstanceOf(InterruptedError);
      await until(async () => (await sleepers(sql)) === 0);
    });
  });
});

function open(url: string): OpenSource {
  return sqlSource(postgresDatabase(postgres.options.parse({ url }), noWait), async () => {});
}

async function noWait(): Promise<void> {}

async function readAll(source: OpenSource, wish: Partial<ReadRequest>): Promise<RawCall[]> {
  const given: RawCall[] = [];
  for await (const batch of source.read(request(wish))) given.push(...batch);
  return given;
}

function request(wish: Partial<ReadRequest>): ReadRequest {
  const filter = CallFilter.parse({ statuses: [] });
  const signal = new AbortController().signal;
  return { selection, filter, after: null, limit: null, signal, onNotice: () => {}, ...wish };
}

function records(given: readonly RawCall[]): unknown[] {
  return given.filter((raw) => "record" in raw).map(({ record }) => plainRecord(record));
}

async function failureOf(reading: Promise<unknown>): Promise<unknown> {
  try {
    await reading;
  } catch (error) {
    return error;
  }
  throw new Error("expected a failure");
}

function throughPort(url: string, port: number): string {
  return Object.assign(new URL(url), { port: String(port) }).href;
}

function asReader(url: string): string {
  return Object.assign(new URL(url), { username: "reader", password: "r" }).href;
}

async function terminateReaders(sql: sqlClient.Sql): Promise<void> {
  await sql`SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE application_name = 'calltune'`;
}

async function readers(sql: sqlClient.Sql): Promise<number> {
  const [row] =
    await sql`SELECT count(*)::int AS n FROM pg_stat_activity WHERE application_name = 'calltune'`;
  return row?.["n"];
}

async function activeReaders(sql: sqlClient.Sql): Promise<number> {
  const [row] =
    await sql`SELECT count(*)::int AS n FROM pg_stat_activity WHERE application_name = 'calltune' AND wait_event = 'PgSleep'`;
  return row?.["n"];
}

async function sleepers(sql: sqlClient.Sql): Promise<number> {
  const [row] = await sql`SELECT count(*)::int AS n FROM pg_stat_activity WHERE wait_event = 'PgSleep'`;
  return row?.["n"];
}

/** Asks until it is so; the server is another process, with its own pace. */
async function until(isSo: () => Promise<boolean>): Promise<void> {
  const end = performance.now() + 10_000;
  while (!(await isSo())) if (performance.now() > end) throw new Error("it never came to be so");
}

/** Our own server's folder only: a server that was given to us keeps its settings. */
function hasOpenssl(): boolean {
  const folders = (process.env["PATH"] ?? "").split(":");
  return !process.env["TEST_DATABASE_URL"] && folders.some((folder) => existsSync(join(folder, "openssl")));
}

async function switchTls(sql: sqlClient.Sql, to: "on" | "off"): Promise<void> {
  await sql.unsafe(`ALTER SYSTEM SET ssl = ${to}`);
  await sql`SELECT pg_reload_conf()`;
  await until(async () => (await sql`SHOW ssl`)[0]?.["ssl"] === to);
}

interface Bouncer {
  readonly url: string;
  stop(): Promise<void>;
}

function pgbouncer(): string | null {
  const folders = [...(process.env["PATH"] ?? "").split(":"), "/usr/sbin"];
  const found = folders.map((folder) => join(folder, "pgbouncer")).find((file) => existsSync(file));
  if (found === undefined) process.stderr.write("SKIPPED: no pgbouncer here (apt-get install pgbouncer)\n");
  return found ?? null;
}

/** One server connection for all, so that what a client leaves behind would show. */
async function startBouncer(url: string): Promise<Bouncer> {
  const { hostname, port, username, password, pathname } = new URL(url);
  const folder = mkdtempSync(join(tmpdir(), "calltune-pgbouncer-"));
  const own = await freePort();
  const plain = decodeURIComponent(password);
  const config = join(folder, "pgbouncer.ini");
  const users = join(folder, "users.txt");
  writeFileSync(users, `"${username}" "${plain}"\n`, { mode: 0o644 });
  writeFileSync(
    config,
    `[databases]\n* = host=${hostname} port=${port}\n[pgbouncer]\nlisten_addr=127.0.0.1\nlisten_port=${own}\nunix_socket_dir=\n` +
      `auth_type=plain\nauth_file=${users}\npool_mode=transaction\ndefault_pool_size=1\nignore_startup_parameters=extra_float_digits\n`,
    { mode: 0o644 },
  );
  const user = serverUser();
  if (user) chmodSync(folder, 0o755);
  const pooler: ChildProcess = spawn(pgbouncer() ?? "", [config], { ...user, stdio: "ignore" });
  await until(() => accepts(own));
  return {
    url: `postgres://${username}:${password}@127.0.0.1:${own}${pathname}`,
    async stop() {
      pooler.kill("SIGTERM");
      if (pooler.exitCode === null && pooler.signalCode === null) await once(pooler, "exit");
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

async function accepts(port: number): Promise<boolean> {
  const socket = connect(port, "127.0.0.1");
  try {
    await once(socket, "connect");
    return true;
  } catch {
    // Not listening yet.
    return false;
  } finally {
    socket.destroy();
  }
}
