import type { Random } from "../../lib/seeded-random.ts";

const digitWords = "zero one two three four five six seven eight nine".split(" ");

/** Digits one by one, as callers say them: "five five five, oh one two", "double seven", "triple nine". */
export function speakDigits(random: Random, groups: readonly string[]): string {
  const zero = random.chance(0.7) ? "oh" : "zero";
  const doubles = random.chance(0.35);
  return groups.map((group) => speakGroup(group, zero, doubles)).join(random.pick([", ", " ", ", "]));
}

function speakGroup(group: string, zero: string, doubles: boolean): string {
  const words: string[] = [];
  for (let index = 0; index < group.length; index += 1) {
    const digit = group.charAt(index);
    const word = digit === "0" ? zero : (digitWords[Number(digit)] ?? digit);
    const run = doubles ? runOf(group, index) : 1;
    words.push(`${runWords[run] ?? ""}${word}`);
    index += run - 1;
  }
  return words.join(" ");
}

const runWords: Readonly<Record<number, string>> = { 2: "double ", 3: "triple " };

/** How often the digit stands in a row, 3 at most. */
function runOf(group: string, start: number): number {
  let run = 1;
  while (run < 3 && group.charAt(start + run) === group.charAt(start)) run += 1;
  return run;
}

/** "4111 1111 1111 1111": four digits a group. */
export function groupsOf(digits: string, size: number): string[] {
  const groups: string[] = [];
  for (let at = 0; at < digits.length; at += size) groups.push(digits.slice(at, at + size));
  return groups;
}
