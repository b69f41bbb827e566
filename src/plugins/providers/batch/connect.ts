import { z } from "zod";
import { jsonOf } from "../together/json-of.ts";
import { read } from "../together/read.ts";
import { shownWords } from "../together/refusal.ts";
import { expectStatus, type Requests, requestsOver } from "../together/request.ts";
import type { Connection } from "../tuning.ts";
import { type BatchApi, type BatchRequest, type BatchTerms, batchEndpoint } from "./batch-api.ts";
import { openaiFiles, togetherFiles } from "./files.ts";
import { BatchReply, toBatch } from "./wire.ts";

/** A provider's batches, at whatever address speaks its form. */
export function connectBatches(form: BatchTerms["form"], connection: Connection): BatchApi {
  const requests = requestsOver(connection);
  const files = form === "openai" ? openaiFiles : togetherFiles;
  return { ...files(connection, requests), ...batchRequests(form, connection, requests) };
}

type BatchRequests = Pick<BatchApi, "create" | "find" | "read" | "download" | "removeFile">;

function batchRequests(form: BatchTerms["form"], connection: Connection, requests: Requests): BatchRequests {
  const { address, apiKey, signal } = connection;
  const { run, runUnless } = requests;
  const authorization = `Bearer ${apiKey}`;
  const words = (text: string) => shownWords(text, apiKey);
  const toRemote = (reply: BatchReply) => toBatch(reply, words);
  const get = async (path: string) =>
    jsonOf(await requests.fetch(`${address}${path}`, { headers: { authorization } }), [200, 201]);
  return {
    create: (request) =>
      run("POST /batches", "only if refused", async () => {
        const answer = await requests.fetch(`${address}/batches`, {
          method: "POST",
          headers: { authorization, "content-type": "application/json" },
          body: JSON.stringify(creationOf(form, request)),
        });
        return toRemote(read(Created)(await jsonOf(answer, [200, 201])));
      }),
    async find(fileId) {
      for await (const batch of allBatches(run, get))
        if (batch.input_file_id === fileId) return toRemote(batch);
      return null;
    },
    read: (batchId) =>
      runUnless([404], `GET /batches/${batchId}`, async () =>
        toRemote(read(BatchReply)(await get(`/batches/${encodeURIComponent(batchId)}`))),
      ),
    download: (fileId, take) =>
      run("GET of a batch's answers", "always safe", async () => {
        const place = `${address}/files/${encodeURIComponent(fileId)}/content`;
        const idle = new AbortController();
        const answer = await within(
          idle,
          fetch(place, { headers: { authorization }, signal: AbortSignal.any([idle.signal, signal]) }),
        );
        await expectStatus(answer, [200]);
        await take(answer.body === null ? nothing() : watched(answer.body, idle));
      }),
    removeFile: async (fileId) =>
      void (await runUnless([404], `DELETE /files/${fileId}`, async () => {
        const place = `${address}/files/${encodeURIComponent(fileId)}`;
        await expectStatus(
          await requests.fetch(place, { method: "DELETE", headers: { authorization } }),
          [200, 204],
        );
      })),
  };
}

/** Together wraps what it has made. */
const Created = z.union([z.object({ job: BatchReply }).transform(({ job }) => job), BatchReply]);

function creationOf(form: BatchTerms["form"], { fileId, notes }: BatchRequest): object {
  return {
    input_file_id: fileId,
    endpoint: batchEndpoint,
    completion_window: "24h",
    ...(form === "openai" ? { metadata: notes } : {}),
  };
}

/** The newest come first; ours is hardly ever behind so many. */
const mostPages = 20;

/** OpenAI lists in pages, Together in one bare array. */
async function* allBatches(
  run: Requests["run"],
  get: (path: string) => Promise<unknown>,
): AsyncGenerator<BatchReply> {
  let after: string | null = null;
  for (let page = 0; page < mostPages; page += 1) {
    const query: string = after === null ? "" : `&after=${encodeURIComponent(after)}`;
    const { data, has_more } = await run("GET /batches", "always safe", async () =>
      read(BatchList)(await get(`/batches?limit=100${query}`)),
    );
    const batches = data.flatMap((row) => BatchReply.safeParse(row).data ?? []);
    yield* batches;
    const last = batches.at(-1)?.id ?? null;
    if (has_more !== true || last === null || last === after) return;
    after = last;
  }
}

const BatchList = z.union([
  z.array(z.unknown()).transform((data) => ({ data, has_more: false })),
  z.object({ data: z.array(z.unknown()), has_more: z.boolean().nullish() }),
]);

async function* nothing(): AsyncGenerator<Uint8Array> {}

/** A download that brings nothing for so long is given up; a slow one isn't. */
const idleMs = 120_000;

async function* watched(
  chunks: AsyncIterable<Uint8Array>,
  idle: AbortController,
): AsyncGenerator<Uint8Array> {
  const reader = chunks[Symbol.asyncIterator]();
  for (let next = await within(idle, reader.next()); !next.done; next = await within(idle, reader.next()))
    yield next.value;
}

async function within<Value>(idle: AbortController, wanted: Promise<Value>): Promise<Value> {
  const timer = setTimeout(() => idle.abort(), idleMs);
  try {
    return await wanted;
  } finally {
    clearTimeout(timer);
  }
}
