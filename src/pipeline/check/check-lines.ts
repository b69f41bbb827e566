import { isAscii, isUtf8 } from "node:buffer";
import type { JsonObject } from "../../lib/json.ts";
import type { Exporter, RowFault } from "../../plugins/exporters/exporter.ts";
import type { Tokenizer } from "../../plugins/tokenizers/tokenizer.ts";
import { readRow } from "./read-row.ts";
import type { Stretch } from "./read-stretches.ts";
import type { FaultTally } from "./report.ts";
import { rowParser } from "./row-parser.ts";
import { rowTokenCounter } from "./row-tokens.ts";
import { type FaultGatherer, gatherFaults } from "./tally-faults.ts";

export interface LinesSetup {
  readonly exporter: Exporter;
  readonly tokenizer: Tokenizer | null;
  /** Rows with more tokens are cut by the service; null where the limit isn't known. */
  readonly contextTokens: number | null;
}

/** What one stretch holds; plain values, so that it can come from another thread. */
export interface LinesFindings extends FaultTally {
  readonly rows: number;
  readonly badLines: number;
  readonly keySets: ReadonlyMap<string, number>;
  readonly fieldTypes: ReadonlyMap<string, ReadonlyMap<string, number>>;
  /** Line and tokens of each row without errors. */
  readonly tokens: readonly (readonly [line: number, tokens: number])[];
}

/** Checks stretches of lines, each by itself: no rule of a row looks at another row. */
export function lineChecker(setup: LinesSetup): (stretch: Stretch) => LinesFindings {
  const checkRow = rowChecker(setup);
  return (stretch) => {
    const findings = emptyFindings();
    if (stretch.tooLong) findings.tell(stretch.firstLine, [tooLong]);
    let line = stretch.firstLine;
    for (const text of linesOf(stretch.bytes)) {
      if (text === null) findings.tell(line, [notUtf8]);
      else checkRow(text, line, findings);
      line += 1;
    }
    return findings.result();
  };
}

const tooLong: RowFault = {
  rule: "line-too-long",
  severity: "error",
  sentence: "The line has more than 64 MB and was not read.",
};
const notUtf8: RowFault = {
  rule: "not-utf8",
  severity: "error",
  sentence: "The line is not UTF-8; save the file in that encoding.",
};

function rowChecker({ exporter, tokenizer, contextTokens }: LinesSetup) {
  const countTokens = tokenizer === null ? null : rowTokenCounter(tokenizer);
  const parse = rowParser();
  return (text: string, line: number, findings: OpenFindings) => {
    const { row, faults } = readRow(text, line, parse);
    if (row === null) {
      findings.tell(line, faults);
      return;
    }
    findings.see(row, line, exporter);
    const all = [...faults, ...withoutOverflow(() => exporter.checkRow(row))];
    if (countTokens !== null && exporter.isExample(row) && !all.some(isError)) {
      all.push(
        ...withoutOverflow(() => {
          const tokens = countTokens(exporter.fromRow(row, ""));
          findings.count(line, tokens);
          return contextTokens !== null && tokens > contextTokens
            ? [tooManyTokens(tokens, contextTokens)]
            : [];
        }),
      );
    }
    findings.tell(line, all);
  };
}

/** JSON inside a text of the row may nest so deep that following it takes more stack than there is. */
function withoutOverflow(check: () => readonly RowFault[]): readonly RowFault[] {
  try {
    return check();
  } catch (cause) {
    if (!(cause instanceof RangeError)) throw cause;
    return [
      { rule: "too-deep", severity: "error", sentence: "JSON inside a text of the row nests too deep." },
    ];
  }
}

function tooManyTokens(tokens: number, contextTokens: number): RowFault {
  const sentence = `The row has ${tokens} tokens and the model's context holds ${contextTokens}: its end would be cut off.`;
  return { rule: "too-many-tokens", severity: "error", sentence };
}

function isError({ severity }: RowFault): boolean {
  return severity === "error";
}

/** The lines without their ends; null for one that isn't UTF-8. */
function linesOf(bytes: Uint8Array): Iterable<string | null> {
  const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  if (!isUtf8(buffer)) return linesOfBytes(buffer);
  return linesOfText(buffer.toString(isAscii(buffer) ? "latin1" : "utf8"));
}

function* linesOfText(text: string): Generator<string> {
  for (let from = 0; from < text.length; ) {
    const end = text.indexOf("\n", from);
    yield text.slice(from, end === -1 ? text.length : end);
    from = end === -1 ? text.length : end + 1;
  }
}

function* linesOfBytes(bytes: Buffer): Generator<string | null> {
  for (let from = 0; from < bytes.length; ) {
    const end = bytes.indexOf(10, from);
    const line = bytes.subarray(from, end === -1 ? bytes.length : end);
    yield isUtf8(line) ? line.toString("utf8") : null;
    from = end === -1 ? bytes.length : end + 1;
  }
}

interface OpenFindings {
  tell(line: number, faults: readonly RowFault[]): void;
  see(row: JsonObject, line: number, exporter: Exporter): void;
  count(line: number, tokens: number): void;
  result(): LinesFindings;
}

function emptyFindings(): OpenFindings {
  const gathered: FaultGatherer = gatherFaults();
  const keySets = new Map<string, number>();
  const fieldTypes = new Map<string, Map<string, number>>();
  const tokens: [number, number][] = [];
  let rows = 0;
  let badLines = 0;
  return {
    tell(line, faults) {
      for (const fault of faults) gathered.add({ ...fault, line });
      if (faults.some(isError)) badLines += 1;
    },
    see(row, line, exporter) {
      rows += 1;
      const keys = Object.keys(row).sort().join(",");
      keySets.set(keys, (keySets.get(keys) ?? 0) + 1);
      for (const [path, type] of exporter.fieldTypes?.(row) ?? []) {
        const types = fieldTypes.get(path) ?? new Map<string, number>();
        if (!types.has(type)) types.set(type, line);
        fieldTypes.set(path, types);
      }
    },
    count: (line, counted) => tokens.push([line, counted]),
    result: () => ({ ...gathered.tally(), rows, badLines, keySets, fieldTypes, tokens }),
  };
}
