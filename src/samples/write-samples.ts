import { InterruptedError, UsageError } from "../lib/errors.ts";
import type { SampleCall } from "./sample-call.ts";
import { callsToCopy, createTables, sampleTables, tenantsToCopy, toolCallsToCopy } from "./sample-tables.ts";
import type { SampleTarget } from "./sample-target.ts";
import { type SimulateOptions, simulateCalls } from "./simulate-calls.ts";
import { sampleTenants } from "./tenants.ts";

export interface WriteOptions extends SimulateOptions {
  /** Calls written at once; memory holds one batch. */
  readonly batch?: number;
  /** Write although the tables hold rows already. The first index is then `from`, or else the number of calls there. */
  readonly append?: boolean;
  readonly onProgress?: (written: number) => void;
  readonly signal?: AbortSignal;
}

/**
 * Writes sample calls into the tables `tenants`, `calls` and `llm_function_calls`, which are made where absent.
 * Returns how many calls were written.
 * @throws UsageError when one of the tables holds rows and `append` isn't set
 * @throws InterruptedError when `signal` fires; whole batches stay written
 * @throws RemoteError when a server refuses
 */
export async function writeSamples(target: SampleTarget, options: WriteOptions): Promise<number> {
  const { batch = 1000, append = false, onProgress, signal, count } = options;
  if (!append) await expectEmpty(target);
  for (const statement of createTables) await target.run(statement);
  const from = options.from ?? Number(await target.read("SELECT count(*) FROM calls"));
  await writeTenants(target);
  for (let written = 0; written < count; ) {
    if (signal?.aborted)
      throw new InterruptedError(
        `interrupted after ${written} of ${count} sample calls; the same command with --append --count ${count - written} writes the rest`,
      );
    const size = Math.min(batch, count - written);
    await writeBatch(target, [...simulateCalls({ ...options, from: from + written, count: size })]);
    written += size;
    onProgress?.(written);
  }
  return count;
}

async function writeBatch(target: SampleTarget, samples: readonly SampleCall[]): Promise<void> {
  const calls = samples.map(({ rows }) => rows.call);
  const toolCalls = samples.flatMap(({ rows }) => rows.toolCalls);
  await target.copy([callsToCopy(calls), toolCallsToCopy(toolCalls)]);
}

async function writeTenants(target: SampleTarget): Promise<void> {
  for (const tenant of sampleTenants()) {
    const known = await target.read(`SELECT 1 FROM tenants WHERE id = '${tenant.id}'`);
    if (known === null) await target.copy([tenantsToCopy([tenant])]);
  }
}

async function expectEmpty(target: SampleTarget): Promise<void> {
  for (const table of sampleTables) {
    if ((await target.read(`SELECT to_regclass('${table}')`)) === null) continue;
    if ((await target.read(`SELECT 1 FROM ${table} LIMIT 1`)) === null) continue;
    throw new UsageError(
      `the table "${table}" holds rows already; write sample calls elsewhere, or append to it (--append)`,
    );
  }
}
