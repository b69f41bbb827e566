import { tokensOf } from "../../lib/spoken/tokens.ts";
import type { Call } from "../call.ts";

/** The caller's turns word by word, each read when it is first asked for. */
export interface CallerWords {
  tokensAt(turn: number): readonly string[];
  /** Whether a caller said these tokens side by side before that turn. */
  said(tokens: readonly string[], before: number): boolean;
  /** Whether the letters stand in one of the caller's turns before that turn, spaces left out. */
  spelled(letters: string, before: number): boolean;
}

export function callerWords({ turns }: Pick<Call, "turns">): CallerWords {
  const tokens: (readonly string[] | undefined)[] = [];
  const phrases: (string | undefined)[] = [];
  const letters: (string | undefined)[] = [];
  const tokensAt = (turn: number) => {
    const known = tokens[turn] ?? tokensOf(turns[turn]?.text ?? "");
    tokens[turn] = known;
    return known;
  };
  const phraseAt = (turn: number) => {
    const known = phrases[turn] ?? ` ${tokensAt(turn).join(" ")} `;
    phrases[turn] = known;
    return known;
  };
  const lettersAt = (turn: number) => {
    const known = letters[turn] ?? tokensAt(turn).join("");
    letters[turn] = known;
    return known;
  };
  const isIn = (textAt: (turn: number) => string, part: string, before: number) => {
    const end = Math.min(before, turns.length);
    for (let turn = 0; turn < end; turn += 1)
      if (turns[turn]?.role === "caller" && textAt(turn).includes(part)) return true;
    return false;
  };
  return {
    tokensAt,
    said: (words, before) => isIn(phraseAt, ` ${words.join(" ")} `, before),
    spelled: (word, before) => isIn(lettersAt, word, before),
  };
}
