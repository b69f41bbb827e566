import { dirname } from "node:path";
import { TextVerdict } from "../../../domain/text-judge.ts";
import { parseJson } from "../../../lib/json.ts";
import { toJsonLine } from "../../../lib/json-lines.ts";
import { openAppendFile } from "../../../workspace/append-file.ts";
import { makeFolder } from "../../../workspace/files.ts";
import { readWholeLines } from "../../../workspace/whole-lines.ts";
import { keyOf, type TextPair } from "./collect-texts.ts";

/** Verdicts of one judge with one prompt, on disk: nobody pays twice for the same question. */
export interface VerdictLog {
  /** Undefined where it was never asked; null where it didn't decide. */
  read(pair: TextPair): boolean | null | undefined;
  add(pair: TextPair, same: boolean | null): Promise<void>;
  close(): Promise<void>;
}

/** Half a line that a crash left at the end is cut. One process at a time may hold it: evaluate has a lock. */
export async function openVerdictLog(
  path: string,
  { promptVersion, judge }: Pick<TextVerdict, "promptVersion" | "judge">,
): Promise<VerdictLog> {
  await makeFolder(dirname(path));
  const { lines, bytes } = (await readWholeLines(path)) ?? { lines: [], bytes: 0 };
  const known = new Map<string, boolean | null>();
  for (const line of lines) {
    const verdict = TextVerdict.safeParse(parseJson(line));
    if (!verdict.success || verdict.data.promptVersion !== promptVersion || verdict.data.judge !== judge)
      continue;
    known.set(keyOf(verdict.data), verdict.data.same);
  }
  const file = await openAppendFile(path, bytes);
  // One line after the other: an append begins where the last one ended.
  let last = Promise.resolve();
  return {
    read: (pair) => known.get(keyOf(pair)),
    add({ expected, given }, same) {
      known.set(keyOf({ expected, given }), same);
      const line = `${toJsonLine({ promptVersion, judge, expected, given, same } satisfies TextVerdict)}\n`;
      last = last.then(() => file.append(line));
      return last;
    },
    async close() {
      await file.sync();
      await file.close();
    },
  };
}
