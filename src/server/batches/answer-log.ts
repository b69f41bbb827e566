import { isJsonObject, type Json, parseJsonObject } from "../../lib/json.ts";
import { toJsonLine } from "../../lib/json-lines.ts";
import { readFileLines } from "../../lib/read-lines.ts";
import { openAppendFile } from "../../workspace/append-file.ts";
import { makeFolder, sizeOf } from "../../workspace/files.ts";
import type { BatchFiles } from "../../workspace/local-batches.ts";

/** How much of a batch is answered. */
export interface Answers {
  readonly completed: number;
  readonly failed: number;
  /** Whether time ran out for a request. */
  readonly hasExpired: boolean;
}

/** What a batch has answered, as it grows. */
export interface AnswerLog extends Answers {
  has(customId: string): boolean;
  append(line: AnswerLine): Promise<void>;
  close(): Promise<void>;
}

/** One line of an output or error file; `error` tells that it is the latter's. */
export interface AnswerLine {
  readonly id: string;
  readonly custom_id: string;
  readonly response: {
    readonly status_code: number;
    readonly request_id: string;
    readonly body: Json;
  } | null;
  readonly error: { readonly code: string; readonly message: string } | null;
}

export const expiredCode = "batch_expired";

/** Goes on behind the last whole line of each file: a kill costs the answer that was under way. */
export async function openAnswerLog(files: BatchFiles): Promise<AnswerLog> {
  await makeFolder(files.folder);
  const [answers, failures] = [await readBack(files.output), await readBack(files.errors)];
  const known = new Set([...answers.ids, ...failures.ids]);
  const output = await openAppendFile(files.output, answers.bytes);
  const errors = await openAppendFile(files.errors, failures.bytes);
  let [completed, failed, hasExpired] = [answers.ids.length, failures.ids.length, failures.hasExpired];
  return {
    get completed() {
      return completed;
    },
    get failed() {
      return failed;
    },
    get hasExpired() {
      return hasExpired;
    },
    has: (customId) => known.has(customId),
    async append(line) {
      await (line.error === null ? output : errors).append(`${toJsonLine(line)}\n`);
      known.add(line.custom_id);
      if (line.error === null) completed += 1;
      else failed += 1;
      hasExpired ||= line.error?.code === expiredCode;
    },
    async close() {
      for (const file of [output, errors]) {
        await file.sync();
        await file.close();
      }
    },
  };
}

interface ReadBack {
  readonly ids: readonly string[];
  readonly bytes: number;
  readonly hasExpired: boolean;
}

async function readBack(path: string): Promise<ReadBack> {
  const size = await sizeOf(path);
  const ids: string[] = [];
  let bytes = 0;
  let hasExpired = false;
  if (size === 0) return { ids, bytes, hasExpired };
  for await (const lines of readFileLines(path, { name: "the batch's answers" }))
    for (const line of lines) {
      const end = bytes + (line.bytes?.length ?? 0) + 1;
      const row = parseJsonObject(line.bytes?.toString("utf8") ?? "");
      if (end > size || typeof row?.["custom_id"] !== "string") return { ids, bytes, hasExpired };
      ids.push(row["custom_id"]);
      const { error } = row;
      hasExpired ||= isJsonObject(error) && error["code"] === expiredCode;
      bytes = end;
    }
  return { ids, bytes, hasExpired };
}
