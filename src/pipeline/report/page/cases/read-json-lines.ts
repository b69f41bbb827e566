import { createReadStream } from "node:fs";
import { basename } from "node:path";
import type { z } from "zod";
import { DataError } from "../../../../lib/errors.ts";
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
      const text = bytes === null ? null : textOf(bytes);
      const length = bytes?.length ?? 0;
      if (text !== "") {
        const read = schema.safeParse(text === null ? undefined : parseJson(text));
        if (!read.success) throw new DataError({ file: name, line: number }, "this line is damaged; evaluate again");
        yield { value: read.data, number, offset, bytes: length };
      }
      offset += length + 1;
    }
}

const chunkBytes = 256 * 1024;
