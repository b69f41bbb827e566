import type { Decoding } from "../runtime/decoder.ts";
import type { Bonus } from "./heard/favoured.ts";
import type { Sampler } from "./sampler.ts";

/** There is no room for another token: the completion's limit or the context is reached. */
export class OutOfRoom extends Error {
  override readonly name = "OutOfRoom";
}

/** The model was asked as often as one reply may ask it. */
export class OutOfEffort extends Error {
  override readonly name = "OutOfEffort";
}

/** Writes a reply token by token behind a prompt, with the model's scores at hand. */
export interface Pen {
  /** The reply so far. */
  readonly written: readonly number[];
  /** Tokens that may still be written. */
  readonly room: number;
  /**
   * Chooses what comes next without writing it; asks the model only where there is a choice. What was chosen here before
   * is kept where it is allowed. A bonus raises the scores of some tokens.
   */
  decide(allowed: readonly ArrayLike<number>[], bonus?: Bonus): Promise<number>;
  /** @throws OutOfRoom */
  write(...tokens: readonly number[]): void;
  /** Forgets all that was written behind the first `length` tokens of the reply. */
  rewind(length: number): void;
  /** The model's scores for the next token. @throws OutOfEffort; what the signal says */
  scores(): Promise<Float32Array>;
  /** Another pen at the same place; both draw on the same effort. */
  fork(): Promise<Pen>;
  /** What has been read so far, for replies that begin like this one. */
  settled(): { readonly tokens: readonly number[]; readonly decoding: Decoding };
}

export interface PenOrder {
  /** The prompt, read; it isn't changed. */
  readonly prompt: Decoding;
  readonly promptScores: Float32Array;
  readonly limit: number;
  readonly sampler: Sampler;
  readonly effort: Effort;
  readonly signal: AbortSignal | undefined;
}

/** How often the model may still be asked. */
export interface Effort {
  left: number;
}

interface Hand {
  decoding: Decoding;
  /** How much of `written` the decoding has read, and the scores behind that. */
  read: number;
  readScores: Float32Array;
  written: number[];
  decided: number | null;
}

export function createPen(order: PenOrder): Pen {
  return penWith(order, {
    decoding: order.prompt.fork(),
    read: 0,
    readScores: order.promptScores,
    written: [],
    decided: null,
  });
}

function penWith(order: PenOrder, hand: Hand): Pen {
  const write = (...tokens: readonly number[]) => {
    if (hand.written.length + tokens.length > order.limit) throw new OutOfRoom();
    hand.written.push(...tokens);
    hand.decided = null;
  };
  const scores = async () => {
    if (hand.read < hand.written.length) await readOn(order, hand);
    return hand.readScores;
  };
  return {
    get written() {
      return hand.written;
    },
    get room() {
      return order.limit - hand.written.length;
    },
    async decide(allowed, bonus = []) {
      if (hand.decided !== null && includes(allowed, hand.decided)) return hand.decided;
      hand.decided = onlyOne(allowed) ?? order.sampler(raised(await scores(), bonus), allowed);
      return hand.decided;
    },
    write,
    rewind(length) {
      if (length === hand.written.length) return;
      hand.written.length = length;
      hand.decided = null;
      // Reading a short reply again is one step of the model; keeping every place of it would cost memory.
      if (hand.read <= length) return;
      hand.decoding = order.prompt.fork();
      hand.read = 0;
      hand.readScores = order.promptScores;
    },
    scores,
    async fork() {
      await scores();
      return penWith(order, { ...hand, decoding: hand.decoding.fork(), written: [...hand.written] });
    },
    settled: () => ({ tokens: hand.written.slice(0, hand.read), decoding: hand.decoding }),
  };
}

async function readOn(order: PenOrder, hand: Hand): Promise<void> {
  order.signal?.throwIfAborted();
  if (order.effort.left <= 0) throw new OutOfEffort();
  order.effort.left -= 1;
  const scores = await hand.decoding.feed(hand.written.slice(hand.read));
  hand.read = hand.written.length;
  // A decoder may use its array again.
  hand.readScores = scores.slice();
}

function raised(scores: Float32Array, bonus: Bonus): Float32Array {
  if (bonus.length === 0) return scores;
  const higher = scores.slice();
  for (const [token, nats] of bonus) higher[token] = (scores[token] ?? 0) + nats;
  return higher;
}

function includes(allowed: readonly ArrayLike<number>[], token: number): boolean {
  return allowed.some((tokens) => Array.prototype.includes.call(tokens, token));
}

function onlyOne(allowed: readonly ArrayLike<number>[]): number | null {
  const filled = allowed.filter((tokens) => tokens.length > 0);
  const [only] = filled;
  return filled.length === 1 && only?.length === 1 ? (only[0] ?? null) : null;
}
