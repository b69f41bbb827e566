import { isJsonObject, type Json, type JsonObject } from "../../../lib/json.ts";
import type { Entry } from "../reading/entry.ts";
import { firstOf, numberOf } from "../reading/fields.ts";
import { joinSplitToolCalls } from "../reading/join-split-tool-calls.ts";
import { decoded } from "../reading/jsonish.ts";
import type { Loss } from "../reading/problem-list.ts";
import { type EntryReader, readEntries } from "../reading/read-entries.ts";
import { readLabelledText } from "./labelled-text.ts";
import type { TablesOptions, TurnRows } from "./options.ts";
import { recordNames } from "./selection.ts";

/** A transcript's entries, and whether their order is the log's word or only their times'. */
export interface ReadTranscript {
  readonly entries: readonly Entry[];
  /** Null where the log counts its turns: its order then holds against its times. */
  readonly sortBy: "time" | null;
}

/** Reads the transcript in whichever of the layouts it lies; what the options say is a hint, what is there decides. */
export function readTranscript(
  record: JsonObject,
  options: TablesOptions,
  reader: EntryReader,
): ReadTranscript | Loss {
  if (typeof options.transcript !== "string")
    return fromRows(record[recordNames(options).turns], options.transcript, reader);
  const value = decoded(record[options.calls.transcript]);
  if (value === null || value === undefined) return { reason: "no_transcript" };
  const list = listIn(value);
  if (list !== null) return fromList(list, reader);
  if (typeof value !== "string")
    return { reason: "transcript_unreadable", detail: "neither a list nor text" };
  if (options.transcript === "array" && value.trim() !== "")
    return {
      reason: "transcript_unreadable",
      detail: 'no JSON list; for `AI: …` lines set transcript: "text"',
    };
  return fromText(value, reader);
}

const listFields = [
  "messages",
  "transcript",
  "turns",
  "items",
  "entries",
  "segments",
  "utterances",
  "results",
] as const;

/** A list as such, or one level down in an object. */
function listIn(value: unknown): readonly Json[] | null {
  if (Array.isArray(value)) return value;
  const inner = isJsonObject(value) ? firstOf(value, listFields) : undefined;
  return Array.isArray(inner) ? inner : null;
}

function fromList(list: readonly unknown[], reader: EntryReader): ReadTranscript | Loss {
  if (list.length > 0 && list.every((line) => typeof line === "string"))
    return fromText(list.join("\n"), reader);
  const entries = readEntries(list, "transcript", reader);
  if (entries.length === 0 && list.length > 0)
    return { reason: "transcript_unreadable", detail: "no entry has a role and text we can read" };
  return { entries: joinSplitToolCalls(entries), sortBy: "time" };
}

function fromText(text: string, reader: EntryReader): ReadTranscript | Loss {
  const entries = readLabelledText(text, reader);
  return "reason" in entries ? entries : { entries, sortBy: null };
}

function fromRows(value: unknown, mapping: TurnRows, reader: EntryReader): ReadTranscript | Loss {
  const rows = decoded(value);
  if (rows === null || rows === undefined) return { reason: "no_transcript" };
  if (!Array.isArray(rows)) return { reason: "transcript_unreadable", detail: "the turns are not a list" };
  const { order } = mapping;
  const ordered = order === null ? rows : inOrder(rows, order);
  const entries = readEntries(
    ordered.map((row) => asMessage(row, mapping)),
    mapping.table,
    reader,
  );
  return { entries: joinSplitToolCalls(entries), sortBy: order === null ? "time" : null };
}

/** The row under the names a message has; what else it holds (tool calls, confidence) stays readable. */
function asMessage(row: unknown, { role, text, at }: TurnRows): unknown {
  if (!isJsonObject(row)) return row;
  const named = { role: row[role] ?? null, content: decodedParts(row[text]) };
  return at === null ? { ...row, ...named } : { ...row, ...named, timestamp: row[at] ?? null };
}

/** A column of words may hold a JSON list of parts, or a JSON string (a jsonb column's); other JSON stays text. */
function decodedParts(value: unknown): unknown {
  const inner = decoded(value);
  return Array.isArray(inner) || typeof inner === "string" ? inner : (value ?? null);
}

function inOrder(rows: readonly Json[], order: string): Json[] {
  const placed = rows.map((row, index) => ({
    row,
    at: (isJsonObject(row) ? numberOf(row[order]) : null) ?? index,
  }));
  return placed.sort((left, right) => left.at - right.at).map(({ row }) => row);
}
