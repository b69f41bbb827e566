import type { Decoder, Decoding } from "../../src/engine/runtime/decoder.ts";
import { specialTokens } from "../../src/engine/text/tokenizer.ts";

export interface HashDecoderOrder {
  readonly size: number;
  readonly seed: number;
  /** At this share of the places marks are likelier than all text. */
  readonly marks: number;
}

export interface HashDecoder extends Decoder {
  /** Tokens fed so far, by all decodings together. */
  readonly fed: number;
}

/** A model of no sense: its scores are a hash of the sequence and the seed. Hostile to every rule, and reproducible. */
export function hashDecoder({ size, seed, marks }: HashDecoderOrder): HashDecoder {
  let fed = 0;
  const decodingFrom = (start: number, from: number): Decoding => {
    let state = start;
    let length = from;
    return {
      get length() {
        return length;
      },
      async feed(tokens) {
        if (tokens.length === 0) throw new RangeError("no tokens to read");
        for (const token of tokens) state = mix(state ^ Math.imul(token + 1, 0x9e3779b1));
        length += tokens.length;
        fed += tokens.length;
        return scoresOf(state, size, marks);
      },
      fork: () => decodingFrom(state, length),
    };
  };
  return {
    begin: () => decodingFrom(mix(seed), 0),
    close: async () => undefined,
    get fed() {
      return fed;
    },
  };
}

function scoresOf(state: number, size: number, marks: number): Float32Array {
  let draw = state;
  const lead = (mix(state ^ 0x51ed270b) >>> 0) / 2 ** 32 < marks ? 10 : 0;
  return Float32Array.from({ length: size }, (_, token) => {
    draw = mix(draw + 0x6d2b79f5);
    return (draw >>> 0) / 2 ** 29 + (token < specialTokens.length ? lead : 0);
  });
}

function mix(value: number): number {
  let mixed = value | 0;
  mixed = Math.imul(mixed ^ (mixed >>> 16), 0x85ebca6b);
  mixed = Math.imul(mixed ^ (mixed >>> 13), 0xc2b2ae35);
  return mixed ^ (mixed >>> 16);
}
