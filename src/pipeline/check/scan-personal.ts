import { InterruptedError } from "../../lib/errors.ts";
import { parseJson } from "../../lib/json.ts";
import { type Line, readFileLines, textOf } from "../../lib/read-lines.ts";
import { textsOfRow } from "../../redaction/row-texts.ts";
import { createSecondLook, type SecondLook } from "../../redaction/second-look.ts";

export interface PersonalRequest {
  /** JSON Lines of any dialect, gzip too; "-" is standard input. */
  readonly file: string;
  readonly signal: AbortSignal;
  readonly onProgress: (lines: number) => void;
}

/** A line in which something looks personal, and of which kinds; never the words. */
export interface PersonalLine {
  readonly line: number;
  readonly entities: readonly string[];
}

export interface PersonalReport {
  readonly file: string;
  /** Nothing looks personal, and every line could be read. */
  readonly passed: boolean;
  readonly lines: number;
  /** Lines that aren't JSON: their text was looked at as it is. */
  readonly notJson: number;
  /** Lines that aren't UTF-8 or are too long: nobody looked at them. */
  readonly unreadable: number;
  /** By kind: what looks personal. */
  readonly personal: Readonly<Record<string, number>>;
  /** By kind: the same look, but it stands in the row's own system prompt or tools. */
  readonly ofBusiness: Readonly<Record<string, number>>;
  /** How many lines hold something that looks personal, and the first of them. */
  readonly personalLines: number;
  readonly listed: readonly PersonalLine[];
}

const mostListed = 200;

/**
 * Looks for what seems personal in any training file, in flat memory. Surrogates are known by their reserved ranges.
 * @throws UsageError when the file can't be read; InterruptedError when the signal fires
 */
export async function scanPersonal({ file, signal, onProgress }: PersonalRequest): Promise<PersonalReport> {
  const look = createSecondLook();
  const sums = startSums();
  for await (const lines of readFileLines(file, { name: file === "-" ? "standard input" : file })) {
    if (signal.aborted) throw new InterruptedError("interrupted while looking for personal data");
    for (const line of lines) lookAt(line, look, sums);
    onProgress(sums.read().lines);
  }
  const found = sums.read();
  return { file, passed: found.personalLines === 0 && found.unreadable === 0, ...found };
}

function lookAt({ number, bytes }: Line, look: ReturnType<typeof createSecondLook>, sums: Sums): void {
  const text = bytes === null ? null : textOf(bytes);
  if (text === null) {
    sums.miss();
    return;
  }
  if (text.trim() === "") return;
  const row = parseJson(text);
  const seen = look(row === undefined ? { own: [], others: [text] } : textsOfRow(row));
  sums.add(number, seen, row !== undefined);
}

type Found = Omit<PersonalReport, "file" | "passed">;

interface Sums {
  miss(): void;
  add(line: number, seen: SecondLook, isJson: boolean): void;
  read(): Found;
}

function startSums(): Sums {
  const personal: Record<string, number> = {};
  const ofBusiness: Record<string, number> = {};
  const listed: PersonalLine[] = [];
  let [lines, notJson, unreadable, personalLines] = [0, 0, 0, 0];
  return {
    miss() {
      lines += 1;
      unreadable += 1;
    },
    add(line, seen, isJson) {
      lines += 1;
      if (!isJson) notJson += 1;
      addTo(ofBusiness, seen.ofBusiness);
      addTo(personal, seen.personal);
      const entities = Object.keys(seen.personal).sort();
      if (entities.length === 0) return;
      personalLines += 1;
      if (listed.length < mostListed) listed.push({ line, entities });
    },
    read: () => ({ lines, notJson, unreadable, personal, ofBusiness, personalLines, listed }),
  };
}

function addTo(sum: Record<string, number>, counts: Readonly<Record<string, number>>): void {
  for (const [entity, count] of Object.entries(counts)) sum[entity] = (sum[entity] ?? 0) + count;
}
