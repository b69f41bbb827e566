import { createHash } from "node:crypto";
import { dirname } from "node:path";
import type { Case } from "../../../domain/case.ts";
import { InterruptedError } from "../../../lib/errors.ts";
import { toJsonLine } from "../../../lib/json-lines.ts";
import { seededRandom } from "../../../lib/seeded-random.ts";
import { openAppendFile } from "../../../workspace/append-file.ts";
import { makeFolder, removeIfThere } from "../../../workspace/files.ts";
import { jsonRows } from "./json-rows.ts";
import { unofferedTools } from "./unoffered-tools.ts";

/** What a file of cases holds. */
export interface CaseFacts {
  readonly sha256: string;
  readonly count: number;
  readonly calls: number;
  readonly withToolCalls: number;
  /** Cases that expect a tool which they don't offer. */
  readonly unoffered: number;
}

export interface WriteCasesOrder {
  readonly file: string;
  /** The most cases; whole calls are left out, drawn by the seed. Null takes all. */
  readonly limit: number | null;
  readonly seed: number;
  readonly signal: AbortSignal;
}

/** Writes cases, one a line; with a limit, whole calls until no more fits. */
export async function writeCases(cases: AsyncIterable<Case>, order: WriteCasesOrder): Promise<CaseFacts> {
  await makeFolder(dirname(order.file));
  if (order.limit === null) return write(cases, order);
  const all = `${order.file}.all`;
  try {
    const perCall = new Map<string, number>();
    await write(counted(cases, perCall), { ...order, file: all });
    const kept = drawCalls(perCall, order.limit, order.seed);
    return await write(ofCalls(all, kept), order);
  } finally {
    await removeIfThere(all);
  }
}

async function write(
  cases: AsyncIterable<Case>,
  { file, signal }: Pick<WriteCasesOrder, "file" | "signal">,
): Promise<CaseFacts> {
  const output = await openAppendFile(file, 0);
  const hash = createHash("sha256");
  const calls = new Set<string>();
  let [count, withToolCalls, unoffered, pending] = [0, 0, 0, ""];
  const flush = async () => {
    hash.update(pending);
    await output.append(pending);
    pending = "";
  };
  try {
    for await (const question of cases) {
      if (signal.aborted)
        throw new InterruptedError("interrupted while cases were gathered; nothing was asked");
      pending += `${toJsonLine(question)}\n`;
      count += 1;
      calls.add(question.callId);
      if (question.expected.kind === "calls") withToolCalls += 1;
      if (unofferedTools(question).length > 0) unoffered += 1;
      if (pending.length > 1 << 18) await flush();
    }
    await flush();
    await output.sync();
  } finally {
    await output.close();
  }
  return { sha256: hash.digest("hex"), count, calls: calls.size, withToolCalls, unoffered };
}

async function* counted(cases: AsyncIterable<Case>, perCall: Map<string, number>): AsyncGenerator<Case> {
  for await (const question of cases) {
    perCall.set(question.callId, (perCall.get(question.callId) ?? 0) + 1);
    yield question;
  }
}

/** Calls in the order that the seed draws, as long as they fit; the first always. */
function drawCalls(perCall: ReadonlyMap<string, number>, limit: number, seed: number): ReadonlySet<string> {
  const random = seededRandom(`limit:${seed}`);
  const drawn = [...perCall].map(([id, count]) => ({ id, count, place: random.next() }));
  drawn.sort((one, other) => one.place - other.place);
  const kept = new Set<string>();
  let left = limit;
  for (const { id, count } of drawn) {
    // To pass over long calls and take short ones would make the cases easier.
    if (count > left && kept.size > 0) break;
    kept.add(id);
    left -= count;
    if (left <= 0) break;
  }
  return kept;
}

async function* ofCalls(file: string, kept: ReadonlySet<string>): AsyncGenerator<Case> {
  for await (const { row } of jsonRows(file, "cases.jsonl")) {
    // Written by `write` a moment ago.
    const question = row as unknown as Case;
    if (kept.has(question.callId)) yield question;
  }
}
