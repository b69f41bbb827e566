import type { AgentTurn, Call, Turn } from "../../domain/call.ts";
import type { ToolCall } from "../../domain/tool.ts";
import { hash53 } from "../../lib/hash.ts";
import { canonicalJson, parseJson } from "../../lib/json.ts";
import { createMinHash } from "./min-hash.ts";
import { mix, visitWords, wordHashes } from "./word-hashes.ts";

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

/** The system prompt stays out: it names the day, and so would tell equal examples apart. */
export function fingerprinter(call: Call): Fingerprinter {
  const minHash = createMinHash();
  let context = hash53(call.tenant?.id ?? "");
  let seen = 0;
  const readUpTo = (turn: number) => {
    for (; seen < turn; seen += 1) {
      const words = wordsOf(call.turns[seen]);
      minHash.add(words);
      context = hashWords(context, words);
    }
  };
  return {
    of(turn, toolCalls, text) {
      readUpTo(turn);
      const label = toolCalls.length === 0 ? plainReply : hash53(toolCalls.map(canonicalCall).join("\n"));
      const reply = toolCalls.length === 0 ? hashWords(plainReply, wordHashes(text)) : label;
      return {
        exact: hash53(`${context} ${reply}`),
        template: templateOf(call.turns, turn, toolCalls),
        label,
        sign: minHash.sign,
      };
    },
  };
}

function wordsOf(turn: Turn | undefined): number[] {
  if (turn === undefined) return [];
  if (turn.role !== "agent") return wordHashes(turn.text);
  return wordHashes(
    [turn.text, ...turn.toolCalls.flatMap((made) => [made.name, made.arguments, made.result ?? ""])].join(
      " ",
    ),
  );
}

function hashWords(start: number, words: readonly number[]): number {
  let low = mix(start >>> 0, words.length);
  let high = mix(Math.floor(start / 4294967296), 0x5bd1e995);
  for (const word of words) {
    low = mix(low, word);
    high = mix(high ^ 0x3c6ef372, word);
  }
  return (high & 0x1fffff) * 4294967296 + low;
}

function canonicalCall({ function: { name, arguments: text } }: Pick<ToolCall, "function">): string {
  const value = parseJson(text);
  return `${name} ${value === undefined ? text : canonicalJson(value)}`;
}

/** A short caller's turn ("yes") says little alone, so what the agent had said before it counts too. */
function templateOf(
  turns: readonly Turn[],
  turn: number,
  toolCalls: readonly Pick<ToolCall, "function">[],
): number {
  const values = new Set<number>();
  for (const call of toolCalls) visitWords(call.function.arguments, (hash) => values.add(hash));
  let hash = hash53(toolCalls.map((call) => call.function.name).join(" ")) >>> 0;
  for (const text of [lastSaid(turns, turn, "agent"), lastSaid(turns, turn, "caller")]) {
    visitWords(text, (word, hasDigit) => {
      hash = mix(hash, hasDigit || values.has(word) || numberWords.has(word) ? 0 : word);
    });
  }
  return hash;
}

function lastSaid(turns: readonly Turn[], before: number, role: "caller" | "agent"): string {
  for (let index = before - 1; index >= 0; index -= 1) {
    const turn = turns[index];
    if (turn?.role === role && turn.text !== "") return turn.text;
  }
  return "";
}

/** The tool calls of a turn in wire form. */
export function wireCalls(turn: AgentTurn): Pick<ToolCall, "function">[] {
  return turn.toolCalls.map((made) => ({ function: { name: made.name, arguments: made.arguments } }));
}

const numberWords: ReadonlySet<number> = new Set(
  wordHashes(
    "zero oh one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen " +
      "seventeen eighteen nineteen twenty thirty forty fifty sixty seventy eighty ninety hundred thousand half quarter",
  ),
);
