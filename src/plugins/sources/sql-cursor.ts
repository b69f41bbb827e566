import type { SqlRow, SqlSession } from "./sql-session.ts";

/** Rows of a long answer, a batch at a time. */
export interface SqlCursor {
  /** The next rows; none at the end. */
  next(): Promise<readonly SqlRow[]>;
}

const mostRows = 1000;
const firstRows = 50;
/** Characters; about as many bytes on the wire. */
const batchSize = 1024 * 1024;

/**
 * Runs a statement behind a cursor on the server. Batches shrink and grow with the rows' size; the next one is on its
 * way while the last is worked at.
 */
export async function openCursor(session: SqlSession, name: string, sql: string): Promise<SqlCursor> {
  await session.query(`DECLARE ${name} NO SCROLL CURSOR FOR ${sql}`);
  let wanted = firstRows;
  let atEnd = false;
  const fetch = async () => {
    const asked = wanted;
    const rows = await session.query(`FETCH ${asked} FROM ${name}`);
    atEnd = rows.length < asked;
    if (rows.length > 0) wanted = rowsFor(sizeOf(rows) / rows.length, asked);
    return rows;
  };
  const ahead = () => {
    const rows = fetch();
    // Whoever asks for these rows is told; if nobody does, the read has ended another way.
    rows.catch(() => {});
    return rows;
  };
  let coming = ahead();
  return {
    async next() {
      const rows = await coming;
      coming = atEnd ? Promise.resolve([]) : ahead();
      return rows;
    },
  };
}

/** Grows slowly: after small rows there may come large ones. */
function rowsFor(averageSize: number, before: number): number {
  const fitting = Math.floor(batchSize / Math.max(1, averageSize));
  return Math.max(1, Math.min(fitting, before * 4, mostRows));
}

function sizeOf(rows: readonly SqlRow[]): number {
  let size = 0;
  for (const row of rows) for (const value of row) size += value?.length ?? 0;
  return size;
}
