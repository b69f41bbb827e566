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
    start: [...Buffer.from("PK\x03\x04")],
    sentence: "The file is a zip archive, not JSON Lines.",
  },
  {
    rule: "not-json-lines",
    start: [...Buffer.from("PAR1")],
    sentence: "The file is Parquet; write its rows as JSON Lines.",
  },
  { rule: "not-utf8", start: [0xff, 0xfe], sentence: "The file is UTF-16; save it as UTF-8." },
  { rule: "not-utf8", start: [0xfe, 0xff], sentence: "The file is UTF-16; save it as UTF-8." },
  { rule: "not-utf8", start: [0x7b, 0x00], sentence: "The file is UTF-16; save it as UTF-8." },
  { rule: "not-utf8", start: [0x00, 0x7b], sentence: "The file is UTF-16; save it as UTF-8." },
];

/** What keeps a file that starts so from being read line by line at all; null where nothing does. */
export function fileKindFault(start: Buffer): RowFault | null {
  if (start.length === 0) return { rule: "empty-file", severity: "error", sentence: "File is empty." };
  const kind = kinds.find((each) => each.start.every((byte, index) => start[index] === byte));
  return kind === undefined ? null : { rule: kind.rule, severity: "error", sentence: kind.sentence };
}
