import sqlClient from "postgres";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { callTables, recordsOf, selection, tablesSql } from "../../../test/support/call-tables.ts";
import { startPostgres } from "../../../test/support/postgres-server.ts";
import { openPostgres, readAll, readRequest, recordsIn } from "../../../test/support/read-source.ts";
import { CallFilter } from "../../domain/call-filter.ts";
import type { TableSelection } from "../../domain/table-selection.ts";
import { postgresDatabase } from "./postgres.ts";
import type { RawCall } from "./source.ts";
import { sqlSource } from "./sql-source.ts";

const server = await startPostgres();
const tables = callTables(600);

describe.skipIf(server === null)("a real server", () => {
  let url = "";
  let sql: sqlClient.Sql;

  beforeAll(async () => {
    url = (await server?.createDatabase("calltune_reads")) ?? "";
    sql = sqlClient(url, { max: 4, onnotice: () => {} });
    await sql.unsafe(tablesSql(tables));
    await sql.unsafe("CREATE ROLE reader LOGIN PASSWORD 'r'").catch(() => {});
  });

  afterAll(async () => {
    await sql?.end();
    await server?.stop();
  });

  test("a read sees one moment, whatever is written meanwhile", async () => {
    const last = recordsOf(tables).length - 1;
    const lastId = String(recordsOf(tables)[last]?.["id"]);
    await sql`INSERT INTO tenants (id, business_name) VALUES ('late', 'before')`;
    await sql`UPDATE calls SET tenant_id = 'late' WHERE id = ${lastId}`;
    const given: RawCall[] = [];
    for await (const batch of openPostgres(url).read(readRequest({}))) {
      if (given.length === 0) {
        await sql`UPDATE calls SET status = 'changed', ended_at = ended_at + interval '1 year'`;
        await sql`UPDATE tenants SET business_name = 'after'`;
        await sql`DELETE FROM llm_function_calls`;
        await sql`INSERT INTO calls (id, ended_at) VALUES ('new', '2026-03-01T09:00:00Z')`;
      }
      given.push(...batch);
    }
    await sql.unsafe(`DROP TABLE tenants, calls, llm_function_calls; ${tablesSql(tables)}`);
    const tenant = { business_name: "before", personality: null };
    expect(recordsIn(given)).toEqual(
      recordsOf(tables).map((record, index) => (index === last ? { ...record, tenant } : record)),
    );
  });

  test("rows without a key are each told apart, wherever a read goes on", async () => {
    await sql.unsafe(`CREATE TABLE keyless (id text, ended_at timestamptz);
      INSERT INTO keyless VALUES (null, null), (null, null), (null, '2026-01-01Z'), ('a', '2026-01-01Z'),
        (null, '2026-01-01Z'), (null, '2026-01-02Z')`);
    const keyless: TableSelection = {
      ...{ table: "keyless", key: "id", columns: ["id"], timeColumn: "ended_at", parents: {}, children: {} },
      ...{ statusColumn: null, tenantColumn: null, startedColumn: null },
    };
    const given = await readAll(openPostgres(url), { selection: keyless });
    const places = given.map(({ place }) => place);
    expect(places).toContain("keyless:a");
    expect(new Set(places).size).toBe(6);
    for (const [index, { position }] of given.entries()) {
      const rest = await readAll(openPostgres(url), { selection: keyless, after: position });
      const all = [...places.slice(0, index + 1), ...rest.map(({ place }) => place)];
      expect([...new Set(all)]).toEqual(places);
    }
  });

  test("where a key isn't unique, the first call of its moment takes the tool calls, once", async () => {
    await sql.unsafe(`CREATE TABLE twins (id text, call_sid text, ended_at timestamptz);
      INSERT INTO twins VALUES ('a', 's', '2026-01-01Z'), ('a', 's', '2026-01-01Z'), ('b', 't', '2026-01-01Z');
      CREATE TABLE twin_uses (id int, call_sid text);
      INSERT INTO twin_uses VALUES (1, 's'), (2, 't')`);
    const twins: TableSelection = {
      ...{ table: "twins", key: "id", columns: ["id"], timeColumn: "ended_at", parents: {} },
      ...{ statusColumn: null, tenantColumn: null, startedColumn: null },
      children: {
        uses: {
          table: "twin_uses",
          column: "call_sid",
          callColumn: "call_sid",
          columns: ["id"],
          orderBy: [],
          key: "id",
        },
      },
    };
    expect(recordsIn(await readAll(openPostgres(url), { selection: twins }))).toEqual([
      { id: "a", uses: [{ id: 1 }] },
      { id: "a", uses: [] },
      { id: "b", uses: [{ id: 2 }] },
    ]);
  });

  test("tool calls of no call are problems with their own place", async () => {
    await sql`INSERT INTO llm_function_calls (id, call_sid) VALUES ('stray', 'nowhere'), ('lost', NULL)`;
    const problems = (await readAll(openPostgres(url), {})).filter((raw) => "problem" in raw);
    const limited = (await readAll(openPostgres(url), { limit: 1000 })).filter((raw) => "problem" in raw);
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
    await readAll(openPostgres(url), {
      filter: CallFilter.parse({ statuses: ["done"] }),
      onNotice: (text) => notices.push(text),
    });
    expect(notices).toEqual([]);
    await sql`CREATE TABLE judged AS SELECT * FROM calls WHERE status IS NOT NULL`;
    const judged = { ...selection, table: "judged", children: {} };
    const filter = CallFilter.parse({ statuses: ["done"] });
    await readAll(openPostgres(url), { selection: judged, filter, onNotice: (text) => notices.push(text) });
    expect(notices[0]).toContain('"done"; there are: completed (360), failed (120)');
  });

  test("rows that row-level security hides are spoken of", async () => {
    await sql.unsafe(
      "CREATE TABLE guarded AS SELECT * FROM calls; ALTER TABLE guarded ENABLE ROW LEVEL SECURITY",
    );
    await sql.unsafe("GRANT SELECT ON guarded, tenants TO reader");
    const notices: string[] = [];
    const guarded = { ...selection, table: "guarded", children: {} };
    await readAll(openPostgres(asReader(url)), {
      selection: guarded,
      onNotice: (text) => notices.push(text),
    });
    expect(notices[0]).toContain("row-level security");
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
      postgresDatabase({ url, schema: 'Odd "one', statementTimeoutMs: 5000 }, async () => {}),
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
    const timed = await readAll(openPostgres(url), { selection: { ...bare, ...none, timeColumn: "at" } });
    expect(timed.map(({ position }) => position)).toEqual([
      ["", "2"],
      ["", "3"],
      ["2026-02", "1"],
      ["2026-02", "10"],
      ["B", "5"],
      ["a", "4"],
    ]);
    const untimed = { ...bare, ...none, timeColumn: null };
    const keys = (await readAll(openPostgres(url), { selection: untimed, after: ["", "10"] })).map(
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
    for await (const batch of openPostgres(url).read(readRequest({ selection: many, limit: 200_000 }))) {
      expect(batch.length).toBeLessThanOrEqual(1000);
      calls += batch.length;
      for (const raw of batch) if ("record" in raw) uses += (raw.record as { uses: unknown[] }).uses.length;
      heaps.push(process.memoryUsage().heapUsed);
    }
    expect({ calls, uses }).toEqual({ calls: 200_000, uses: 400_000 });
    expect(Math.max(...heaps) - Math.min(...heaps)).toBeLessThan(150 * 1024 * 1024);
  });
});

function asReader(url: string): string {
  return Object.assign(new URL(url), { username: "reader", password: "r" }).href;
}
