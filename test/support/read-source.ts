import { CallFilter } from "../../src/domain/call-filter.ts";
import type { OpenSource, RawCall, ReadRequest } from "../../src/plugins/sources/source.ts";
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
