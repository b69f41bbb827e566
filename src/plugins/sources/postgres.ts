import { setTimeout as sleep } from "node:timers/promises";
import { z } from "zod";
import { explainPostgresError, isLostConnection } from "./postgres-errors.ts";
import { connectPostgres } from "./postgres-session.ts";
import { parsePostgresUrl } from "./postgres-url.ts";
import type { Source } from "./source.ts";
import type { SqlDatabase } from "./sql-session.ts";
import { sqlSource } from "./sql-source.ts";

const Options = z.strictObject({
  url: z
    .string({ error: "expected the database's URL; is DATABASE_URL set?" })
    .min(1, "the database's URL is empty"),
  /** Schema of tables named without one; the server's search path decides where absent. */
  schema: z.string().min(1).optional(),
  /** How long the server may work at one statement. */
  statementTimeoutMs: z.int().positive().default(60_000),
});
export type PostgresOptions = z.output<typeof Options>;

export const postgres: Source<PostgresOptions> = {
  about: "any PostgreSQL server by its URL, Supabase's session and transaction poolers included",
  options: Options,
  open: async (options) => sqlSource(postgresDatabase(options, waitFor), async () => {}),
};

/** @throws UsageError when the URL can't be read */
export function postgresDatabase(options: PostgresOptions, wait: SqlDatabase["wait"]): SqlDatabase {
  const target = parsePostgresUrl(options.url);
  return {
    statementTimeoutMs: options.statementTimeoutMs,
    schema: options.schema ?? null,
    connect: (signal) => connectPostgres(target, signal),
    isLost: isLostConnection,
    explain: (error) => explainPostgresError(error, target, options.statementTimeoutMs),
    wait,
  };
}

async function waitFor(ms: number, signal: AbortSignal): Promise<void> {
  // Whoever waits asks the signal next.
  await sleep(ms, undefined, { signal }).catch(() => {});
}
