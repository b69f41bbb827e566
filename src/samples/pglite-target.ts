import { PGlite } from "@electric-sql/pglite";
import { copyStatement } from "./sample-tables.ts";
import type { SampleTarget } from "./sample-target.ts";

/** The embedded Postgres with its data in `folder`; made where there is none yet. Without a folder, in memory. */
export async function openPgliteTarget(folder?: string): Promise<SampleTarget> {
  const database = await PGlite.create(folder);
  return {
    run: async (statement) => void (await database.exec(statement)),
    read: async (statement) => {
      const { rows } = await database.query<unknown[]>(statement, [], { rowMode: "array" });
      return rows[0]?.[0] ?? null;
    },
    copy: (parts) =>
      database.transaction(async (transaction) => {
        for (const { table, text } of parts) {
          const blob = new Blob([text]);
          await transaction.query(`${copyStatement(table)} '/dev/blob'`, [], { blob });
        }
      }),
    close: () => database.close(),
  };
}
