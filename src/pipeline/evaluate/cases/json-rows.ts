import { DataError, type FilePlace } from "../../../lib/errors.ts";
import { isJsonObject, type JsonObject, parseJson } from "../../../lib/json.ts";
import { type Line, readFileLines, textOf } from "../../../lib/read-lines.ts";

/** A line of a JSON Lines file, and where it stands. */
export interface JsonRow {
  readonly row: JsonObject;
  readonly text: string;
  readonly at: FilePlace;
}

/**
 * The objects of a JSON Lines file (gzip too); empty lines are passed over. `name` is what errors call it.
 * @throws DataError at the first line that is no JSON object
 */
export async function* jsonRows(path: string, name: string): AsyncGenerator<JsonRow> {
  for await (const lines of readFileLines(path, { name })) {
    for (const line of lines) {
      const row = jsonRow(line, name);
      if (row !== null) yield row;
    }
  }
}

function jsonRow({ number, bytes }: Line, name: string): JsonRow | null {
  const at = { file: name, line: number };
  if (bytes === null) throw new DataError(at, "the line is longer than 64 MB");
  const text = textOf(bytes);
  if (text === null) throw new DataError(at, "isn't UTF-8");
  if (text.trim() === "") return null;
  const row = parseJson(text);
  if (!isJsonObject(row))
    throw new DataError(at, "isn't a JSON object; JSON Lines have a whole one on each line");
  return { row, text, at };
}
