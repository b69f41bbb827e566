import { createHash, hash } from "node:crypto";
import { codeAt } from "./text-codes.ts";

/** SHA-256 as 64 hex digits. */
export function sha256(text: string | Uint8Array): string {
  return createHash("sha256").update(text).digest("hex");
}

/** What `hash53` knows behind the beginning of a text. */
export interface HashState {
  readonly low: number;
  readonly high: number;
}

/** The state behind a text's beginning: many texts that begin alike are hashed from there on. */
export function hashState(text: string, seed = 0): HashState {
  return stateBehind({ low: 0xdeadbeef ^ seed, high: 0x41c6ce57 ^ seed }, text);
}

/** What `hash53` gives for the beginning and the rest in one. */
export function hashBehind(beginning: HashState, rest: string): number {
  let { low, high } = stateBehind(beginning, rest);
  low = Math.imul(low ^ (low >>> 16), 2246822507) ^ Math.imul(high ^ (high >>> 13), 3266489909);
  high = Math.imul(high ^ (high >>> 16), 2246822507) ^ Math.imul(low ^ (low >>> 13), 3266489909);
  return 4294967296 * (2097151 & high) + (low >>> 0);
}

/**
 * A 53-bit number that depends on the whole text (cyrb53 by bryc, public domain): fast, well mixed, the same on
 * every machine; not for secrets.
 */
export function hash53(text: string, seed = 0): number {
  return hashBehind(hashState("", seed), text);
}

/** The state behind a beginning and what follows it. */
export function stateBehind(state: HashState, text: string): HashState {
  const { length } = text;
  let { low, high } = state;
  for (let index = 0; index < length; index += 1) {
    const code = codeAt(text, index);
    low = Math.imul(low ^ code, 2654435761);
    high = Math.imul(high ^ code, 1597334677);
  }
  return { low, high };
}

/** HMAC-SHA256 under one key. Whole hashes, since `createHmac` costs three times as much for a short text. */
export function hmacUnder(key: string, encoding: "base64" | "hex" = "base64"): (text: string) => string {
  const bytes = Buffer.from(key);
  const short = bytes.length > blockBytes ? hash("sha256", bytes, "buffer") : bytes;
  const inner = Buffer.alloc(blockBytes + roomBytes, 0x36);
  const outer = Buffer.alloc(blockBytes + digestBytes, 0x5c);
  for (const [index, byte] of short.entries()) {
    inner[index] = byte ^ 0x36;
    outer[index] = byte ^ 0x5c;
  }
  return (text) => {
    const message =
      text.length * 3 > roomBytes
        ? Buffer.concat([inner.subarray(0, blockBytes), Buffer.from(text)])
        : inner.subarray(0, blockBytes + inner.write(text, blockBytes));
    hash("sha256", message, "buffer").copy(outer, blockBytes);
    return hash("sha256", outer, encoding);
  };
}

const digestBytes = 32;
/** For the text of most; a longer one gets room of its own. */
const roomBytes = 256;
const blockBytes = 64;

/** A point in [0, 1) that depends on the text alone. */
export function unitInterval(text: string): number {
  return hash53(text) / 2 ** 53;
}
