import { createHmac } from "node:crypto";
import { type CallFilter, type LeftOutReason, leftOutBy } from "../../domain/call-filter.ts";
import { callLine } from "../../domain/call-line.ts";
import type { Problem } from "../../domain/problem.ts";
import type { CallFormat } from "../../plugins/call-formats/call-format.ts";
import type { CallFormatName } from "../../plugins/call-formats/index.ts";
import type { Position, RawCall } from "../../plugins/sources/source.ts";

/** What became of one record of a source. */
export interface ParsedRecordLine {
  readonly place: string;
  readonly position: Position | null;
  /** Null where the record didn't make a call. */
  readonly id: string | null;
  /** The line of `calls.jsonl`, without its end; null where the call isn't kept. */
  readonly line: string | null;
  readonly leftOut: LeftOutReason | null;
  readonly problems: readonly Problem[];
}

export interface ParseSetup {
  readonly filter: CallFilter;
  /** Keys the opaque caller ids. */
  readonly salt: string;
}

/** A built-in format by its name, so that it can travel to a thread. */
export interface BuiltInFormat extends ParseSetup {
  readonly format: CallFormatName;
  readonly formatOptions: unknown;
}

/** A pure function from raw records to lines, for one format. */
export function recordParser<Options>(format: CallFormat<Options>, options: Options, setup: ParseSetup) {
  const callerId = (key: string) => opaqueId(setup.salt, key);
  return (records: readonly RawCall[]): ParsedRecordLine[] =>
    records.map((raw) => {
      const { place, position } = raw;
      if ("problem" in raw)
        return { place, position, id: null, line: null, leftOut: null, problems: [raw.problem] };
      const { call, problems } = format.parse(raw.record, { place, callerId }, options);
      if (call === null) return { place, position, id: null, line: null, leftOut: null, problems };
      const leftOut = leftOutBy(call, setup.filter);
      const line = leftOut === null ? callLine(call) : null;
      return { place, position, id: call.id, line, leftOut, problems };
    });
}

/** The same for the same number, and of no use to find the number without the salt. */
function opaqueId(salt: string, key: string): string {
  return createHmac("sha256", `calltune caller ${salt}`).update(key).digest("hex").slice(0, 16);
}
