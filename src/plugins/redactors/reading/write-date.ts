import { type Day, monthName } from "./calendar.ts";
import { type Field, joined, type Part } from "./date-parts.ts";
import { inCaseOf } from "./letter-case.ts";
import type { NumberAtom } from "./number-runs.ts";
import { ordinalEnding, ordinalName } from "./number-words.ts";
import { gapAfter, type ScannedText } from "./scan.ts";
import { cardinalName, yearName } from "./spoken-dates.ts";

/** Another day in the form that a date has in its text. */
export function writeDate(
  text: ScannedText,
  parts: readonly Part[],
  named: { readonly token: number } | null,
  other: Day,
): string {
  const numeric = named === null;
  const pieces = parts.map(({ field, atoms }) => ({
    first: atoms[0]?.first ?? 0,
    last: atoms.at(-1)?.last ?? 0,
    written: writePart(text, atoms, { field, value: other[field], numeric }),
  }));
  if (named !== null) {
    const model = text.text.slice(text.starts[named.token], text.ends[named.token]);
    const written = inCaseOf(model, monthName(other.month, text.words[named.token] ?? ""));
    pieces.push({ first: named.token, last: named.token, written });
  }
  pieces.sort((left, right) => left.first - right.first);
  return pieces
    .map((piece, index) => {
      const next = pieces[index + 1];
      const gap = next === undefined ? "" : text.text.slice(text.ends[piece.last], text.starts[next.first]);
      return piece.written + gap;
    })
    .join("");
}

interface PartValue {
  readonly field: Field;
  readonly value: number;
  readonly numeric: boolean;
}

function writePart(text: ScannedText, atoms: readonly NumberAtom[], part: PartValue): string {
  const first = atoms[0];
  if (first === undefined) return "";
  const digits = joined(atoms);
  const value = part.field === "year" && digits.length <= 2 ? part.value % 100 : part.value;
  if (!first.spoken) {
    const isPadded = digits.startsWith("0") || (part.numeric && digits.length >= 2);
    return String(value).padStart(isPadded ? 2 : 1, "0") + (first.ordinal ? ordinalEnding(value) : "");
  }
  const model = text.text.slice(text.starts[first.first], text.ends[first.first]);
  const hyphen = gapAfter(text, first.first) === "-" ? "-" : " ";
  if (first.ordinal) return inCaseOf(model, ordinalName(value, hyphen));
  const isWholeYear = part.field === "year" && digits.length > 2;
  return inCaseOf(model, isWholeYear ? yearName(value) : cardinalName(value, hyphen));
}
