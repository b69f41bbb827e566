import { isJsonObject, type Json, type JsonObject } from "../../lib/json.ts";
import { exporters } from "../../plugins/exporters/index.ts";
import { contentFault, firstMessageFault, firstToolFault, named } from "./message-faults.ts";

/** The service's formats of training files, with the columns that make and may accompany each. */
const formats = {
  general: { required: ["text"], extra: [] },
  conversation: { required: ["messages"], extra: ["tools", "weight"] },
  instruction: { required: ["prompt", "completion"], extra: [] },
  preference_openai: { required: ["input", "preferred_output", "non_preferred_output"], extra: [] },
} as const satisfies Record<string, { required: readonly string[]; extra: readonly string[] }>;

export type DatasetFormat = keyof typeof formats;

/** Which format a row has; or the sentence that says why none. */
export type RowVerdict = { readonly format: DatasetFormat } | { readonly fault: string };

/** The first thing that the service's validation finds wrong with a row, in its words. */
export function judgeRow(row: Json, line: number): RowVerdict {
  if (!isJsonObject(row))
    return {
      fault:
        `Error parsing file. Invalid format on line ${line} of the input file. Each line must be a JSON object. ` +
        "Dataset requirements are described at https://docs.together.ai/docs/fine-tuning-data-preparation.",
    };
  const found = formatOf(row, line);
  if ("fault" in found) return found;
  const fault = firstFault(row, found.format, line);
  return fault === null ? found : { fault };
}

function formatOf(row: JsonObject, line: number): RowVerdict {
  const [format, second] = formatNames().filter((name) =>
    formats[name].required.every((column) => column in row),
  );
  if (format === undefined) {
    const columns = Object.keys(row).map((column) => `'${named(column)}'`);
    return {
      fault: `Error parsing file. Could not detect a format for the line ${line} with the columns:\ndict_keys([${columns.join(", ")}])`,
    };
  }
  const allowed: readonly string[] = [...formats[format].required, ...formats[format].extra];
  const extra = Object.keys(row).find((column) => !allowed.includes(column));
  if (extra !== undefined) return { fault: `Found extra column "${named(extra)}" in the line ${line}.` };
  return second === undefined
    ? { format }
    : {
        fault: `Found multiple dataset formats in the input file. Got ${format} and ${second} on line ${line}.`,
      };
}

function formatNames(): DatasetFormat[] {
  return Object.keys(formats) as (keyof typeof formats)[];
}

function firstFault(row: JsonObject, format: DatasetFormat, line: number): string | null {
  if (format === "conversation")
    return (
      firstToolFault(row["tools"], line) ??
      firstMessageFault(row["messages"], row["tools"], line) ??
      firstOtherFault(row, line)
    );
  if (format === "preference_openai") return firstOtherFault(row, line);
  for (const column of formats[format].required) {
    const fault = contentFault(row[column], column === "completion" ? "assistant" : "user");
    if (fault !== null) return fault(line);
  }
  return null;
}

/**
 * What the service is known to refuse since June 2026, in words of ours, since nobody has published its own: pairs of calls
 * and results, images, weights of rows. Arguments that break their tool's schema it is not known to refuse.
 */
function firstOtherFault(row: JsonObject, line: number): string | null {
  const fault = exporters.together
    .checkRow(row)
    .find(({ rule, severity }) => severity === "error" && rule !== "arguments-schema");
  return fault === undefined ? null : `Line ${line}: ${fault.sentence.replace(/^(\S+\]):/, "`$1`:")}`;
}
