import { DataError } from "../../lib/errors.ts";
import { isJsonObject } from "../../lib/json.ts";
import type { Line } from "../../lib/read-lines.ts";
import type { RawCall } from "./source.ts";

/**
 * A file that holds one JSON value would be a problem a line. Sees each line that is read, behind the `from` first.
 * @throws DataError that tells how to make lines of it
 */
export function jsonLinesCheck(name: string, from: number) {
  let only: RawCall | null = null;
  let count = from;
  return {
    take(line: Line, raw: RawCall): void {
      count += 1;
      only = count === 1 ? raw : null;
      if (count === 1) expectBeginning(line, raw, name);
    },
    end(): void {
      if (only !== null) expectNoArrayOfCalls(only, name);
    },
  };
}

function expectBeginning({ bytes, number }: Line, raw: RawCall, name: string): void {
  if ("record" in raw || raw.problem.reason !== "not_json") return;
  const text = bytes?.toString("utf8").trim() ?? "";
  if (text.startsWith("[")) throw oneValue(name, number, arrayWords);
  if (text === "{") throw oneValue(name, number, objectWords);
}

/** An array on the file's only line. A list of messages is a call. */
function expectNoArrayOfCalls(only: RawCall, name: string): void {
  if (!("record" in only) || !Array.isArray(only.record) || only.record.length === 0) return;
  if (only.record.every((value) => isJsonObject(value) && !("role" in value)))
    throw oneValue(name, 1, arrayWords);
}

const arrayWords = { what: "one JSON array", filter: "'.[]'" };
const objectWords = { what: "JSON over several lines", filter: "." };

function oneValue(name: string, line: number, { what, filter }: typeof arrayWords): DataError {
  const recipe = name === "stdin" ? `jq -c ${filter}` : `jq -c ${filter} ${name} > calls.jsonl`;
  return new DataError(
    { file: name, line },
    `this is ${what}, not JSON Lines (one call a line); \`${recipe}\` makes them`,
  );
}
