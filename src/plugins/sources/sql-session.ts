/** One row of an answer: every value as the database's text. */
export type SqlRow = readonly (string | null)[];

/** One connection; statements run in the order they were given. */
export interface SqlSession {
  /** Runs one statement. Rejects with the driver's own error. */
  query(sql: string): Promise<readonly SqlRow[]>;
  /** Ends the connection; what still runs on the server is cancelled. */
  close(): Promise<void>;
}

/** A Postgres, wherever it runs. */
export interface SqlDatabase {
  /** How long the server may work at one statement. */
  readonly statementTimeoutMs: number;
  /** Schema of tables named without one; null leaves it to the server's search path. */
  readonly schema: string | null;
  /** The session ends itself, its running statement included, when the signal fires. */
  connect(signal: AbortSignal): Promise<SqlSession>;
  /** True when another connection may succeed where this one was lost. */
  isLost(error: unknown): boolean;
  /** The driver's error in words for the user; errors of ours pass untouched. */
  explain(error: unknown): unknown;
  /** Resolves after so long, at once when the signal fires. */
  wait(ms: number, signal: AbortSignal): Promise<void>;
}

/** Code of a Postgres error, or of a socket's. */
export function errorCode(error: unknown): string | undefined {
  if (typeof error !== "object" || error === null || !("code" in error)) return undefined;
  return typeof error.code === "string" ? error.code : undefined;
}

/**
 * Opens a transaction that sees one moment of the database. Every setting is local to it, so that a pooler may hand
 * the connection to others afterwards.
 */
export async function beginSnapshot(session: SqlSession, statementTimeoutMs: number): Promise<void> {
  await session.query("BEGIN TRANSACTION ISOLATION LEVEL REPEATABLE READ READ ONLY");
  const settings = {
    statement_timeout: String(statementTimeoutMs),
    // A slow reader must not lose its snapshot.
    idle_in_transaction_session_timeout: "0",
    // One text for one value, and literals read as they are written.
    timezone: "UTC",
    datestyle: "ISO, YMD",
    extra_float_digits: "1",
    standard_conforming_strings: "on",
    // All rows will be read, so plans for the first ones don't pay; nor does compiling them.
    cursor_tuple_fraction: "1",
    jit: "off",
    // Calls without an index on their time are sorted.
    work_mem: "64MB",
  };
  const sets = Object.entries(settings).map(([name, value]) => `set_config('${name}', '${value}', true)`);
  await session.query(`SELECT ${sets.join(", ")}`);
}

/**
 * Runs statements until one fails: that ends the transaction (or the connection), so whatever is asked afterwards, or
 * was under way, fails for the same reason.
 */
export function untilFailure(run: SqlSession["query"]): {
  query: SqlSession["query"];
  failed: () => boolean;
} {
  let failure: { readonly error: unknown } | null = null;
  return {
    failed: () => failure !== null,
    async query(sql) {
      if (failure !== null) throw failure.error;
      try {
        return await run(sql);
      } catch (error) {
        failure ??= { error };
        throw failure.error;
      }
    },
  };
}
