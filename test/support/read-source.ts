import { CallFilter } from "../../src/domain/call-filter.ts";
import { postgres, postgresDatabase } from "../../src/plugins/sources/postgres.ts";
import type { OpenSource, RawCall, ReadRequest } from "../../src/plugins/sources/source.ts";
import { sqlSource } from "../../src/plugins/sources/sql-source.ts";
import { plainRecord, selection } from "./call-tables.ts";

/** A request for all calls of `callTables`, but for what is wished otherwise. */
export function readRequest(wish: Partial<ReadRequest>): ReadRequest {
  const filter = CallFilter.parse({ statuses: [] });
  const signal = new AbortController().signal;
  return { selection, filter, after: null, limit: null, signal, onNotice: () => {}, ...wish };
}

/** Everything a read gives. */
export async function readAll(source: OpenSource, wish: Partial<ReadRequest> = {}): Promise<RawCall[]> {
  const given: RawCall[] = [];
  for await (const batch of source.read(readRequest(wish))) given.push(...batch);
  return given;
}

/** The records among what a read gave, after `plainRecord`. */
export function recordsIn(given: readonly RawCall[]): unknown[] {
  return given.filter((raw) => "record" in raw).map(({ record }) => plainRecord(record));
}

/** What a promise is rejected with. */
export async function failureOf(doing: Promise<unknown>): Promise<unknown> {
  try {
    await doing;
  } catch (error) {
    return error;
  }
  throw new Error("expected a failure");
}

/** The postgres source, without waits before it connects again. */
export function openPostgres(url: string): OpenSource {
  return sqlSource(
    postgresDatabase(postgres.options.parse({ url }), async () => {}),
    async () => {},
  );
}

export function throughPort(url: string, port: number): string {
  return Object.assign(new URL(url), { port: String(port) }).href;
}

/** Asks until it is so; the server is another process, with its own pace. */
export async function until(isSo: () => Promise<boolean>): Promise<void> {
  const end = performance.now() + 120_000;
  while (!(await isSo())) if (performance.now() > end) throw new Error("it never came to be so");
}
