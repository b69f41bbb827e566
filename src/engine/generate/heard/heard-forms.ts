import { leafTexts } from "../../../domain/grounding/leaf-texts.ts";
import type { Message } from "../../../domain/message.ts";
import { parseJson } from "../../../lib/json.ts";
import { type Day, dayOfIso } from "../../../lib/spoken/days.ts";
import { weekdays } from "../../../lib/spoken/lexicon.ts";
import { type Mention, mentionsIn } from "../../../lib/spoken/mentions.ts";
import { tokensOf } from "../../../lib/spoken/tokens.ts";
import { spokenEmails } from "./spoken-emails.ts";

/** What a caller and the tools said, as values are written. */
export interface HeardForms {
  /** Dates, times, phone numbers, codes and mail addresses in every usual form, the newest first. */
  readonly strings: readonly string[];
  /** Numbers as JSON, the newest first. */
  readonly numbers: readonly string[];
}

/**
 * Reads the values that were said. A model this small can't count from "next Friday" to a date, but it can
 * choose among dates that were read by rule.
 */
export function heardForms(messages: readonly Message[]): HeardForms {
  const today = todayOf(messages);
  const strings = new Set<string>();
  const numbers = new Set<string>();
  for (const text of heardTexts(messages)) {
    for (const mention of mentionsOf(text, today).reverse()) {
      for (const form of formsOf(mention)) strings.add(form);
      for (const number of numbersOf(mention)) numbers.add(number);
    }
    for (const email of spokenEmails(text)) strings.add(email);
  }
  return { strings: [...strings], numbers: [...numbers] };
}

/** "Friday the 5th" is one day, said twice: the weekday's own reading, the coming Friday, would be another. */
function mentionsOf(text: string, today: readonly Day[]): Mention[] {
  const tokens = tokensOf(text);
  const mentions = mentionsIn(tokens, today);
  return mentions.filter((mention, at) => {
    const next = mentions[at + 1];
    if (mention.kind !== "date" || next?.kind !== "date" || next.start - mention.end > 1) return true;
    return !saysWeekday(tokens, mention) || saysWeekday(tokens, next);
  });
}

function saysWeekday(tokens: readonly string[], { start }: Mention): boolean {
  return weekdays.has(tokens[start] ?? "");
}

/** The callers' and tools' texts, the newest first; of a JSON result its values. */
export function heardTexts(messages: readonly Message[]): string[] {
  return [...messages].reverse().flatMap(({ role, content }) => {
    if (role === "user") return [content];
    if (role !== "tool") return [];
    const value = parseJson(content);
    return value === undefined ? [content] : leafTexts(value);
  });
}

/**
 * The day of the call, where the prompt says it in whatever words; without one, "tomorrow" is no date. Label rules ask more of a
 * prompt (`callDays` wants "today is"), since a wrong day would spoil a label; here it is one choice among several.
 */
function todayOf(messages: readonly Message[]): Day[] {
  for (const { role, content } of messages.slice(0, 2)) {
    if (role !== "system" || content === null) continue;
    const iso = /\b\d{4}-\d{2}-\d{2}\b/.exec(content)?.[0];
    const day = dayOfIso(iso ?? absoluteDate(content) ?? "");
    if (day !== null) return [day];
  }
  return [];
}

/** A date that reads the same whatever day it is said on. */
function absoluteDate(text: string): string | undefined {
  const tokens = tokensOf(text);
  const [one, other] = [[0], [5_000]].map((days) =>
    mentionsIn(tokens, days).filter(({ kind }) => kind === "date"),
  );
  return one?.find(({ readings }, at) => readings[0] === other?.[at]?.readings[0])?.readings[0];
}

function formsOf({ kind, readings }: Mention): string[] {
  switch (kind) {
    case "date":
      // Of "the twelfth" the next is likelier than the one after it, and a small model can't tell.
      return readings.slice(0, 1);
    case "number":
      return [...readings];
    case "time":
      return readings.flatMap(timeForms);
    case "digits":
      return readings.flatMap(digitForms);
    case "spelled":
      return readings.flatMap(codeForms);
  }
}

function timeForms(time: string): string[] {
  const [hour = 0, minute = 0] = time.split(":").map(Number);
  const half = hour < 12 ? "AM" : "PM";
  const twelve = `${hour % 12 === 0 ? 12 : hour % 12}:${String(minute).padStart(2, "0")} ${half}`;
  return [time, twelve, twelve.padStart(8, "0"), `${time}:00`];
}

/** As digits alone, as an international number, and as Americans write it. */
function digitForms(digits: string): string[] {
  const american = /^1?(\d{3})(\d{3})(\d{4})$/.exec(digits);
  if (american === null) return [digits, `+${digits}`];
  const [, area, exchange, line] = american;
  return [
    digits,
    `+1${area}${exchange}${line}`,
    `${area}-${exchange}-${line}`,
    `(${area}) ${exchange}-${line}`,
  ];
}

function codeForms(code: string): string[] {
  const upper = code.toUpperCase();
  const parts = /^([A-Z]+)(\d+)$/.exec(upper);
  return [upper, code, ...(parts ? [`${parts[1]}-${parts[2]}`] : [])];
}

function numbersOf({ kind, readings }: Mention): string[] {
  if (kind !== "number" && kind !== "digits") return [];
  return readings
    .map(Number)
    .filter(Number.isFinite)
    .map((number) => JSON.stringify(number));
}
