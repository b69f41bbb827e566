import type { Entity, Form, SearchedText } from "../redactor.ts";
import { digitForm, digitsOf } from "./digits.ts";
import { writeDigits } from "./write-number.ts";

/** Reads a whole text as one number of at least `least` digits, written or spoken. */
export function readNumber(text: SearchedText, entity: Entity, least: number): Form | null {
  const digits = digitsOf(text.text);
  if (digits.length >= least) return digitForm(text.text, entity, digits);
  const run = text.runs[0];
  if (digits !== "" || run === undefined || text.runs.length > 1 || run.digits.length < least) return null;
  const range = { run, from: 0, to: run.digits.length, atom: 0, before: 0 };
  const start = text.starts[run.first] ?? 0;
  const end = text.ends[run.last] ?? 0;
  return {
    entity,
    value: run.digits,
    write: (surrogate) =>
      text.text.slice(0, start) + writeDigits(text, range, surrogate) + text.text.slice(end),
  };
}
