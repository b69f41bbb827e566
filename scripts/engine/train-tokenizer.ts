import { writeFile } from "node:fs/promises";
import { encodeRows } from "../../src/engine/text/rows.ts";
import { splitWords } from "../../src/engine/text/split-words.ts";
import { createTokenizer } from "../../src/engine/text/tokenizer.ts";
import { trainPieces } from "../../src/engine/text/train-pieces.ts";
import { generateCall } from "./corpus/call.ts";

/**
 * Learns the tokenizer's pieces from generated calls: `npx tsx scripts/engine/train-tokenizer.ts`.
 * The same corpus gives the same file.
 */
const calls = 8_000;
const merges = 2_300;
const capitals = 600;

const bytes = createTokenizer([]);
const words = new Map<string, number>();
for (let at = 0; at < calls; at += 1) {
  const { sequences } = encodeRows(bytes, [generateCall(`tokenizer ${at}`, "training")], 100_000);
  for (const { tokens } of sequences) countWords(Array.from(tokens));
}
const pieces = trainPieces({ words, merges, capitals });
await writeFile(new URL("pieces.json", import.meta.url), `${JSON.stringify(pieces)}\n`);
process.stdout.write(`${pieces.length} pieces from ${words.size} words\n`);

/** Special tokens end a word. */
function countWords(tokens: readonly number[]): void {
  let stretch: number[] = [];
  for (const token of [...tokens, bytes.special("<end>")]) {
    if (bytes.pieceOf(token) !== null) {
      stretch.push(token);
      continue;
    }
    for (const word of splitWords(bytes.decode(stretch))) words.set(word, (words.get(word) ?? 0) + 1);
    stretch = [];
  }
}
