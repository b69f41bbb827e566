import type { FileFacts, FileLimits, RowFault } from "./exporter.ts";
import { error, warning } from "./faults.ts";

/** Rules every provider has: enough rows, not too many, not too large. */
export function limitFaults(facts: FileFacts, limits: FileLimits): RowFault[] {
  return [...limitRules(facts, limits)];
}

function* limitRules({ rows, bytes }: FileFacts, limits: FileLimits): Generator<RowFault> {
  if (rows < limits.minRows)
    yield error("too-few-rows", `The file has ${rows} rows; at least ${limits.minRows} are needed.`);
  if (limits.maxRows !== undefined && rows > limits.maxRows)
    yield error("too-many-rows", `The file has ${rows} rows; at most ${limits.maxRows} are taken.`);
  if (limits.maxBytes !== undefined && bytes > limits.maxBytes)
    yield error("file-too-large", `The file has ${bytes} bytes; at most ${limits.maxBytes} are taken.`);
}

/** Columns that tell which of a service's formats a row has. */
const formats: Readonly<Record<string, string>> = {
  messages: "conversation",
  prompt: "instruction",
  input: "preference",
  text: "general",
};

/** All rows of a file have one format; a row of none has its own fault. */
export function formatFaults({ keySets }: FileFacts): RowFault[] {
  const counts = new Map<string, number>();
  for (const [keys, rows] of keySets) {
    const names = keys.split(",");
    const column = Object.keys(formats).find((each) => names.includes(each));
    const format = column === undefined ? undefined : formats[column];
    if (format !== undefined) counts.set(format, (counts.get(format) ?? 0) + rows);
  }
  if (counts.size < 2) return [];
  const found = [...counts].map(([format, rows]) => `${format} (${rows})`).join(", ");
  return [error("mixed-formats", `All rows must have the same dataset format; found ${found}.`)];
}

/** Readers that infer one type for each field stop, or fall back to slower ways, where a field has two. */
export function typeFaults({ fieldTypes }: FileFacts): RowFault[] {
  return [...fieldTypes]
    .filter(([, types]) => types.size > 1)
    .map(([path, types]) => {
      const found = [...types].map(([type, line]) => `${type} (first in line ${line})`).join(", ");
      return warning(
        "mixed-types",
        `${path} has ${types.size} types: ${found}. Readers that infer a schema (datasets, pyarrow) refuse that.`,
      );
    });
}
