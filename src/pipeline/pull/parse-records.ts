import type { Call } from "../../domain/call.ts";
import { type CallFilter, type LeftOutReason, leftOutBy } from "../../domain/call-filter.ts";
import { callLine } from "../../domain/call-line.ts";
import type { LeakReport } from "../../domain/leak-report.ts";
import type { Problem } from "../../domain/problem.ts";
import type { RedactionSettings } from "../../domain/redaction-settings.ts";
import { hmacUnder } from "../../lib/hash.ts";
import { toJsonLine } from "../../lib/json-lines.ts";
import type { CallFormat } from "../../plugins/call-formats/call-format.ts";
import type { CallFormatName } from "../../plugins/call-formats/index.ts";
import type { Position, RawCall } from "../../plugins/sources/source.ts";
import { callRedactor, type ReportedCall } from "../../redaction/redact-calls.ts";
import { maskPersonalIds } from "./mask-personal-ids.ts";

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
  /** What redaction did to the line; null where it is off or there is no line. */
  readonly leaks: LeakReport | null;
  /** Lines of the reverse map, each with its end; empty where none was asked for. */
  readonly reverseMap: string;
}

export interface ParseSetup {
  readonly filter: CallFilter;
  /** The secret that opaque ids and surrogates depend on. */
  readonly salt: string;
  /** Null leaves personal data in the calls. */
  readonly redaction: RedactionSettings | null;
  /** Tell what stands in whose place. */
  readonly reverseMap?: boolean;
}

/** A built-in format by its name, so that it can travel to a thread. */
export interface BuiltInFormat extends ParseSetup {
  readonly format: CallFormatName;
  readonly formatOptions: unknown;
}

/** A record read, before it is filtered and redacted. */
export interface ReadRecord {
  readonly place: string;
  readonly position: Position | null;
  readonly call: Call | null;
  readonly problems: readonly Problem[];
}

/** A pure function from raw records to lines, for one format. */
export function recordParser<Options>(format: CallFormat<Options>, options: Options, setup: ParseSetup) {
  const read = recordReader(format, options, setup);
  const finish = recordFinisher(setup);
  return (records: readonly RawCall[]): ParsedRecordLine[] => finish(read(records));
}

/** The first half: what the records say. */
export function recordReader<Options>(format: CallFormat<Options>, options: Options, { salt }: ParseSetup) {
  const opaqueId = opaqueIds(salt);
  return (records: readonly RawCall[]): ReadRecord[] =>
    records.map((raw) => {
      const { place, position } = raw;
      if ("problem" in raw) return { place, position, call: null, problems: [raw.problem] };
      const given = new Set<string>();
      const callerId = (key: string) => {
        const id = opaqueId(key);
        given.add(id);
        return id;
      };
      const { call, problems } = format.parse(raw.record, { place, callerId }, options);
      return {
        place,
        position,
        problems,
        call: call === null ? null : withCallerHidden(call, callerId, given),
      };
    });
}

/** A user's own format may give the number itself; or an id of ours that it got for an earlier record. */
function withCallerHidden(call: Call, callerId: (key: string) => string, given: ReadonlySet<string>): Call {
  const { caller } = call;
  if (typeof caller !== "string" || given.has(caller) || ownId.test(caller)) return call;
  return { ...call, caller: callerId(caller) };
}

/** With a letter: sixteen digits may be a card. */
const ownId = /^(?=.*[a-f])[0-9a-f]{16}$/;

/** The second half: filters, redacts, writes lines. Nothing that it gives holds what redaction took out. */
export function recordFinisher(setup: ParseSetup) {
  const redact = setup.redaction === null ? null : callRedactor(setup.redaction, setup.salt);
  const mask = maskPersonalIds(opaqueIds(setup.salt));
  return (records: readonly ReadRecord[]): ParsedRecordLine[] =>
    records.map(({ place, position, call, problems }) => {
      const told = {
        place: mask(place),
        position,
        problems: problems.map((problem) => ({ ...problem, place: mask(problem.place) })),
        ...nothingKept,
      };
      if (call === null) return told;
      const id = mask(call.id);
      const leftOut = leftOutBy(call, setup.filter);
      if (leftOut !== null) return { ...told, id, leftOut };
      if (redact === null) return { ...told, id, line: callLine({ ...call, id }) };
      return { ...told, id, ...redactedLine(redact({ ...call, id }), setup) };
    });
}

const nothingKept = { id: null, line: null, leftOut: null, leaks: null, reverseMap: "" };

function redactedLine({ call, report, replacements }: ReportedCall, { reverseMap }: ParseSetup) {
  const map =
    reverseMap === true
      ? replacements().map((replacement) => `${toJsonLine({ call: call.id, ...replacement })}\n`)
      : [];
  return { line: callLine(call), leaks: report, reverseMap: map.join("") };
}

/** The same for the same number, and of no use to find the number without the salt. */
function opaqueIds(salt: string): (key: string) => string {
  const hmac = hmacUnder(`calltune caller ${salt}`, "hex");
  return (key) => hmac(key).slice(0, 16);
}
