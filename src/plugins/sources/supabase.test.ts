import { PGlite } from "@electric-sql/pglite";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import {
  callTables,
  foreignKeysSql,
  recordsOf,
  selection,
  tablesSql,
} from "../../../test/support/call-tables.ts";
import { type Fault, type PostgrestOptions, startPostgrest } from "../../../test/support/postgrest-server.ts";
import { failureOf, readAll, readRequest, recordsIn } from "../../../test/support/read-source.ts";
import { CallFilter } from "../../domain/call-filter.ts";
import { InterruptedError, RemoteError, UsageError } from "../../lib/errors.ts";
import { seededRandom } from "../../lib/seeded-random.ts";
import { openSupabase, supabase } from "./supabase.ts";

const tables = callTables(120);
const anonKey = `x.${Buffer.from('{"role":"anon"}').toString("base64url")}.y`;
let database: PGlite;

beforeAll(async () => {
  database = await PGlite.create();
  await database.exec(tablesSql(tables));
});
afterAll(() => database.close());

test("rows without a key end a read as others do, and are told apart", async () => {
  await database.exec(`CREATE TABLE keyless (id text, ended_at timestamptz);
    INSERT INTO keyless VALUES (null, '2026-01-01Z'), (null, '2026-01-01Z'), ('a', '2026-01-01Z'), ('b', '2026-01-02Z')`);
  const keyless = { ...selection, table: "keyless", columns: ["id"], parents: {}, children: {} };
  const bare = { ...keyless, statusColumn: null, tenantColumn: null, startedColumn: null };
  for (const timeColumn of ["ended_at", null])
    for (const maxRows of [1, 2, 1000]) {
      const api = await start({ maxRows });
      const given = await readAll(open(api), { selection: { ...bare, timeColumn } });
      const places = given.map(({ place }) => place);
      expect(new Set(places).size).toBe(places.length);
      expect(places).toEqual(expect.arrayContaining(["keyless:a", "keyless:b"]));
      if (maxRows === 1000) expect(places).toHaveLength(4);
      await api.close();
    }
});

describe.each([
  ["without foreign keys", ""],
  ["with foreign keys", foreignKeysSql],
])("%s", (name, keys) => {
  beforeAll(async () => {
    await database.exec(keys);
  });

  test.each([1, 3, 5, 12, 1000])(
    "a server that gives at most %i rows loses none, embedded ones neither",
    async (maxRows) => {
      const api = await start({ maxRows });
      expect(recordsIn(await readAll(open(api)))).toEqual(recordsOf(tables));
      await api.close();
    },
  );

  test("tool calls come embedded where a key leads to them, else by lists of calls", async () => {
    const api = await start({});
    await readAll(open(api));
    const lists = api.requests.filter((request) => request.startsWith("/rest/v1/llm_function_calls"));
    await api.close();
    expect(lists.length > 0).toBe(name === "without foreign keys");
    for (const request of api.requests) expect(encodeURIComponent(request).length).toBeLessThan(8000);
  });

  test("a call written behind the last page while it is read is read too, and nothing shifts", async () => {
    const api = await start({ maxRows: 20 });
    let given = 0;
    const places: string[] = [];
    for await (const batch of open(api).read(readRequest({}))) {
      places.push(...batch.map(({ place }) => place));
      if (given === 0)
        await database.exec(
          "INSERT INTO calls (id, ended_at) VALUES ('late', '2030-01-01Z'), ('early', '2000-01-01Z')",
        );
      given += batch.length;
    }
    await database.exec("DELETE FROM calls WHERE id IN ('late', 'early')");
    await api.close();
    expect(places).toHaveLength(121);
    expect(new Set(places).size).toBe(121);
    expect(places.at(-1)).toBe("calls:late");
  });
});

