import { type HashState, hashBehind, hashState, hmacUnder, stateBehind } from "../lib/hash.ts";
import {
  surrogateFamilyNames,
  surrogateGivenNames,
  surrogateNamesByScript,
} from "../plugins/redactors/lexicon/surrogate-names.ts";
import { soundOf } from "../plugins/redactors/reading/sound.ts";
import { is, wordTable } from "../plugins/redactors/reading/word-table.ts";
import type { Draw } from "../plugins/redactors/redactor.ts";

/**
 * Draws for one scope (a call, or the whole dataset). Their key is HMAC-SHA256 of the scope under the salt: who has the
 * dataset but not the salt can't redo them.
 */
export function drawsUnder(salt: string): (scope: string) => Draw {
  const hmac = hmacUnder(salt);
  return (scope) => {
    let made: HashState | null = null;
    const key = () => {
      made ??= hashState(hmac(scope));
      return made;
    };
    const number = (label: string, below: number) => hashBehind(key(), label) % below;
    const numbers = (beginning: string) => {
      const state = stateBehind(key(), beginning);
      return (rest: string, below: number) => hashBehind(state, rest) % below;
    };
    return { number, numbers, namePart: nameParts(number) };
  };
}

function nameParts(number: Draw["number"]): Draw["namePart"] {
  const known = new Map<string, string>();
  const taken = new Set<string>();
  const certain: string[] = [];
  const choose = (part: string, role: "given" | "family") => {
    const names = namesFor(part, role);
    let index = number(`name:${part}`, names.length);
    for (let tries = 0; tries < names.length && taken.has(names[index] ?? ""); tries += 1) {
      index = (index + 1) % names.length;
    }
    return names[index] ?? part;
  };
  return (part, role, certainty) => {
    if (part.length === 1) return initialOf(part, known);
    const before = known.get(part);
    if (before !== undefined) return before;
    const alike = certainty === "heard" ? soundsLike(part, certain) : undefined;
    const surrogate = isReserved(part) ? part : ((alike && known.get(alike)) ?? choose(part, role));
    known.set(part, surrogate);
    taken.add(surrogate);
    if (certainty === undefined) certain.push(part);
    return surrogate;
  };
}

function soundsLike(part: string, others: readonly string[]): string | undefined {
  if (others.length === 0) return undefined;
  const sound = soundOf(part);
  return sound === null ? undefined : others.find((other) => soundOf(other) === sound);
}

/** The initial of the surrogate of the first known name that has this initial; else the letter itself. */
function initialOf(letter: string, known: ReadonlyMap<string, string>): string {
  for (const [part, surrogate] of known) if (part.startsWith(letter)) return surrogate.charAt(0);
  return letter;
}

function isReserved(part: string): boolean {
  if (((wordTable.get(part) ?? 0) & is.surrogateName) !== 0) return true;
  const script = scriptOf(part);
  return script !== null && (surrogateNamesByScript[script]?.includes(part) ?? false);
}

function namesFor(part: string, role: "given" | "family"): readonly string[] {
  const script = scriptOf(part);
  const foreign = script === null ? undefined : surrogateNamesByScript[script];
  return foreign ?? (role === "given" ? surrogateGivenNames : surrogateFamilyNames);
}

const scripts: readonly [string, RegExp][] = [
  ["Cyrillic", /\p{Script=Cyrillic}/u],
  ["Han", /\p{Script=Han}/u],
  ["Hangul", /\p{Script=Hangul}/u],
  ["Katakana", /\p{Script=Katakana}/u],
  ["Hiragana", /\p{Script=Hiragana}/u],
  ["Arabic", /\p{Script=Arabic}/u],
  ["Greek", /\p{Script=Greek}/u],
  ["Hebrew", /\p{Script=Hebrew}/u],
  ["Devanagari", /\p{Script=Devanagari}/u],
];

function scriptOf(part: string): string | null {
  if (part.charCodeAt(0) < 0x370) return null;
  return scripts.find(([, pattern]) => pattern.test(part))?.[0] ?? null;
}
