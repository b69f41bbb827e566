import { InterruptedError } from "../../lib/errors.ts";
import type { SqlDatabase, SqlSession } from "./sql-session.ts";

/** Waits before a new connection; as many as tries in a row. */
const waitsMs = [250, 1000, 3000, 9000, 20_000];

/** A read that can begin behind any place it has handed out. */
export interface Resumable<Batch, Place> {
  readonly from: Place | null;
  read(session: SqlSession, after: Place | null): AsyncIterable<Batch>;
  placeOf(batch: Batch): Place | null;
}

interface Asker {
  readonly signal: AbortSignal;
  readonly onNotice: (sentence: string) => void;
}

/**
 * Reads to the end over as many connections as it takes: one that was lost is replaced and the read goes on behind
 * the last batch handed out. A first connection that can't be had is the user's to mend, so that isn't tried again.
 * @throws InterruptedError when the signal fires; else the database's error, in words
 */
export async function* goOnAfterDrops<Batch, Place>(
  database: SqlDatabase,
  { signal, onNotice }: Asker,
  { from, read, placeOf }: Resumable<Batch, Place>,
): AsyncGenerator<Batch> {
  let place = from;
  let connected = false;
  let drops = 0;
  const readOn = (session: SqlSession) => {
    connected = true;
    return read(session, place);
  };
  for (;;) {
    try {
      for await (const batch of overOneConnection(database, signal, readOn)) {
        place = placeOf(batch) ?? place;
        drops = 0;
        yield batch;
      }
      return;
    } catch (error) {
      if (signal.aborted) throw new InterruptedError("reading was interrupted", { cause: error });
      if (!connected || drops >= waitsMs.length || !database.isLost(error)) throw database.explain(error);
    }
    onNotice("the connection to the database was lost; connecting again and going on where it stopped");
    await database.wait(waitsMs[drops] ?? 0, signal);
    drops += 1;
  }
}

async function* overOneConnection<Batch>(
  database: SqlDatabase,
  signal: AbortSignal,
  read: (session: SqlSession) => AsyncIterable<Batch>,
): AsyncGenerator<Batch> {
  const session = await database.connect(signal);
  try {
    for await (const batch of read(session)) {
      signal.throwIfAborted();
      yield batch;
    }
    signal.throwIfAborted();
  } finally {
    await session.close();
  }
}
