import { dead, type TextMachine } from "./patterns/text-machine.ts";
import type { Place } from "./place.ts";
import type { Vocabulary } from "./vocabulary.ts";

/** A rule for texts that a machine reads. */
export interface TextRule<Meaning> {
  readonly vocabulary: Vocabulary;
  /** Reads the text with the space before it. */
  readonly machine: TextMachine;
  /** Characters (code points) of the text without that space. */
  readonly minLength: number;
  readonly maxLength: number;
  /** What a text means; undefined where it means nothing after all. */
  read(text: string): Meaning | undefined;
}

/** The beginning of a text under a rule; null where no text keeps it. */
export function textPlace<Meaning>(rule: TextRule<Meaning>): Place<Meaning> | null {
  const { start } = rule.machine;
  const impossible = start === dead || rule.minLength > rule.maxLength;
  return impossible ? null : placeAt(rule, start, -1);
}

/** `length` counts characters; the space before the text is the one that makes 0 of −1. */
function placeAt<Meaning>(rule: TextRule<Meaning>, state: number, length: number): Place<Meaning> {
  const { vocabulary, machine } = rule;
  const ends = length >= rule.minLength && length <= rule.maxLength && machine.accepts(state);
  return {
    get tokens() {
      const tokens = vocabulary.tokensAt(machine, state);
      const room = rule.maxLength - length;
      if (room >= vocabulary.mostCharacters) return tokens;
      return tokens.filter((token) => vocabulary.charactersOf(token) <= room);
    },
    ends,
    after(token) {
      const next = vocabulary.stateBehind(machine, state, token);
      const longer = length + vocabulary.charactersOf(token);
      return next === dead || longer > rule.maxLength ? null : placeAt(rule, next, longer);
    },
    meanings(text) {
      const meaning = ends ? rule.read(text) : undefined;
      return meaning === undefined ? [] : [meaning];
    },
  };
}
