import type { Message } from "../../../domain/message.ts";
import { fillers, stopWords } from "../../../lib/spoken/lexicon.ts";
import type { Tokenizer } from "../../text/tokenizer.ts";
import { encodeText } from "../../text/values.ts";
import { heardTexts } from "./heard-forms.ts";

/** Raises the scores of tokens, in nats; of a token that stands twice the last counts. */
export type Bonus = readonly (readonly [token: number, nats: number])[];

/** A place in a text, and what would go on as the call does. Places don't change; `after` answers the next one. */
export interface Favoured {
  /** The bonus of tokens that go on with words that were said, and of the marks that could follow a whole word of them. */
  bonus(followers: readonly number[]): Bonus;
  after(token: number): Favoured;
}

/** For a value's first word (less for "is" and "the"), the rest of a word, the word that was said next (or the end), and any other that was said. */
const first = 6;
const firstSmall = 4;
const inWord = 8;
const inOrder = 6;
const jump = 3;
const mostWords = 2_000;

/**
 * The beginning of a text that favours the words of the call, in any capitals, and `forms` of what was said. A small
 * model that has to copy a name it has never seen drifts off to one it knows; so it is held to what was said without being
 * forbidden the rest.
 */
export function favouredWords(
  tokenizer: Tokenizer,
  messages: readonly Message[],
  forms: readonly string[],
): Favoured {
  const units = unitsOf(tokenizer, messages, forms);
  const beginnings = new Map<number, Thread[]>();
  const openings = new Map<number, number>();
  for (const [unit, { writings, opening }] of units.entries())
    for (const [style, tokens] of writings.entries()) {
      const token = tokens[0];
      if (token === undefined) continue;
      const begun = beginnings.get(token) ?? [];
      begun.push({ unit, style, at: 0 });
      beginnings.set(token, begun);
      openings.set(token, Math.max(opening, openings.get(token) ?? 0));
    }
  return placeIn({ units, beginnings, openings }, { threads: [], next: null });
}

/** One word that was said. */
interface Unit {
  /** By style, as tokens: as it was said, without the signs around it, in small letters, with a capital. None where a breath ends. */
  readonly writings: readonly (readonly number[])[];
  /** The bonus of a value that begins with it. */
  readonly opening: number;
}

interface Said {
  readonly units: readonly Unit[];
  /** The words by their first tokens. */
  readonly beginnings: ReadonlyMap<number, readonly Thread[]>;
  /** What a value's first token is favoured by. */
  readonly openings: ReadonlyMap<number, number>;
}

/** A word that is half written. */
interface Thread {
  readonly unit: number;
  readonly style: number;
  /** Tokens of it that are written. */
  readonly at: number;
}

interface Standing {
  readonly threads: readonly Thread[];
  /** The words that were said next, where a whole word is written; empty inside words, null at the beginning. */
  readonly next: readonly Thread[] | null;
}

function placeIn(said: Said, { threads, next }: Standing): Favoured {
  const isBorder = next === null || next.length > 0;
  const tokenOf = ({ unit, style, at }: Thread) => said.units[unit]?.writings[style]?.[at];
  const nextTokens = (some: readonly Thread[]) => some.map(tokenOf).filter((token) => token !== undefined);
  return {
    bonus(followers) {
      if (next === null) return [...said.openings];
      const words = isBorder ? said.beginnings.keys() : [];
      return [
        ...Array.from(words, (token) => [token, jump] as const),
        ...[...nextTokens(next), ...(isBorder ? followers : [])].map((token) => [token, inOrder] as const),
        ...nextTokens(threads).map((token) => [token, inWord] as const),
      ];
    },
    after(token) {
      const open = isBorder ? [...threads, ...(said.beginnings.get(token) ?? [])] : threads;
      const going = open
        .filter((thread) => tokenOf(thread) === token)
        .map((thread) => ({ ...thread, at: thread.at + 1 }));
      const whole = going.filter((thread) => tokenOf(thread) === undefined);
      return placeIn(said, {
        threads: going.filter((thread) => tokenOf(thread) !== undefined),
        next: whole.map(({ unit, style }) => ({ unit: unit + 1, style, at: 0 })),
      });
    },
  };
}

function unitsOf(tokenizer: Tokenizer, messages: readonly Message[], forms: readonly string[]): Unit[] {
  const units: Unit[] = [];
  for (const text of heardTexts(messages)) {
    for (const word of text.split(/\s+/)) if (word !== "") units.push(unitOf(tokenizer, word));
    units.push(breath);
    if (units.length > mostWords) break;
  }
  for (const form of forms) units.push({ writings: [encodeText(tokenizer, form)], opening: first }, breath);
  return units;
}

const breath: Unit = { writings: [], opening: 0 };

function unitOf(tokenizer: Tokenizer, word: string): Unit {
  const bare = word.replace(/^[^\p{L}\p{N}+$€£#@]+|[^\p{L}\p{N}]+$/gu, "");
  const lower = bare.toLowerCase();
  const styles = [word, bare, lower, lower.charAt(0).toUpperCase() + lower.slice(1)];
  return {
    writings: styles.map((text) => (text === "" ? [] : encodeText(tokenizer, text))),
    opening: openingOf(lower),
  };
}

function openingOf(word: string): number {
  if (fillers.has(word)) return 0;
  return stopWords.has(word) ? firstSmall : first;
}
