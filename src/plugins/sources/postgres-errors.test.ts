import { existsSync } from "node:fs";
import { join } from "node:path";
import sqlClient from "postgres";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { callTables, selection, tablesSql } from "../../../test/support/call-tables.ts";
import { startPostgres } from "../../../test/support/postgres-server.ts";
import {
  failureOf,
  openPostgres,
  readAll,
  readRequest,
  throughPort,
  until,
} from "../../../test/support/read-source.ts";
import type { TableSelection } from "../../domain/table-selection.ts";
import { RemoteError, UsageError } from "../../lib/errors.ts";

const server = await startPostgres();
const tables = callTables(600);

describe.skipIf(server === null)("a real server", () => {
  let url = "";
  let sql: sqlClient.Sql;

  beforeAll(async () => {
    url = (await server?.createDatabase("calltune_errors")) ?? "";
    sql = sqlClient(url, { max: 4, onnotice: () => {} });
    await sql.unsafe(tablesSql(tables));
    await sql.unsafe("CREATE ROLE reader LOGIN PASSWORD 'r'").catch(() => {});
  });

  afterAll(async () => {
    await sql?.end();
    await server?.stop();
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
    const error = await failureOf(readAll(openPostgres(urlOf(url)), {}));
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
    const error = await failureOf(readAll(openPostgres(url), { selection: { ...selection, ...wrong } }));
    expect(error).toBeInstanceOf(UsageError);
    expect(error).toMatchObject({ message: expect.stringMatching(words) });
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
        const first = await openPostgres(`${url}${mode}`)
          .read(readRequest({}))
          [Symbol.asyncIterator]()
          .next();
        expect(first.done).toBe(false);
        const [row] =
          await sql`SELECT bool_and(ssl) AS safe FROM pg_stat_ssl JOIN pg_stat_activity USING (pid)
        WHERE application_name = 'calltune'`;
        expect(row).toEqual({ safe: true });
        await terminateReaders(sql);
      },
    );

    test("isn't trusted by sslmode=verify-full, unless its certificate is given", async () => {
      const error = await failureOf(readAll(openPostgres(`${url}?sslmode=verify-full`), {}));
      expect(error).toBeInstanceOf(UsageError);
      expect(error).toMatchObject({ message: expect.stringContaining("sslrootcert") });
      const given = `${url}?sslmode=verify-ca&sslrootcert=${encodeURIComponent(join(folder, "server.crt"))}`;
      expect(await readAll(openPostgres(given), { limit: 3 })).toHaveLength(3);
    });
  });
});

function asReader(url: string): string {
  return Object.assign(new URL(url), { username: "reader", password: "r" }).href;
}

async function terminateReaders(sql: sqlClient.Sql): Promise<void> {
  await sql`SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE application_name = 'calltune'`;
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
