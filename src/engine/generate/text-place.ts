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
  /** Characters that a text at a state still needs, where it could otherwise be led where it can't end. */
  readonly needs?: (state: number) => number;
  /** What a text means; undefined where it means nothing after all. */
  read(text: string): Meaning | undefined;
}

/** The beginning of a text under a rule; null where no text keeps it. */
export function textPlace<Meaning>(rule: TextRule<Meaning>): Place<Meaning> | null {
  const { start } = rule.machine;
  const impossible = start === dead || rule.minLength > rule.maxLength;
  const tooLong = !impossible && (rule.needs?.(start) ?? 0) > rule.maxLength + 1;
  return impossible || tooLong ? null : placeAt(rule, start, -1);
}

/** `length` counts the characters behind the first space: −1 before it. */
function placeAt<Meaning>(rule: TextRule<Meaning>, state: number, length: number): Place<Meaning> {
  const { vocabulary, machine } = rule;
  const ends = length >= rule.minLength && length <= rule.maxLength && machine.accepts(state);
  return {
    get tokens() {
      const tokens = vocabulary.tokensAt(machine, state);
      const room = rule.maxLength - length;
      if (rule.needs === undefined && room >= vocabulary.mostCharacters) return tokens;
      return tokens.filter((token) => roomBehind(rule, state, token, room) >= 0);
    },
    ends,
    after(token) {
      const next = vocabulary.stateBehind(machine, state, token);
      const longer = length + vocabulary.charactersOf(token);
      return next === dead || roomBehind(rule, state, token, rule.maxLength - length) < 0
        ? null
        : placeAt(rule, next, longer);
    },
    meanings(text) {
      const meaning = ends ? rule.read(text) : undefined;
      return meaning === undefined ? [] : [meaning];
    },
  };
}

/** Characters that may still follow a token beyond those that must; below 0 where it can't stand. */
function roomBehind<Meaning>(
  { vocabulary, machine, needs }: TextRule<Meaning>,
  state: number,
  token: number,
  room: number,
): number {
  const left = room - vocabulary.charactersOf(token);
  if (needs === undefined || left < 0) return left;
  const need = needs(vocabulary.stateBehind(machine, state, token));
  return need === Number.POSITIVE_INFINITY ? -1 : left - need;
}
