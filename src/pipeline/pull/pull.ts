import type { LeakReport, RedactionMark } from "../../domain/leak-report.ts";
import { InterruptedError } from "../../lib/errors.ts";
import { sha256 } from "../../lib/hash.ts";
import { canonicalJson, isTooDeep, type Json } from "../../lib/json.ts";
import { mapInOrder, type WorkerPool } from "../../lib/worker-pool.ts";
import type { OpenSource, RawCall, ReadRequest } from "../../plugins/sources/source.ts";
import { type PullCounts, readPullState } from "../../workspace/pull-state.ts";
import { mapName } from "../../workspace/reverse-map.ts";
import type { Workspace } from "../../workspace/workspace.ts";
import type { ParsedRecordLine } from "./parse-records.ts";
import { openPullSink, type PullSink } from "./pull-sink.ts";
import { type Beginning, whereToBegin } from "./where-to-begin.ts";

export interface PullOrder {
  readonly workspace: Workspace;
  readonly source: OpenSource;
  /** What tells this source from another one, without its secrets. */
  readonly sourceIdentity: Json;
  /** What tells this format and its options from another. */
  readonly shapeIdentity: Json;
  /** Whether and how the pool's calls are redacted. */
  readonly redaction: RedactionMark;
  /** Where the pool's reverse map goes; null where none is asked for. */
  readonly reverseMap: string | null;
  readonly request: Omit<ReadRequest, "after">;
  readonly parse: WorkerPool<readonly RawCall[], ParsedRecordLine[]>;
  /** Begin anew: forget what was pulled before. */
  readonly fresh: boolean;
  readonly onProgress: (progress: PullProgress) => void;
}

export interface PullProgress {
  readonly records: number;
  /** Null where the source can't tell without reading everything. */
  readonly total: number | null;
  readonly kept: number;
}

export interface PullSummary {
  /** Of this pull, the part before an interruption included. */
  readonly counts: PullCounts;
  /** Calls in `calls.jsonl`, earlier pulls included. */
  readonly totalCalls: number;
  readonly redaction: RedactionMark;
  /** Of all calls in `calls.jsonl`. */
  readonly leaks: LeakReport;
  /** True when this pull went on behind an earlier one. */
  readonly continued: boolean;
}

/**
 * Reads calls from a source into `calls.jsonl`, and what can't be read into `problems.jsonl`. Goes on where an
 * interrupted pull stopped; after a finished one reads only what is new. Killed at any moment and run again, it
 * leaves the same bytes as an undisturbed run.
 * @throws UsageError, RemoteError of the source; InterruptedError when the signal fires (what was read is saved)
 */
export async function pull(order: PullOrder): Promise<PullSummary> {
  const begin = whereToBegin(order.fresh ? null : await readPullState(order.workspace), {
    source: sha256(canonicalJson(order.sourceIdentity)),
    shape: sha256(canonicalJson(order.shapeIdentity)),
    redaction: order.redaction,
    reverseMap: order.reverseMap === null ? null : mapName(order.workspace, order.reverseMap),
  });
  const sink = await openPullSink(order.workspace, begin.state, order.request.limit);
  try {
    await readInto(sink, order, begin);
    await sink.finish();
  } catch (error) {
    throw error instanceof InterruptedError ? withWhatIsSaved(error, sink) : error;
  } finally {
    await sink.close();
  }
  return {
    counts: sink.counts(),
    totalCalls: sink.totalCalls(),
    redaction: order.redaction,
    leaks: sink.leaks(),
    continued: begin.continued,
  };
}

function withWhatIsSaved(cause: InterruptedError, sink: PullSink): InterruptedError {
  const saved = `${sink.totalCalls()} calls are saved; the same \`calltune pull\` goes on from there`;
  return new InterruptedError(`${cause.message}; ${saved}`, { cause });
}

async function readInto(sink: PullSink, order: PullOrder, { after, continued }: Beginning): Promise<void> {
  const request: ReadRequest = { ...order.request, after };
  const total = await order.source.count(request);
  let records = 0;
  for await (const parsed of mapInOrder(freshRecords(order, request, { total, continued }), order.parse)) {
    await sink.take(parsed);
    records += parsed.length;
    order.onProgress({ records, total, kept: sink.counts().kept });
    if (sink.isFull()) return;
  }
}

/**
 * A limit counts calls read, and how many of a source's records are known, or left out by the filter, shows only here.
 * So a database is asked for so many at first, which spares it sorting them all, and for the rest where they don't do.
 */
async function* freshRecords(
  { source, request: { limit } }: PullOrder,
  request: ReadRequest,
  { total, continued }: { readonly total: number | null; readonly continued: boolean },
): AsyncGenerator<readonly RawCall[]> {
  const isOneGo = limit === null || total === null || continued;
  let { after } = request;
  let given = 0;
  for await (const batch of source.read({ ...request, limit: isOneGo ? null : limit })) {
    yield* portions(batch);
    given += batch.length;
    after = batch.at(-1)?.position ?? after;
  }
  if (isOneGo || given < limit) return;
  for await (const batch of source.read({ ...request, after, limit: null })) yield* portions(batch);
}

/**
 * So many records travel to a thread at once. They are dead before the thread clears its short-lived objects a second
 * time: with 100 many were kept for old ones, and all old ones walked three times as often.
 */
const portionSize = 25;

function* portions(batch: readonly RawCall[]): Generator<readonly RawCall[]> {
  for (let start = 0; start < batch.length; start += portionSize)
    yield batch.slice(start, start + portionSize).map(asSendable);
}

/** What is nested too deeply can't be copied to a thread. */
function asSendable(raw: RawCall): RawCall {
  if ("problem" in raw || !isTooDeep(raw.record)) return raw;
  const { place, position } = raw;
  const problem = { place, scope: "call", reason: "too_large", detail: "nested too deeply" } as const;
  return { place, position, problem };
}
