import { createReadStream } from "node:fs";
import { readdir } from "node:fs/promises";
import { join } from "node:path";
import { escapeLineSeparators } from "../../../lib/json-lines.ts";
import { type BatchFile, type BatchTerms, batchLine } from "../../../plugins/providers/batch/batch-api.ts";
import { type AppendFile, openAppendFile } from "../../../workspace/append-file.ts";
import { makeFolder, removeIfThere, sizeOf } from "../../../workspace/files.ts";
import { batchBody, type ChatTarget, contextFor } from "../ask/chat-target.ts";
import type { CaseBook } from "../cases/open-cases.ts";
import type { BatchRecord } from "./record.ts";

/** Requests that lie ready on disk, within what a batch may hold. */
export interface WrittenRequests {
  readonly order: string;
  readonly bytes: number;
  readonly places: readonly number[];
}

export interface RequestFileOrder {
  readonly target: ChatTarget;
  readonly terms: BatchTerms;
  readonly cases: CaseBook;
  readonly places: readonly number[];
  readonly folder: string;
  /** A fresh name for each file. */
  readonly newOrder: () => string;
}

/** Writes what is to be asked into as few files as the provider's limits allow. */
export async function* writeRequests(order: RequestFileOrder): AsyncGenerator<WrittenRequests> {
  const { target, terms, cases, folder } = order;
  await makeFolder(folder);
  let part: Part | null = null;
  try {
    for (const place of order.places) {
      const body = escapeLineSeparators(batchBody(target, await contextFor(target, await cases.read(place))));
      if (part !== null && isFull(part, body, terms)) {
        yield await finish(part);
        part = null;
      }
      part ??= await begin(folder, order.newOrder());
      await part.file.append(`${batchLine(terms.form, customIdOf(part.order, place), body)}\n`);
      part.places.push(place);
    }
    if (part !== null) yield await finish(part);
    part = null;
  } finally {
    await part?.file.close();
  }
}

interface Part {
  readonly order: string;
  readonly file: AppendFile;
  readonly places: number[];
}

async function begin(folder: string, order: string): Promise<Part> {
  return { order, file: await openAppendFile(requestFile(folder, order), 0), places: [] };
}

/** What a line is longer than its body at most: the request's name and the way it takes. */
const mostAround = 200;

function isFull({ file, places }: Part, body: string, { mostRequests, mostBytes }: BatchTerms): boolean {
  return places.length >= mostRequests || file.length + Buffer.byteLength(body) + mostAround > mostBytes;
}

async function finish({ order, file, places }: Part): Promise<WrittenRequests> {
  await file.sync();
  await file.close();
  return { order, bytes: file.length, places };
}

/** Of the order, so that no two files are alike; of the place, which never moves in an evaluation. */
export function customIdOf(order: string, place: number): string {
  return `${order}-${place}`;
}

/** The place that a request's name tells; null for a name that isn't of this order. */
export function placeOf(order: string, customId: string): number | null {
  const digits = customId.startsWith(`${order}-`) ? customId.slice(order.length + 1) : "";
  return /^\d{1,9}$/.test(digits) ? Number(digits) : null;
}

const requestFile = (folder: string, order: string): string => join(folder, `${order}.jsonl`);

/** The file of an order as it is sent; null where it isn't there as it was written. */
export async function readRequests(folder: string, record: BatchRecord): Promise<BatchFile | null> {
  const path = requestFile(folder, record.order);
  if ((await sizeOf(path)) !== record.bytes) return null;
  return { name: record.file, bytes: record.bytes, chunks: () => createReadStream(path) };
}

/** Removes what belongs to none of these orders: a crash may have left it. */
export async function clearRequests(folder: string, kept: readonly BatchRecord[]): Promise<void> {
  const names = new Set(kept.map(({ order }) => `${order}.jsonl`));
  const found = await readdir(folder).catch(() => []);
  for (const name of found) if (!names.has(name)) await removeIfThere(join(folder, name));
}
