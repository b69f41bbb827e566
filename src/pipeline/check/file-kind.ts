import { open } from "node:fs/promises";
import { UsageError } from "../../lib/errors.ts";
import type { RowFault } from "../../plugins/exporters/exporter.ts";

/** First bytes of files that aren't JSON Lines, and what to do with them. */
const kinds = [
  {
    rule: "gzip",
    start: [0x1f, 0x8b],
    sentence: "The file is compressed with gzip, which no provider takes; unpack it (gunzip) and check that.",
  },
  {
    rule: "not-json-lines",
    start: [...Buffer.from("PK")],
    sentence: "The file is a zip archive, not JSON Lines.",
  },
  {
    rule: "not-json-lines",
    start: [...Buffer.from("PAR1")],
    sentence: "The file is Parquet; write its rows as JSON Lines.",
  },
  { rule: "not-utf8", start: [0xff, 0xfe], sentence: "The file is UTF-16; save it as UTF-8." },
  { rule: "not-utf8", start: [0xfe, 0xff], sentence: "The file is UTF-16; save it as UTF-8." },
];

/**
 * What keeps the file from being read line by line at all; null where nothing does.
 * @throws UsageError when the file can't be read
 */
export async function fileKindFault(file: string): Promise<RowFault | null> {
  const start = await firstBytes(file);
  if (start.length === 0) return { rule: "empty-file", severity: "error", sentence: "File is empty." };
  const kind = kinds.find((each) => each.start.every((byte, index) => start[index] === byte));
  return kind === undefined ? null : { rule: kind.rule, severity: "error", sentence: kind.sentence };
}

async function firstBytes(file: string): Promise<Buffer> {
  try {
    const handle = await open(file, "r");
    try {
      const { buffer, bytesRead } = await handle.read(Buffer.alloc(4), 0, 4, 0);
      return buffer.subarray(0, bytesRead);
    } finally {
      await handle.close();
    }
  } catch (cause) {
    throw new UsageError(`${file}: it can't be read`, { cause });
  }
}
