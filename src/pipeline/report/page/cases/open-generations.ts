import { closeSync, openSync, readSync } from "node:fs";
import { z } from "zod";
import { Generation } from "../../../../domain/generation.ts";
import type { AssistantMessage } from "../../../../domain/message.ts";
import { parseJson } from "../../../../lib/json.ts";
import { readJsonLines } from "./read-json-lines.ts";

/** The replies of an evaluation, in whatever order they came. */
export interface Generations {
  /** What the candidate replied last; null where it never did. */
  messageOf(candidate: string, caseId: string): AssistantMessage | null;
  close(): void;
}

/** What the index needs of a line; the rest is read when it is asked for. */
const Place = z.object({ candidate: z.string(), caseId: z.string(), outcome: z.string() });

/** Reads the file once for where each reply stands; replies are read from there one by one. */
export async function openGenerations(path: string): Promise<Generations> {
  const places = new Map<string, Map<string, readonly [offset: number, bytes: number]>>();
  for await (const { value, offset, bytes } of readJsonLines(path, Place)) {
    if (value.outcome !== "answered") continue;
    const ofCandidate = places.get(value.candidate) ?? new Map();
    places.set(value.candidate, ofCandidate.set(value.caseId, [offset, bytes]));
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
