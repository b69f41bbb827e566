import type { Decoder, Decoding } from "../../src/engine/runtime/decoder.ts";
import type { Tokenizer } from "../../src/engine/text/tokenizer.ts";

export interface WishfulDecoder extends Decoder {
  /** Tokens fed so far, by all decodings together. */
  readonly fed: number;
  /** Feeds that ran at the same time, at most. */
  readonly together: number;
}

/** A model that wants to say just this, whatever was said before; where it may not, it wants to go on behind that. */
export function wishfulDecoder(tokenizer: Tokenizer, wish: readonly number[]): WishfulDecoder {
  const agent = tokenizer.special("<agent>");
  let fed = 0;
  let running = 0;
  let together = 0;
  const decodingFrom = (tokens: readonly number[]): Decoding => {
    let read = tokens;
    return {
      get length() {
        return read.length;
      },
      async feed(more) {
        if (more.length === 0) throw new RangeError("no tokens to read");
        running += 1;
        together = Math.max(together, running);
        await Promise.resolve();
        running -= 1;
        fed += more.length;
        read = [...read, ...more];
        const scores = new Float32Array(tokenizer.size);
        const place = read.length - read.lastIndexOf(agent) - 1;
        wish.slice(place).forEach((token, ahead) => {
          scores[token] = Math.max(scores[token] ?? 0, 10 / (ahead + 1));
        });
        return scores;
      },
      fork: () => decodingFrom(read),
    };
  };
  return {
    begin: () => decodingFrom([]),
    close: async () => undefined,
    get fed() {
      return fed;
    },
    get together() {
      return together;
    },
  };
}
