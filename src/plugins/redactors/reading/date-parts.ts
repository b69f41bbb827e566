import type { NumberAtom } from "./number-runs.ts";

export type Field = "year" | "month" | "day";

/** A component of a date: the atoms that hold it. */
export interface Part {
  readonly field: Field;
  readonly atoms: readonly NumberAtom[];
}

export function digitsOf(parts: readonly Part[], field: Field): string | null {
  for (const part of parts) if (part.field === field) return joined(part.atoms);
  return null;
}

export function joined(atoms: readonly NumberAtom[]): string {
  let digits = "";
  for (const atom of atoms) digits += atom.digits;
  return digits;
}

/** The first and the last token of the parts and of the month's name. */
export function extentOf(parts: readonly Part[], named: number | null): { first: number; last: number } {
  let first = named ?? Number.MAX_SAFE_INTEGER;
  let last = named ?? -1;
  for (const { atoms } of parts)
    for (const atom of atoms) {
      if (atom.first < first) first = atom.first;
      if (atom.last > last) last = atom.last;
    }
  return { first, last };
}
