import type { AgentTurn, Call } from "../../domain/call.ts";
import type { ToolCall } from "../../domain/tool.ts";
import { hash53 } from "../../lib/hash.ts";
import { canonicalJson } from "../../lib/json.ts";
import { parseKeptJson } from "../../lib/kept-json.ts";
import { createMinHash } from "./min-hash.ts";
import { type TurnWords, turnWordsReader } from "./turn-words.ts";
import { mix, wordHashes } from "./word-hashes.ts";

/** What says whether two examples are the same, nearly the same, or cut from one template. */
export interface Fingerprint {
  /** Context and label, but for case, punctuation, spacing and tool-call ids. */
  readonly exact: number;
  /** The words the decision answers, values masked, and the tools it uses. */
  readonly template: number;
  /** The tools and arguments; one value for all plain replies. */
  readonly label: number;
  /** MinHash of the context: writes its bytes, until the next one is asked for. */
  sign(into: Uint8Array, at: number): void;
}

/** Fingerprints of a call's decisions, made in one walk over its turns. */
export interface Fingerprinter {
  /** Of the agent's turn as it is to be learnt. Ask in order of turns. */
  of(turn: number, toolCalls: readonly Pick<ToolCall, "function">[], text: string): Fingerprint;
}

const plainReply = 1;

/**
 * Fingerprints call after call, of which only the last may be asked. The system prompt stays out: it names the day, and
 * so would tell equal examples apart.
 */
export function fingerprinter(): (call: Call) => Fingerprinter {
  const minHash = createMinHash();
  const readWords = turnWordsReader();
  return (call) => {
    minHash.clear();
    const words = readWords(call.turns);
    let context = hash53(call.tenant?.id ?? "");
    let seen = 0;
    const readUpTo = (turn: number) => {
      for (; seen < turn; seen += 1) {
        const [start, end] = [words.startOf(seen), words.endOf(seen)];
        const hashes = words.list.hashes();
        minHash.add(hashes, start, end);
        context = hashWords(context, hashes, start, end);
      }
    };
    return {
      of(turn, toolCalls, text) {
        readUpTo(turn);
        const isReply = toolCalls.length === 0;
        const label = isReply ? plainReply : hash53(toolCalls.map(canonicalCall).join("\n"));
        return {
          exact: joined(context, isReply ? hashOfReply(words, turn, text) : label),
          template: templateOf(words, turn, toolCalls),
          label,
          sign: minHash.sign,
        };
      },
    };
  };
}

/** Nearly always the turn's own words, which are read for the turns after it anyway. */
function hashOfReply(words: TurnWords, turn: number, text: string): number {
  const { list } = words;
  if (words.textOf(turn) === text)
    return hashWords(plainReply, list.hashes(), words.startOf(turn), words.textEndOf(turn));
  const hashes = wordHashes(text);
  return hashWords(plainReply, hashes, 0, hashes.length);
}

function hashWords(before: number, words: ArrayLike<number>, start: number, end: number): number {
  let low = mix(before >>> 0, end - start);
  let high = mix(Math.floor(before / 4294967296), 0x5bd1e995);
  for (let index = start; index < end; index += 1) {
    const word = words[index] ?? 0;
    low = mix(low, word);
    high = mix(high ^ 0x3c6ef372, word);
  }
  return wide(high, low);
}

/** One hash of two. */
function joined(one: number, other: number): number {
  const [low, high] = [other >>> 0, Math.floor(other / 4294967296)];
  return wide(mix(mix(Math.floor(one / 4294967296) ^ 0x3c6ef372, high), low), mix(mix(one >>> 0, low), high));
}

function wide(high: number, low: number): number {
  return (high & 0x1fffff) * 4294967296 + low;
}

function canonicalCall({ function: { name, arguments: text } }: Pick<ToolCall, "function">): string {
  const value = parseKeptJson(text);
  return `${name} ${value === undefined ? text : canonicalJson(value)}`;
}

/** The words of the arguments; null for none. */
function valuesOf(toolCalls: readonly Pick<ToolCall, "function">[]): ReadonlySet<number> | null {
  if (toolCalls.length === 0) return null;
  const values = new Set<number>();
  for (const call of toolCalls) for (const word of wordHashes(call.function.arguments)) values.add(word | 0);
  return values;
}

/** A short caller's turn ("yes") says little alone, so what the agent had said before it counts too. */
function templateOf(
  words: TurnWords,
  turn: number,
  toolCalls: readonly Pick<ToolCall, "function">[],
): number {
  const names = toolCalls.map((call) => call.function.name).join(" ");
  const values = valuesOf(toolCalls);
  const agents = words.lastSaid(turn, "agent");
  const callers = words.lastSaid(turn, "caller");
  let hash = hash53(names) >>> 0;
  for (const said of [agents, callers]) {
    if (said === -1) continue;
    const end = words.textEndOf(said);
    const [hashes, numbers] = [words.list.hashes(), words.list.isNumber()];
    for (let index = words.startOf(said); index < end; index += 1) {
      const word = hashes[index] ?? 0;
      const isValue = numbers[index] === 1 || values?.has(word | 0) === true;
      hash = mix(hash, isValue ? 0 : word);
    }
  }
  return hash;
}

/** The tool calls of a turn in wire form. */
export function wireCalls(turn: AgentTurn): Pick<ToolCall, "function">[] {
  return turn.toolCalls.map((made) => ({ function: { name: made.name, arguments: made.arguments } }));
}
