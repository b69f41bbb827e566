import { access, readFile, rm, writeFile } from "node:fs/promises";
import { basename, join } from "node:path";
import type { PGlite } from "@electric-sql/pglite";
import { z } from "zod";
import { InterruptedError, RemoteError, UsageError } from "../../lib/errors.ts";
import type { Source } from "./source.ts";
import { errorCode, type SqlDatabase, type SqlRow, untilFailure } from "./sql-session.ts";
import { sqlSource } from "./sql-source.ts";

const Options = z.strictObject({
  /** PGlite's data folder. */
  folder: z.string({ error: "expected the folder of a PGlite database" }).min(1),
  /** Schema of tables named without one; `public` where absent. */
  schema: z.string().min(1).optional(),
});
export type PgliteOptions = z.output<typeof Options>;

/**
 * Nothing of the calls is changed, but PGlite has no way to open a folder without writing its own housekeeping there,
 * and two programs in one folder would spoil it: a folder in use is refused.
 */
export const pglite: Source<PgliteOptions> = {
  about: "a folder of PGlite, the Postgres that runs inside a program",
  options: Options,
  async open({ folder, schema }) {
    await expectDatabase(folder);
    const claim = await claimFolder(folder);
    try {
      const database = await load(folder);
      return sqlSource(pgliteDatabase(database, schema ?? null), async () => {
        if (!database.closed) await database.close();
        await claim.release();
      });
    } catch (error) {
      await claim.release();
      throw error;
    }
  },
};

function pgliteDatabase(database: PGlite, schema: string | null): SqlDatabase {
  return {
    // One thread does it all, so nothing can stop a statement; Postgres reads 0 as no limit.
    statementTimeoutMs: 0,
    schema,
    connect: async (signal) => {
      const { query } = untilFailure(async (sql) => {
        signal.throwIfAborted();
        const { rows } = await database.query<SqlRow>(sql, [], { rowMode: "array" });
        return rows;
      });
      const close = async () => {
        await database.exec("ROLLBACK");
      };
      return { query, close };
    },
    isLost: () => false,
    explain,
    wait: async () => {},
  };
}

function explain(error: unknown): unknown {
  if (error instanceof UsageError || error instanceof RemoteError || error instanceof InterruptedError)
    return error;
  const code = errorCode(error);
  if (code === undefined) return error;
  return new RemoteError(
    { system: "pglite", sentence: `refused (code ${code})`, retryable: false },
    { cause: error },
  );
}

async function load(folder: string): Promise<PGlite> {
  const { PGlite } = await import("@electric-sql/pglite");
  try {
    return await PGlite.create(folder);
  } catch (error) {
    throw new UsageError(
      `the folder "${basename(folder)}" can't be opened as a PGlite database; was it made by another version of PGlite?`,
      { cause: error },
    );
  }
}

/** PGlite would make a new database where there is none. */
async function expectDatabase(folder: string): Promise<void> {
  if (await exists(join(folder, "PG_VERSION"))) return;
  throw new UsageError(`the folder "${basename(folder)}" holds no PGlite database`);
}

interface Claim {
  release(): Promise<void>;
}

/**
 * PGlite marks a folder while it is open, but the mark doesn't say by whom, and stays after a crash. So we leave a
 * note of our own: a mark together with a note of a dead process was ours.
 */
async function claimFolder(folder: string): Promise<Claim> {
  const note = `${folder}.in-use`;
  const marked = await exists(join(folder, "postmaster.pid"));
  const holder = await readFile(note, "utf8").catch(() => null);
  const ours = holder !== null && !isAlive(Number(holder));
  if ((marked && !ours) || (holder !== null && !ours)) {
    throw new UsageError(
      `the PGlite folder "${basename(folder)}" is open in another program; end that first (if there is none, it was killed: remove postmaster.pid from the folder)`,
    );
  }
  await writeFile(note, String(process.pid), { mode: 0o600 });
  return { release: () => rm(note, { force: true }) };
}

function isAlive(pid: number): boolean {
  if (!Number.isInteger(pid) || pid <= 0) return false;
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    // Someone else's process is there, but isn't ours to signal.
    return errorCode(error) === "EPERM";
  }
}

async function exists(path: string): Promise<boolean> {
  return await access(path).then(
    () => true,
    () => false,
  );
}
