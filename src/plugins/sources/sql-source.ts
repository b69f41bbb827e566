import type { ChildTable, TableSelection } from "../../domain/table-selection.ts";
import { InterruptedError, UsageError } from "../../lib/errors.ts";
import { goOnAfterDrops } from "./go-on-after-drops.ts";
import { noticeForNone } from "./no-calls-notice.ts";
import type { OpenSource, RawCall, ReadRequest } from "./source.ts";
import { openCursor } from "./sql-cursor.ts";
import { errorCode, type SqlDatabase, type SqlSession } from "./sql-session.ts";
import { openSnapshot, readTable } from "./table-reader.ts";

/** Counting is for the progress bar only, so it gets little time. */
const countTimeoutMs = 10_000;

/** Postgres's code for a statement that took too long. */
const queryCanceled = "57014";

/** A Postgres as a source of calls: all that a server and PGlite share. */
export function sqlSource(database: SqlDatabase, close: () => Promise<void>): OpenSource {
  return {
    count: (request) => count(database, request),
    read: (request) => readAll(database, request),
    close,
  };
}

async function* readAll(database: SqlDatabase, request: ReadRequest): AsyncGenerator<readonly RawCall[]> {
  const selection = selectionOf(request);
  let given = 0;
  const calls = goOnAfterDrops(database, request, {
    from: request.after,
    placeOf: (batch: readonly RawCall[]) => batch.at(-1)?.position ?? null,
    read: (session, after) =>
      readCalls(database, session, {
        ...request,
        selection,
        after,
        limit: request.limit && request.limit - given,
      }),
  });
  for await (const batch of calls) {
    given += batch.length;
    yield batch;
  }
  if (given === 0 && request.after === null) await tellWhyNone(database, request);
  if (request.limit !== null) return;
  for (const child of Object.values(selection.children)) {
    yield* goOnAfterDrops(database, request, {
      from: null,
      placeOf: (batch: readonly RawCall[]) => batch.at(-1)?.place.slice(`${child.table}:`.length) ?? null,
      read: (session, after: string | null) => readOrphans(database, session, { selection, child, after }),
    });
  }
}

async function* readCalls(
  database: SqlDatabase,
  session: SqlSession,
  request: ReadRequest & { readonly selection: TableSelection },
): AsyncGenerator<readonly RawCall[]> {
  if (request.limit === 0) return;
  const sql = await openSnapshot(database, session, request.selection);
  yield* readTable({ session, sql }, request.selection, request);
}

interface OrphanRequest {
  readonly selection: TableSelection;
  readonly child: ChildTable;
  /** Go on behind this key. */
  readonly after: string | null;
}

/** Rows of a child table that name a call which isn't there. */
async function* readOrphans(
  database: SqlDatabase,
  session: SqlSession,
  { selection, child, after }: OrphanRequest,
): AsyncGenerator<readonly RawCall[]> {
  const sql = await openSnapshot(database, session, selection);
  const orphans = await openCursor(session, "orphans", sql.orphans(child, after));
  for (let rows = await orphans.next(); rows.length > 0; rows = await orphans.next()) {
    yield rows.map(([key]) => {
      const place = `${child.table}:${key}`;
      const problem = {
        place,
        scope: "part",
        reason: "tool_call_without_call",
        detail: child.column,
      } as const;
      return { place, position: null, problem };
    });
  }
}

async function count(database: SqlDatabase, request: ReadRequest): Promise<number | null> {
  const selection = selectionOf(request);
  return await withSession(database, request.signal, async (session) => {
    try {
      const sql = await openSnapshot({ ...database, statementTimeoutMs: countTimeoutMs }, session, selection);
      const [row] = await session.query(sql.count({ ...request, limit: null }));
      const calls = Number(row?.[0] ?? 0);
      return request.limit === null ? calls : Math.min(calls, request.limit);
    } catch (error) {
      const tooLong = errorCode(error) === queryCanceled || database.isLost(error);
      if (tooLong && !request.signal.aborted) return null;
      throw error;
    }
  });
}

async function tellWhyNone(database: SqlDatabase, request: ReadRequest): Promise<void> {
  const selection = selectionOf(request);
  const { statuses, hidden } = await withSession(database, request.signal, async (session) => {
    const sql = await openSnapshot(database, session, selection);
    const rows = await session.query(sql.statuses(request.filter));
    const [security] = await session.query(sql.rowSecurity());
    return {
      statuses: rows.map(([status, calls]) => [status ?? null, Number(calls)] as const),
      hidden: security?.[0] === "true",
    };
  });
  request.onNotice(noticeForNone({ table: selection.table, filter: request.filter, statuses, hidden }));
}

async function withSession<Answer>(
  database: SqlDatabase,
  signal: AbortSignal,
  ask: (session: SqlSession) => Promise<Answer>,
): Promise<Answer> {
  let session: SqlSession | null = null;
  try {
    session = await database.connect(signal);
    return await ask(session);
  } catch (error) {
    if (signal.aborted) throw new InterruptedError("reading was interrupted", { cause: error });
    throw database.explain(error);
  } finally {
    await session?.close();
  }
}

function selectionOf({ selection }: ReadRequest): TableSelection {
  if (selection !== null) return selection;
  throw new UsageError(
    "this format reads whole records, but the source holds tables; use the format `tables`, or a JSON Lines file as source",
  );
}
