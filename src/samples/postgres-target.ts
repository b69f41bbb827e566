import { pipeline } from "node:stream/promises";
import postgres from "postgres";
import { RemoteError } from "../lib/errors.ts";
import { copyStatement } from "./sample-tables.ts";
import type { SampleTarget } from "./sample-target.ts";

/** Any PostgreSQL server, by its URL. */
export function openPostgresTarget(url: string): SampleTarget {
  const sql = postgres(url, { max: 1, prepare: false, onnotice: () => {} });
  return {
    run: (statement) => explained(async () => void (await sql.unsafe(statement))),
    read: (statement) =>
      explained(async () => {
        const [row] = await sql.unsafe(statement).values();
        return row?.[0] ?? null;
      }),
    copy: (parts) =>
      explained(async () => {
        await sql.begin(async (transaction) => {
          for (const { table, text } of parts) {
            const rows = await transaction.unsafe(`${copyStatement(table)} STDIN`).writable();
            await pipeline([text], rows);
          }
        });
      }),
    close: () => sql.end({ timeout: 5 }),
  };
}

/** The server's own sentence may hold rows, so only its code is passed on. */
async function explained<Result>(work: () => Promise<Result>): Promise<Result> {
  try {
    return await work();
  } catch (error) {
    const code = error instanceof Error && "code" in error ? String(error.code) : "unknown";
    const sentence = `writing sample calls failed (code ${code})`;
    throw new RemoteError(
      { system: "postgres", sentence, retryable: connectionLost.test(code) },
      { cause: error },
    );
  }
}

/** Classes 08 and 57P of SQLSTATE, and the driver's own codes. */
const connectionLost = /^(?:08|57P|ECONN|ETIMEDOUT|CONNECTION_)/;
