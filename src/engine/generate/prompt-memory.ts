import type { Decoder, Decoding } from "../runtime/decoder.ts";
import type { Tokenizer } from "../text/tokenizer.ts";

/** A sequence that was read, and the scores behind it where they are known. */
export interface ReadPrompt {
  readonly tokens: readonly number[];
  readonly decoding: Decoding;
  readonly scores: Float32Array | null;
}

/** Prompts read lately: the next turn of a call begins like the one before, and calls of one agent share their tools. */
export interface PromptMemory {
  /** Reads a prompt from where the longest known beginning ends. */
  read(
    tokens: readonly number[],
    signal: AbortSignal | undefined,
  ): Promise<ReadPrompt & { readonly scores: Float32Array }>;
  remember(read: ReadPrompt): void;
}

/** A few calls at a time, each with its tools, its head and its last turn. */
const mostRemembered = 12;

export function createPromptMemory(tokenizer: Tokenizer, decoder: Decoder): PromptMemory {
  let known: readonly ReadPrompt[] = [];
  const remember = (read: ReadPrompt) => {
    const others = known.filter(({ tokens }) => !isSame(tokens, read.tokens));
    known = [read, ...others].slice(0, mostRemembered);
  };
  return {
    remember,
    async read(tokens, signal) {
      const beginning = longestBeginning(known, tokens);
      let { decoding, scores } = beginning ?? { decoding: decoder.begin(), scores: null };
      let from = beginning?.tokens.length ?? 0;
      if (beginning !== null) remember(beginning);
      for (const to of [...restingPlaces(tokenizer, tokens), tokens.length]) {
        if (to <= from) continue;
        signal?.throwIfAborted();
        decoding = decoding.fork();
        // A decoder may use its array again.
        scores = (await decoding.feed(tokens.slice(from, to))).slice();
        from = to;
        remember({ tokens: tokens.slice(0, to), decoding, scores });
      }
      if (scores === null) throw new Error("a prompt can't be empty");
      return { tokens, decoding, scores };
    },
  };
}

function longestBeginning(known: readonly ReadPrompt[], tokens: readonly number[]): ReadPrompt | null {
  const beginnings = known.filter(
    (one) => isBeginning(one.tokens, tokens) && (one.scores !== null || one.tokens.length < tokens.length),
  );
  return beginnings.reduce<ReadPrompt | null>(
    (longest, one) => (longest !== null && longest.tokens.length >= one.tokens.length ? longest : one),
    null,
  );
}

function isBeginning(beginning: readonly number[], whole: readonly number[]): boolean {
  return beginning.length <= whole.length && beginning.every((token, at) => token === whole[at]);
}

function isSame(left: readonly number[], right: readonly number[]): boolean {
  return left.length === right.length && isBeginning(left, right);
}

/** Where other prompts may part from this one: behind the tools and behind the system prompt. */
function restingPlaces(tokenizer: Tokenizer, tokens: readonly number[]): number[] {
  const turns = (["<user>", "<result>", "<agent>"] as const).map((token) => tokenizer.special(token));
  const system = tokenizer.special("<system>");
  const places = [tokens.indexOf(system), tokens.findIndex((token) => turns.includes(token))];
  return places.filter((place) => place > 0).sort((left, right) => left - right);
}
