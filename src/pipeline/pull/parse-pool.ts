import { Call } from "../../domain/call.ts";
import { UsageError } from "../../lib/errors.ts";
import { inlinePool, threadPool, type WorkerPool } from "../../lib/worker-pool.ts";
import type { CallFormat } from "../../plugins/call-formats/call-format.ts";
import type { RawCall } from "../../plugins/sources/source.ts";
import { finishJob } from "./finish-worker.ts";
import {
  type BuiltInFormat,
  type ParsedRecordLine,
  type ParseSetup,
  type ReadRecord,
  recordReader,
} from "./parse-records.ts";
import { pullJob } from "./pull-worker.ts";

export type ParsePool = WorkerPool<readonly RawCall[], ParsedRecordLine[]>;

/** A built-in format can be worked on by several threads. */
export function builtInFormatPool(setup: BuiltInFormat, threads: number): ParsePool {
  if (threads <= 1) return inlinePool(pullJob, setup);
  return threadPool(workerFile("pull-worker"), threads, setup);
}

/** A user's own format is a function, which can't travel to a thread: it reads on this one, and threads do the rest. */
export function ownFormatPool<Options>(
  format: CallFormat<Options>,
  options: Options,
  { threads = 1, ...setup }: ParseSetup & { readonly threads?: number },
): ParsePool {
  const read = recordReader(format, options, setup);
  const finish: WorkerPool<readonly ReadRecord[], ParsedRecordLine[]> =
    threads <= 1 ? inlinePool(finishJob, setup) : threadPool(workerFile("finish-worker"), threads, setup);
  return {
    size: finish.size,
    run: async (records) => finish.run(read(records).map(checked)),
    close: finish.close,
  };
}

/** What isn't a call's stays out: nobody would redact it. @throws UsageError, the format is the user's */
function checked(record: ReadRecord): ReadRecord {
  if (record.call === null) return record;
  const call = Call.safeParse(record.call);
  if (call.success) return { ...record, call: call.data };
  const fault = call.error.issues[0];
  throw new UsageError(`your format gave no call: ${fault?.path.join(".")}: ${fault?.message}`);
}

function workerFile(name: string): URL {
  const ending = import.meta.url.endsWith(".ts") ? "ts" : "js";
  return new URL(`./${name}.${ending}`, import.meta.url);
}
