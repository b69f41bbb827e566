import { once } from "node:events";
import { createWriteStream } from "node:fs";
import { finished } from "node:stream/promises";
import { toJsonLine } from "../lib/json-lines.ts";
import { type SimulateOptions, simulateCalls } from "./simulate-calls.ts";

/** Writes what is true of the same options' calls, one a line, readable by the user alone: it names personal values. */
export async function writeTruth(path: string, options: SimulateOptions): Promise<void> {
  const file = createWriteStream(path, { mode: 0o600 });
  for (const { truth } of simulateCalls(options)) {
    if (!file.write(`${toJsonLine(truth)}\n`)) await once(file, "drain");
  }
  file.end();
  await finished(file);
}
