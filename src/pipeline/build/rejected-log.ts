import type { RejectReason } from "../../domain/label.ts";
import { toJsonLine } from "../../lib/json-lines.ts";
import type { DatasetFile } from "../../workspace/dataset-writer.ts";
import type { Rejected } from "./decision.ts";

export type RejectionCounts = Readonly<Partial<Record<RejectReason, number>>>;

/** Rejections as they go to disk. */
export interface RejectedLines {
  readonly bytes: Uint8Array;
  readonly lines: number;
  /** Decisions, not lines: a whole call has several. */
  readonly counts: RejectionCounts;
}

export interface RejectedWriter {
  add(rejected: Rejected): void;
  read(): RejectedLines;
}

export function rejectedWriter(): RejectedWriter {
  const counts: Partial<Record<RejectReason, number>> = {};
  let text = "";
  let lines = 0;
  return {
    add(rejected) {
      counts[rejected.reason] = (counts[rejected.reason] ?? 0) + (rejected.decisions ?? 1);
      text += `${toJsonLine(rejected)}\n`;
      lines += 1;
    },
    read: () => ({ bytes: Buffer.from(text), lines, counts }),
  };
}

/** Counts rejections and writes them down. */
export interface RejectedLog {
  write(rejected: Iterable<Rejected>): Promise<void>;
  writeLines(rejected: RejectedLines): Promise<void>;
  counts(): Record<string, number>;
}

export function rejectedLog(file: DatasetFile): RejectedLog {
  const counts = new Map<string, number>();
  const writeLines = async ({ bytes, lines, counts: more }: RejectedLines) => {
    for (const [reason, count] of Object.entries(more)) counts.set(reason, (counts.get(reason) ?? 0) + count);
    await file.append(bytes, lines);
  };
  return {
    writeLines,
    async write(rejected) {
      const writer = rejectedWriter();
      for (const one of rejected) writer.add(one);
      await writeLines(writer.read());
    },
    counts: () => Object.fromEntries([...counts].sort(([one], [other]) => (one < other ? -1 : 1))),
  };
}
