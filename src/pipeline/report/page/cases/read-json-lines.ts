import { createReadStream } from "node:fs";
import { basename } from "node:path";
import type { z } from "zod";
import { DataError, type FilePlace } from "../../../../lib/errors.ts";
import { parseJson } from "../../../../lib/json.ts";
import { readLines, textOf } from "../../../../lib/read-lines.ts";

/** One line's value. */
export interface JsonLine<Value> {
  readonly value: Value;
  /** Counts from 1, from where the reading began. */
  readonly number: number;
  /** Where the line begins, in bytes from where the reading began; its own bytes without the end. */
  readonly offset: number;
  readonly bytes: number;
}

/**
 * The values of one of our own JSON Lines files, whose lines end with `\n` alone. Empty lines are passed over.
 * @throws DataError where a line isn't what the schema says
 */
export async function* readJsonLines<Schema extends z.ZodType>(
  path: string,
  schema: Schema,
  start = 0,
): AsyncGenerator<JsonLine<z.infer<Schema>>> {
  const name = basename(path);
  const input = createReadStream(path, { start, highWaterMark: chunkBytes });
  let offset = 0;
  for await (const lines of readLines(input, { name }))
    for (const { number, bytes } of lines) {
      const length = bytes?.length ?? 0;
      if (length > 0 || bytes === null)
        yield { value: read(bytes, schema, { file: name, line: number }), number, offset, bytes: length };
      offset += length + 1;
    }
}

function read<Schema extends z.ZodType>(
  bytes: Buffer | null,
  schema: Schema,
  at: FilePlace,
): z.infer<Schema> {
  const text = bytes === null ? null : textOf(bytes);
  const result = schema.safeParse(text === null ? undefined : parseJson(text));
  if (!result.success) throw new DataError(at, "this line is damaged; evaluate again");
  return result.data;
}

const chunkBytes = 256 * 1024;
