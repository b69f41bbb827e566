import type { Turn } from "../../domain/call.ts";
import { createWordList, type WordList } from "./word-list.ts";

/** The words of a call's turns in one list, each turn read when it is first asked for: its text, then its tool calls. */
export interface TurnWords {
  readonly list: WordList;
  startOf(turn: number): number;
  /** After the words that were said; those of the tool calls follow. */
  textEndOf(turn: number): number;
  endOf(turn: number): number;
  textOf(turn: number): string | undefined;
  /** The last turn before that one in which this role said something; -1 for none. */
  lastSaid(before: number, role: "caller" | "agent"): number;
}

/** Reads call after call into the same list, so that only the last one's words may be asked. */
export function turnWordsReader(): (turns: readonly Turn[]) => TurnWords {
  const list = createWordList();
  return (turns) => {
    list.clear();
    const textEnds: number[] = [];
    const ends: number[] = [];
    const readUpTo = (turn: number) => {
      for (let next = ends.length; next <= turn; next += 1) {
        addTurn(list, turns[next], textEnds);
        ends.push(list.length());
      }
    };
    const endOf = (turn: number) => {
      readUpTo(turn);
      return turn < 0 ? 0 : (ends[turn] ?? 0);
    };
    return {
      list,
      startOf: (turn) => {
        readUpTo(turn);
        return endOf(turn - 1);
      },
      textEndOf: (turn) => {
        readUpTo(turn);
        return textEnds[turn] ?? 0;
      },
      endOf,
      textOf: (turn) => turns[turn]?.text,
      lastSaid(before, role) {
        for (let index = before - 1; index >= 0; index -= 1) {
          const turn = turns[index];
          if (turn?.role === role && turn.text !== "") return index;
        }
        return -1;
      },
    };
  };
}

function addTurn(list: WordList, turn: Turn | undefined, textEnds: number[]): void {
  list.add(turn?.text ?? "");
  textEnds.push(list.length());
  if (turn?.role !== "agent") return;
  for (const { name, arguments: written, result } of turn.toolCalls) {
    list.add(name);
    list.add(written);
    if (result !== null) list.add(result);
  }
}
