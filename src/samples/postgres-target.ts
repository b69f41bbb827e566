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
    const sentence = `writing sample calls failed (code ${code})${adviceFor(code)}`;
    throw new RemoteError(
      { system: "postgres", sentence, retryable: connectionLost.test(code) },
      { cause: error },
    );
  }
}

function adviceFor(code: string): string {
  const advice = Object.entries(advices).find(([codes]) => new RegExp(`^(?:${codes})`).test(code));
  return advice === undefined ? "" : `: ${advice[1]}`;
}

const advices: Readonly<Record<string, string>> = {
  "28P01|28000": "the server refused the user or the password of the URL",
  "3D000": "the URL's database isn't there; make it first (createdb)",
  ENOTFOUND: "the URL's host isn't there",
  "ECONNREFUSED|ENOENT": "nothing answers at the URL's host and port; is the server running?",
  "42P|42703|42804|22P02|42601":
    "the tables tenants, calls and llm_function_calls are there with other columns; give an empty database",
  "42501": "the user may not make or fill tables there",
  "53100": "the server's disk is full",
};

/** Classes 08 and 57P of SQLSTATE, and the driver's own codes. */
const connectionLost = /^(?:08|57P|ECONN|ETIMEDOUT|CONNECTION_)/;
