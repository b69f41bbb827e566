import { inlinePool, threadPool, type WorkerPool } from "../../lib/worker-pool.ts";
import type { CallFormat } from "../../plugins/call-formats/call-format.ts";
import type { RawCall } from "../../plugins/sources/source.ts";
import { type BuiltInFormat, type ParsedRecordLine, type ParseSetup, recordParser } from "./parse-records.ts";
import { pullJob } from "./pull-worker.ts";

export type ParsePool = WorkerPool<readonly RawCall[], ParsedRecordLine[]>;

/** A built-in format can be worked on by several threads. */
export function builtInFormatPool(setup: BuiltInFormat, threads: number): ParsePool {
  if (threads <= 1) return inlinePool(pullJob, setup);
  return threadPool(workerFile(), threads, setup);
}

/** A user's own format is a function, which can't travel to a thread. */
export function ownFormatPool<Options>(
  format: CallFormat<Options>,
  options: Options,
  setup: ParseSetup,
): ParsePool {
  return inlinePool(() => recordParser(format, options, setup), setup);
}

function workerFile(): URL {
  return new URL(import.meta.url.endsWith(".ts") ? "./pull-worker.ts" : "./pull-worker.js", import.meta.url);
}
