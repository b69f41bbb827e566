import { closeSync, openSync, readSync } from "node:fs";
import { Generation } from "../../../../domain/generation.ts";
import type { AssistantMessage } from "../../../../domain/message.ts";
import { parseJson } from "../../../../lib/json.ts";
import { readOwnLines, textField } from "./read-json-lines.ts";

/** The replies of an evaluation, in whatever order they came. */
export interface Generations {
  /** What the candidate replied last; null where it never did. */
  messageOf(candidate: string, caseId: string): AssistantMessage | null;
  close(): void;
}

/** Reads the file once for where each reply stands; replies are read from there one by one. */
export async function openGenerations(path: string): Promise<Generations> {
  const places = new Map<string, Map<string, readonly [offset: number, bytes: number]>>();
  for await (const line of readOwnLines(path)) {
    if (textField(path, line, "outcome") !== "answered") continue;
    const candidate = textField(path, line, "candidate");
    const ofCandidate = places.get(candidate) ?? new Map();
    places.set(candidate, ofCandidate.set(textField(path, line, "caseId"), [line.offset, line.bytes.length]));
  }
  const file = openSync(path, "r");
  return {
    messageOf(candidate, caseId) {
      const place = places.get(candidate)?.get(caseId);
      return place === undefined ? null : messageAt(file, place);
    },
    close: () => closeSync(file),
  };
}

/** Waits for the disk: tens of thousands of short reads cost ten times as much through promises. */
function messageAt(file: number, [offset, bytes]: readonly [number, number]): AssistantMessage | null {
  const line = Buffer.allocUnsafe(bytes);
  readSync(file, line, 0, bytes, offset);
  const read = Generation.safeParse(parseJson(line.toString("utf8")));
  return read.success && read.data.outcome === "answered" ? read.data.message : null;
}
