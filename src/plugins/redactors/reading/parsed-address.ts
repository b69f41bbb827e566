import type { SearchedText } from "../redactor.ts";
import { inCaseOf } from "./letter-case.ts";
import type { NumberRun } from "./number-runs.ts";
import { gapAfter } from "./scan.ts";
import { type DigitRange, spanOfDigits, writeDigits } from "./write-number.ts";

/** A street address as it stands in a text: a house number and the words of a street's name. */
export interface ParsedAddress {
  readonly start: number;
  readonly end: number;
  readonly house: string;
  readonly street: string;
  /** The known value that this is a part of. */
  readonly value?: string;
  readonly score: number;
  write(house: string, street: string): string;
}

export interface Words {
  readonly first: number;
  readonly last: number;
}

export const compass = new Set(
  "north south east west n s e w ne nw se sw northeast northwest southeast southwest".split(" "),
);
/** Kinds of streets that stand before the name. */
export const leadingKinds = new Set(
  "rue calle via avenida rua plaza paseo camino chemin carrer ulica ul strada viale piazza avenue".split(" "),
);
/** The digits of the run's atoms from one to before another. */
export function wholeRun(run: NumberRun, atom: number, end = run.atoms.length): DigitRange | null {
  const before = sizeOf(run, 0, atom);
  const to = before + sizeOf(run, atom, end);
  return to === before ? null : { run, from: before, to, atom, before };
}

function sizeOf(run: NumberRun, first: number, end: number): number {
  let size = 0;
  for (let at = first; at < end; at += 1) size += run.atoms[at]?.digits.length ?? 0;
  return size;
}

export function toAddress(
  text: SearchedText,
  words: Words,
  range: DigitRange | null,
  score: number,
): ParsedAddress | null {
  const house = range === null ? null : spanOfDigits(text, range);
  if (range !== null && house === null) return null;
  const streetStart = text.starts[words.first] ?? 0;
  const streetEnd = text.ends[words.last] ?? 0;
  return {
    start: Math.min(house?.start ?? streetStart, streetStart),
    end: Math.max(house?.end ?? 0, streetEnd),
    house: range === null ? "" : range.run.digits.slice(range.from, range.to),
    street: text.words
      .slice(words.first, words.last + 1)
      .map(ordinalFree)
      .join(" "),
    score,
    write: (digits, street) => {
      const model = text.text.slice(text.starts[words.first], text.ends[words.first]);
      const name = inCaseOf(/^\d/.test(model) ? "A" : model, street);
      if (range === null || house === null) return name;
      const number = writeDigits(text, range, digits);
      if (house.start < streetStart) return number + text.text.slice(house.end, streetStart) + name;
      return name + text.text.slice(streetEnd, house.start) + number;
    },
  };
}

export const ordinals: ReadonlyMap<string, string> = new Map(
  Object.entries({
    first: "1",
    second: "2",
    third: "3",
    fourth: "4",
    fifth: "5",
    sixth: "6",
    seventh: "7",
    eighth: "8",
    ninth: "9",
    tenth: "10",
    eleventh: "11",
    twelfth: "12",
    thirteenth: "13",
    fourteenth: "14",
    fifteenth: "15",
    sixteenth: "16",
    seventeenth: "17",
    eighteenth: "18",
    nineteenth: "19",
    twentieth: "20",
    st: "",
    nd: "",
    rd: "",
    th: "",
  }),
);

/** "12th" and "twelfth" are one street. */
export function ordinalFree(word: string): string {
  return ordinals.get(word) ?? word;
}

export function isSpace(text: SearchedText, token: number): boolean {
  const gap = gapAfter(text, token);
  return gap === " " || gap === ", ";
}
