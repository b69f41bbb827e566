import type { Message } from "../../../domain/message.ts";

const mostWords = 6;
const mostTexts = 4_000;

/**
 * Stretches of the messages that could be a value, the newest and longest first, as they were said and as forms want
 * them: without the signs around them, digits joined, a number with its plus, dates year first.
 */
export function spokenTexts(messages: readonly Message[]): string[] {
  const texts = new Set<string>();
  for (const message of [...messages].reverse()) {
    if (message.role === "assistant") continue;
    for (const words of stretchesOf(message.content)) for (const text of formsOf(words)) texts.add(text);
    if (texts.size >= mostTexts) break;
  }
  return [...texts].slice(0, mostTexts);
}

function stretchesOf(content: string): string[] {
  const words = content
    .split(/\s+/)
    .filter((word) => word !== "")
    .slice(-mostTexts);
  const lengths = Array.from({ length: Math.min(mostWords, words.length) }, (_, index) => index + 1);
  return lengths
    .reverse()
    .flatMap((length) => stretchesOfLength(words, length))
    .map((part) => part.join(" "));
}

/** The last first. */
function stretchesOfLength(words: readonly string[], length: number): string[][] {
  const count = words.length - length + 1;
  return Array.from({ length: count }, (_, index) =>
    words.slice(count - 1 - index, count - 1 - index + length),
  );
}

function formsOf(words: string): string[] {
  const bare = words.replace(/^[^\p{L}\p{N}+]+|[^\p{L}\p{N}]+$/gu, "");
  const digits = bare.replace(/\D/g, "");
  return [words, bare, ...(digits.length > 2 ? [digits, `+${digits}`, ...datesIn(bare)] : [])].filter(
    (text) => text !== "",
  );
}

/** "3/14/2026" and "14.3.2026" as 2026-03-14. */
function datesIn(text: string): string[] {
  const parts = /^(\d{1,2})([/.-])(\d{1,2})\2(\d{4})$/.exec(text);
  if (parts === null) return [];
  const [, first = "", separator, second = "", year = ""] = parts;
  const [month, day] = separator === "." ? [second, first] : [first, second];
  return [`${year}-${month.padStart(2, "0")}-${day.padStart(2, "0")}`];
}
