import { isAssistantMessage } from "../../../../domain/is-generation.ts";
import type { AssistantMessage } from "../../../../domain/message.ts";
import { type Json, parseJson, parseJsonObject } from "../../../../lib/json.ts";
import { openPieces, type PieceReader } from "./piece-reader.ts";
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
  for await (const lines of readOwnLines(path))
    for (const line of lines) {
      if (textField(path, line, "outcome") !== "answered") continue;
      const candidate = textField(path, line, "candidate");
      const ofCandidate = places.get(candidate) ?? new Map();
      const place = [line.offset, line.bytes.length] as const;
      places.set(candidate, ofCandidate.set(textField(path, line, "caseId"), place));
    }
  const pieces = openPieces(path);
  return {
    messageOf(candidate, caseId) {
      const place = places.get(candidate)?.get(caseId);
      return place === undefined ? null : messageAt(pieces, place);
    },
    close: () => pieces.close(),
  };
}

function messageAt(pieces: PieceReader, place: readonly [number, number]): AssistantMessage | null {
  const text = pieces.read(...place).toString("utf8");
  const message = messageIn(text) ?? parseJsonObject(text)?.["message"];
  return isAssistantMessage(message) ? message : null;
}

const messageBegins = ',"outcome":"answered","message":';
const messageEnds = ',"finishReason":"';

/** The message alone, as `evaluate` writes it; undefined where the line has another order. Quotes within texts are escaped. */
function messageIn(text: string): Json | undefined {
  const from = text.indexOf(messageBegins) + messageBegins.length;
  const to = text.indexOf(messageEnds, from);
  return from < messageBegins.length || to === -1 ? undefined : parseJson(text.slice(from, to));
}
