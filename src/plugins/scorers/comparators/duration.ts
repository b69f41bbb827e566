import { numberAt } from "../../../lib/spoken/numbers.ts";
import { tokensOf } from "../../../lib/spoken/tokens.ts";
import { byMeaning } from "./comparator.ts";

const iso =
  /^P(?:(\d+)Y)?(?:(\d+)M)?(?:(\d+)W)?(?:(\d+)D)?(?:T(?:(\d+)H)?(?:(\d+)M)?(?:(\d+(?:\.\d+)?)S)?)?$/i;
const secondsIn: ReadonlyMap<string, number> = new Map([
  ...["s", "sec", "secs", "second", "seconds"].map((word) => [word, 1] as const),
  ...["m", "min", "mins", "minute", "minutes"].map((word) => [word, 60] as const),
  ...["h", "hr", "hrs", "hour", "hours"].map((word) => [word, 3600] as const),
  ...["day", "days"].map((word) => [word, 86_400] as const),
  ...["week", "weeks"].map((word) => [word, 604_800] as const),
  ["fortnight", 1_209_600],
]);

/** A stretch of time. Months and years stay apart from days: none has a fixed number of them. */
export const duration = byMeaning("a stretch of time, in words or as ISO 8601", (text) => {
  const parts = iso.exec(text.trim());
  return parts !== null && parts[0].length > 2 ? isoDuration(parts) : saidDuration(tokensOf(text));
});

function isoDuration([, ...parts]: RegExpExecArray): string {
  const [years = 0, months = 0, weeks = 0, days = 0, hours = 0, minutes = 0, seconds = 0] = parts.map(
    (part) => Number(part ?? 0),
  );
  const short = weeks * 604_800 + days * 86_400 + hours * 3600 + minutes * 60 + seconds;
  return `${years * 12 + months} months ${short} s`;
}

/** "an hour and a half", "1h 30m", "90 minutes"; null where another word is left. */
function saidDuration(tokens: readonly string[]): string | null {
  let seconds = 0;
  let last = 0;
  for (let index = 0; index < tokens.length; ) {
    const part = partAt(tokens, index, last);
    if (part === null && tokens[index] !== "and") return null;
    seconds += part?.seconds ?? 0;
    last = part?.unit ?? last;
    index = part?.end ?? index + 1;
  }
  return seconds === 0 ? null : `0 months ${seconds} s`;
}

interface Part {
  readonly seconds: number;
  readonly unit: number;
  readonly end: number;
}

function partAt(tokens: readonly string[], index: number, before: number): Part | null {
  const fraction = fractionAt(tokens, index);
  return fraction === null ? countedPart(tokens, index) : fractionPart(tokens, fraction, before);
}

/** "half an hour"; after "an hour and", of the unit before. */
function fractionPart(
  tokens: readonly string[],
  { part, end }: { part: number; end: number },
  before: number,
): Part | null {
  const at = tokens[end] === "an" || tokens[end] === "a" ? end + 1 : end;
  const unit = secondsIn.get(tokens[at] ?? "");
  if (unit !== undefined) return { seconds: part * unit, unit, end: at + 1 };
  return before === 0 ? null : { seconds: part * before, unit: before, end };
}

/** "90 minutes", "an hour", "two and a half hours". */
function countedPart(tokens: readonly string[], index: number): Part | null {
  const isOne = tokens[index] === "a" || tokens[index] === "an";
  const number = isOne ? { value: 1, end: index + 1 } : numberAt(tokens, index);
  if (number === null) return null;
  const more = moreAt(tokens, number.end);
  const end = more?.end ?? number.end;
  const unit = secondsIn.get(tokens[end] ?? "");
  return unit === undefined
    ? null
    : { seconds: (number.value + (more?.part ?? 0)) * unit, unit, end: end + 1 };
}

/** "half", "a half", "a quarter". */
function fractionAt(tokens: readonly string[], index: number): { part: number; end: number } | null {
  const at = tokens[index] === "a" ? index + 1 : index;
  if (tokens[at] === "half") return { part: 0.5, end: at + 1 };
  return tokens[at] === "quarter" ? { part: 0.25, end: at + 1 } : null;
}

/** "two and a half hours". */
function moreAt(tokens: readonly string[], index: number): { part: number; end: number } | null {
  return tokens[index] === "and" ? fractionAt(tokens, index + 1) : null;
}
