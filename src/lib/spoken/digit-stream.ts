import type { Mention } from "./mentions.ts";

/** All digits that were read out, turn after turn: people give a number in pieces, or two in one breath. */
export interface DigitStream {
  /** Turns in order. */
  add(digits: string, turn: number): void;
  has(digits: string, before: number): boolean;
}

/** A shorter number stands in some longer one by chance. */
const shortest = 3;
/** A number of so many digits may be spread over turns. */
const shortestOverTurns = 7;

export function createDigitStream(): DigitStream {
  const turns: { turn: number; end: number }[] = [];
  let all = "";
  return {
    add(digits, turn) {
      if (digits === "") return;
      all += digits;
      turns.push({ turn, end: all.length });
    },
    has(digits, before) {
      if (digits.length < shortest) return false;
      const limit = turns.findLast(({ turn }) => turn < before)?.end ?? 0;
      for (let at = all.indexOf(digits); at !== -1; at = all.indexOf(digits, at + 1)) {
        const end = at + digits.length;
        if (end > limit) return false;
        if (digits.length >= shortestOverTurns || !turns.some((turn) => turn.end > at && turn.end < end))
          return true;
      }
      return false;
    },
  };
}

/** The digits of all numbers in a text, in order; those of times and dates too. */
export function digitsIn(mentions: readonly Mention[]): string {
  let digits = "";
  let end = 0;
  for (const mention of mentions) {
    const isPart = mention.start < end;
    if (isPart || (mention.kind !== "digits" && mention.kind !== "number")) continue;
    digits += mention.kind === "digits" ? mention.readings.join("") : wholeNumber(mention);
    end = mention.end;
  }
  return digits;
}

function wholeNumber({ readings }: Mention): string {
  return (readings[0] ?? "").replace(/\D/g, "");
}
