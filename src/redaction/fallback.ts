import type { Draw, Entity, KnownValue } from "../plugins/redactors/redactor.ts";

export const fallbackSlots = 16;

/**
 * A value of the same shape that depends on the scope and the shape alone, so that it is known again. The first eight
 * change every letter and digit; the last eight keep the first half, for schemas that ask for a prefix.
 */
export function fallbackValue({ entity, value }: KnownValue, slot: number, draw: Draw): string {
  const kept = keptLength(value, slot);
  const number = draw.numbers(labelOf(entity, value));
  let drawn = value.slice(0, kept);
  for (let at = kept; at < value.length; at += 1) drawn += drawnAt(value, { slot, at }, number);
  return drawn;
}

/** Whether the value is one that `fallbackValue` gives; stops at the first character that differs. */
export function isFallbackValue({ entity, value }: KnownValue, draw: Draw): boolean {
  const number = draw.numbers(labelOf(entity, value));
  for (let slot = 0; slot < fallbackSlots; slot += 1) {
    let at = keptLength(value, slot);
    while (at < value.length && drawnAt(value, { slot, at }, number) === value.charAt(at)) at += 1;
    if (at === value.length) return true;
  }
  return false;
}

function keptLength(value: string, slot: number): number {
  return slot < fallbackSlots / 2 ? 0 : Math.ceil(value.length / 2);
}

function labelOf(entity: Entity, value: string): string {
  const shape = value.replace(/\d/g, "9").replace(/[a-z]/g, "a");
  return `${entity}:${shape}:`;
}

/** Digits for digits, the first never zero; letters for letters; all else stays. */
function drawnAt(value: string, { slot, at }: Place, number: ReturnType<Draw["numbers"]>): string {
  const character = value.charAt(at);
  const label = `${slot}:${at}`;
  if (character >= "0" && character <= "9")
    return String(at === 0 ? number(label, 9) + 1 : number(label, 10));
  return character >= "a" && character <= "z" ? String.fromCharCode(97 + number(label, 26)) : character;
}

interface Place {
  readonly slot: number;
  readonly at: number;
}
