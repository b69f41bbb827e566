import { codeAt } from "../../lib/text-codes.ts";
import { lowerLetterOrDigit, nextHash, noWord, wordHashes } from "./word-hashes.ts";

/** Words one after the other as 32-bit hashes, in columns that are filled again and again: no objects, no strings. */
export interface WordList {
  /** How many there are; what stands behind them in the columns is old. */
  length(): number;
  hashes(): Uint32Array;
  /** 1 for a word that names a number or has a digit in it, else 0. */
  isNumber(): Uint8Array;
  /** Appends the words of a text. */
  add(text: string): void;
  clear(): void;
}

export function createWordList(): WordList {
  let hashes = new Uint32Array(1024);
  let numbers = new Uint8Array(1024);
  let length = 0;
  const push = (hash: number, hasDigit: boolean) => {
    if (length === hashes.length) {
      hashes = longer(hashes, new Uint32Array(length * 2));
      numbers = longer(numbers, new Uint8Array(length * 2));
    }
    hashes[length] = hash;
    numbers[length] = hasDigit || saysNumber(hash >>> 0) ? 1 : 0;
    length += 1;
  };
  return {
    length: () => length,
    hashes: () => hashes,
    isNumber: () => numbers,
    add(text) {
      const size = text.length;
      let hash = noWord;
      let hasDigit = false;
      for (let index = 0; index < size; index += 1) {
        const code = lowerLetterOrDigit(codeAt(text, index));
        if (code !== 0) {
          hash = nextHash(hash, code);
          if (code <= 57 && code >= 48) hasDigit = true;
        } else if (hash !== noWord) {
          push(hash, hasDigit);
          hash = noWord;
          hasDigit = false;
        }
      }
      if (hash !== noWord) push(hash, hasDigit);
    },
    clear() {
      length = 0;
    },
  };
}

function longer<Column extends Uint32Array | Uint8Array>(column: Column, room: Column): Column {
  room.set(column);
  return room;
}

const numberWords: ReadonlySet<number> = new Set(
  wordHashes(
    "zero oh one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen " +
      "seventeen eighteen nineteen twenty thirty forty fifty sixty seventy eighty ninety hundred thousand half quarter",
  ),
);
/** By the last bits of the hash: nearly all other words are told apart without the set. */
const maybeNumber = new Uint8Array(4096);
for (const word of numberWords) maybeNumber[word & 4095] = 1;

function saysNumber(hash: number): boolean {
  return maybeNumber[hash & 4095] === 1 && numberWords.has(hash);
}
