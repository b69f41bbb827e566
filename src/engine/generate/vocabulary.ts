import { specialTokens, type Tokenizer } from "../text/tokenizer.ts";
import { dead, type TextMachine } from "./patterns/text-machine.ts";

/** What generation knows of a tokenizer's text tokens. */
export interface Vocabulary {
  readonly tokenizer: Tokenizer;
  /** The text tokens that may stand at a machine's state: those whose bytes it can read. */
  tokensAt(machine: TextMachine, state: number): Int32Array;
  /** The state behind a token; `dead` where it may not stand there. */
  stateBehind(machine: TextMachine, state: number, token: number): number;
  /** UTF-8. */
  bytesOf(token: number): readonly number[];
  /** Characters that begin in a token: 0 for the later bytes of one. */
  charactersOf(token: number): number;
  /** Characters of the token that has most. */
  readonly mostCharacters: number;
  /** The text of tokens, byte by byte: what decoding would clean away stays. */
  textOf(tokens: readonly number[]): string;
}

export function createVocabulary(tokenizer: Tokenizer): Vocabulary {
  const bytes = Array.from({ length: tokenizer.size }, (_, token) => textBytes(tokenizer, token));
  const characters = bytes.map((part) => part.filter((byte) => byte >> 6 !== 0b10).length);
  const root = createTrie(bytes);
  const known = new WeakMap<TextMachine, Map<number, Int32Array>>();
  return {
    tokenizer,
    tokensAt(machine, state) {
      const byState = known.get(machine) ?? new Map<number, Int32Array>();
      known.set(machine, byState);
      const before = byState.get(state);
      if (before !== undefined) return before;
      const tokens = Int32Array.from(readable(root, machine, state)).sort();
      byState.set(state, tokens);
      return tokens;
    },
    stateBehind(machine, state, token) {
      const read = bytes[token] ?? [];
      let at = read.length === 0 ? dead : state;
      for (const byte of read) {
        at = machine.step(at, byte);
        if (at === dead) return dead;
      }
      return at;
    },
    bytesOf: (token) => bytes[token] ?? [],
    charactersOf: (token) => characters[token] ?? 0,
    mostCharacters: characters.reduce((most, count) => Math.max(most, count), 1),
    textOf: (tokens) => decoder.decode(Uint8Array.from(tokens.flatMap((token) => bytes[token] ?? []))),
  };
}

const encoder = new TextEncoder();
const decoder = new TextDecoder("utf-8", { ignoreBOM: true });

/** A special token has none. Behind the special tokens stand the 256 bytes. */
function textBytes(tokenizer: Tokenizer, token: number): number[] {
  const piece = tokenizer.pieceOf(token);
  if (piece === null) return [];
  return piece === "\uFFFD" ? [token - specialTokens.length] : [...encoder.encode(piece)];
}

interface TrieNode {
  readonly tokens: number[];
  readonly next: Map<number, TrieNode>;
}

function createTrie(bytes: readonly (readonly number[])[]): TrieNode {
  const root: TrieNode = { tokens: [], next: new Map() };
  bytes.forEach((part, token) => {
    if (part.length === 0) return;
    let node = root;
    for (const byte of part) {
      const next = node.next.get(byte) ?? { tokens: [], next: new Map() };
      node.next.set(byte, next);
      node = next;
    }
    node.tokens.push(token);
  });
  return root;
}

function* readable(node: TrieNode, machine: TextMachine, state: number): Generator<number> {
  for (const [byte, next] of node.next) {
    const reached = machine.step(state, byte);
    if (reached === dead) continue;
    yield* next.tokens;
    yield* readable(next, machine, reached);
  }
}
