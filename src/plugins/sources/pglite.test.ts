import { existsSync, mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { PGlite } from "@electric-sql/pglite";
import { afterAll, beforeAll, expect, test } from "vitest";
import { callTables, selection, tablesSql } from "../../../test/support/call-tables.ts";
import { failureOf, readAll } from "../../../test/support/read-source.ts";
import { RemoteError, UsageError } from "../../lib/errors.ts";
import { pglite } from "./pglite.ts";

const home = mkdtempSync(join(tmpdir(), "calltune-pglite-"));
const folder = join(home, "database");

beforeAll(async () => {
  const database = await PGlite.create(folder);
  await database.exec(tablesSql(callTables(8)));
  await database.exec(
    "CREATE VIEW broken AS SELECT c.*, 1 / (length(id) - length(id)) AS nothing FROM calls c",
  );
  await database.close();
});
afterAll(() => rmSync(home, { recursive: true }));

test.each(["missing", "empty"])("a %s folder is refused, and nothing is made of it", async (name) => {
  const path = join(home, name);
  if (name === "empty") mkdirSync(path);
  await expect(pglite.open({ folder: path })).rejects.toThrow(UsageError);
  expect(existsSync(path) ? readdirSync(path) : []).toEqual([]);
});

test("a folder is open once; the second is told, and may open it afterwards", async () => {
  const first = await pglite.open({ folder });
  await expect(pglite.open({ folder })).rejects.toThrow(/open in another program/);
  await first.close();
  const second = await pglite.open({ folder });
  expect(await readAll(second)).toHaveLength(8);
  await second.close();
});

test("a folder that someone else has open is refused", async () => {
  const other = await PGlite.create(folder);
  await expect(pglite.open({ folder })).rejects.toThrow(/open in another program/);
  await other.close();
});

test("a folder that a killed reader of ours left open is taken over", async () => {
  writeFileSync(join(folder, "postmaster.pid"), "-42\n");
  writeFileSync(`${folder}.in-use`, "999999999");
  const source = await pglite.open({ folder });
  expect(await readAll(source)).toHaveLength(8);
  await source.close();
  expect(existsSync(`${folder}.in-use`)).toBe(false);
});

test("a statement that fails is told by its own reason, not by what failed after it", async () => {
  const source = await pglite.open({ folder });
  const broken = { ...selection, table: "broken", columns: ["id", "nothing"] };
  const error = await failureOf(readAll(source, { selection: broken }));
  await source.close();
  expect(error).toBeInstanceOf(RemoteError);
  expect(error).toMatchObject({ message: "pglite: refused (code 22012)" });
});