describe("trouble", () => {
  test.each<[string, Fault]>([
    ["429 that says when", { status: 429, retryAfter: "7" }],
    ["503", { status: 503 }],
    ["Cloudflare's 520", { status: 520, body: "<html>" }],
    ["a cut connection", { cut: "before the answer" }],
    ["half an answer", { cut: "in the answer" }],
  ])("%s, twice for every request, costs no call", async (_, fault) => {
    const api = await start({ maxRows: 50, faultOf: (request) => (request % 3 === 0 ? undefined : fault) });
    const notices: string[] = [];
    const waits: number[] = [];
    const given = await readAll(open(api, "service", waits), { onNotice: (text) => notices.push(text) });
    await api.close();
    expect(recordsIn(given)).toEqual(recordsOf(tables));
    expect(notices).toHaveLength(waits.length);
    expect(waits.length).toBe((api.requests.length * 2) / 3);
    if ("retryAfter" in fault) expect(new Set(waits)).toEqual(new Set([7000]));
    else expect(waits.every((ms, index) => ms >= (index % 2 === 0 ? 250 : 500) && ms <= 1000)).toBe(true);
  });

  test("a Retry-After that names a time of day is waited for, but no longer than two minutes", async () => {
    const fault = (request: number): Fault | undefined => {
      if (request === 1) return { status: 429, retryAfter: "Thu, 01 Jan 2026 00:00:10 GMT" };
      if (request === 2) return { status: 429, retryAfter: "86400" };
      return undefined;
    };
    const api = await start({ faultOf: fault });
    const waits: number[] = [];
    await readAll(open(api, "service", waits), { limit: 1 });
    await api.close();
    expect(waits).toEqual([10_000, 120_000]);
  });

  test("a server that stays down is given up after six tries, and may be tried again later", async () => {
    const api = await start({ faultOf: () => ({ status: 503 }) });
    const error = await failureOf(readAll(open(api)));
    await api.close();
    expect(error).toBeInstanceOf(RemoteError);
    expect(error).toMatchObject({ system: "supabase", status: 503, retryable: true });
    expect(api.requests).toHaveLength(6);
  });

  test("a page that takes the server too long is asked for in smaller parts", async () => {
    const slow: Fault = {
      status: 500,
      body: '{"code":"57014","message":"canceling statement due to statement timeout"}',
    };
    const api = await start({
      faultOf: (_, url) => (Number(url.searchParams.get("limit")) > 10 ? slow : undefined),
    });
    const wish = { selection: { ...selection, parents: {}, children: {} } };
    expect(await readAll(open(api), wish)).toHaveLength(120);
    await api.close();
  });

  test("a fired signal ends a wait and the read", async () => {
    const stop = new AbortController();
    const api = await start({ faultOf: () => ({ status: 429, retryAfter: "100" }) });
    const source = await supabase.open({ url: api.url, key: "service" });
    const reading = failureOf(readAll(source, { signal: stop.signal, onNotice: () => stop.abort() }));
    expect(await reading).toBeInstanceOf(InterruptedError);
    await api.close();
  });

  test.each([
    ["a wrong key", "wrong-key", {}, /service-role/],
    ["an unknown table", "service", { table: "phone_calls" }, /phone_calls.*`tables`/],
    ["an unknown column", "service", { columns: ["words"] }, /words.*`tables`/],
    ["a schema that isn't there", "service", { timeColumn: "nothing" }, /nothing/],
  ])("%s is the user's to mend, and the key isn't told", async (_, key, wrong, words) => {
    const api = await start({});
    const error = await failureOf(readAll(open(api, key), { selection: { ...selection, ...wrong } }));
    await api.close();
    expect(error).toBeInstanceOf(UsageError);
    expect(error).toMatchObject({ message: expect.stringMatching(words) });
    expect(String(error)).not.toContain("wrong-key");
  });

  test("an answer that isn't the API's is told by where the URL should lead", async () => {
    const api = await start({ faultOf: () => ({ status: 404, body: "<html>not here</html>" }) });
    expect(await failureOf(readAll(open(api)))).toMatchObject({
      message: expect.stringContaining("https://PROJECT"),
    });
    await api.close();
  });
});

test("the public key sees nothing, and the user hears why", async () => {
  const api = await start({});
  const notices: string[] = [];
  expect(await readAll(open(api, anonKey), { onNotice: (text) => notices.push(text) })).toEqual([]);
  await api.close();
  expect(notices.join()).toMatch(/anon.*SUPABASE_SERVICE_ROLE_KEY/);
});

test("when no call has the wanted status, the user hears which there are", async () => {
  const api = await start({});
  const notices: string[] = [];
  const filter = CallFilter.parse({ statuses: ["done"], tenants: ["pizza"], since: "2026-01-01T00:00:00Z" });
  await database.exec("UPDATE calls SET status = 'lost' WHERE status IS NULL");
  await readAll(open(api), { filter, onNotice: (text) => notices.push(text) });
  await database.exec("UPDATE calls SET status = NULL WHERE status = 'lost'");
  await api.close();
  expect(notices[0]).toMatch(/"done"; there are: completed \(\d+\), failed \(\d+\), lost/);
});

test.each([
  ["http://project.supabase.co", /https only/],
  ["project.supabase.co", /https:\/\/PROJECT/],
  ["ftp://localhost", /https:\/\/PROJECT/],
])("the URL %s is refused before a key is sent", async (url, words) => {
  await expect(supabase.open({ url, key: "secret" })).rejects.toThrow(words);
});

test.each(["", "/", "/rest/v1", "/rest/v1/"])("the project's URL may end in %j", async (path) => {
  const api = await start({});
  const source = await supabase.open({ url: `${api.url}${path}`, key: "service" });
  expect(await readAll(source, { limit: 2 })).toHaveLength(2);
  await api.close();
});

interface Running {
  readonly url: string;
  readonly requests: readonly string[];
  close(): Promise<void>;
}

function start(options: Partial<PostgrestOptions>): Promise<Running> {
  const run = async (sql: string) => (await database.query<Record<string, unknown>>(sql)).rows;
  return startPostgrest({ run, serviceKey: "service", anonKey, ...options });
}

/** Waits are noted, not waited. */
function open(api: Running, key = "service", waits: number[] = []) {
  return openSupabase(
    { url: api.url, key },
    {
      fetch: (input, init) => fetch(input, init),
      wait: async (ms) => {
        waits.push(ms);
      },
      now: () => Date.parse("2026-01-01T00:00:00Z"),
      random: seededRandom("test"),
    },
  );
}
