import type { Json } from "../../lib/json.ts";
import { batchFiles, type LocalBatch } from "../../workspace/local-batches.ts";
import { contentOf } from "../../workspace/local-files.ts";
import { ApiError, type ApiFault, errorBody, serverFault } from "../api-error.ts";
import { answerChat } from "../chat/answer-chat.ts";
import { describeBug } from "../describe-bug.ts";
import type { ServerParts } from "../parts.ts";
import { type AnswerLine, type Answers, expiredCode, openAnswerLog } from "./answer-log.ts";
import { type LineRequest, readRequests } from "./read-requests.ts";

/** What the runner has of the server. */
export type BatchParts = Pick<ServerParts, "world" | "files" | "generators" | "batches">;

/** Answers one request after the other until all are, time is up, or it is told to stop; what was answered before stays. */
export async function answerRequests(
  batch: LocalBatch,
  parts: BatchParts,
  stop: AbortSignal,
): Promise<Answers> {
  const { world, batches, files } = parts;
  const log = await openAnswerLog(batchFiles(world.provider, batch.id));
  try {
    const path = contentOf(world.provider, files.find(batch.inputFile).id);
    for await (const request of readRequests(path, batch.endpoint)) {
      if (stop.aborted) break;
      if (log.has(request.customId)) continue;
      const line = await lineFor(request, { batch, parts, stop });
      if (line === null) break;
      await log.append(line);
      batches.count(batch.id, { completed: log.completed, failed: log.failed });
    }
    const { completed, failed, hasExpired } = log;
    return { completed, failed, hasExpired };
  } finally {
    await log.close();
  }
}

interface Circumstances {
  readonly batch: LocalBatch;
  readonly parts: BatchParts;
  readonly stop: AbortSignal;
}

/** Null where it was stopped before the answer was whole. */
async function lineFor(
  { customId, body }: LineRequest,
  { batch, parts, stop }: Circumstances,
): Promise<AnswerLine | null> {
  const { world } = parts;
  const head = { id: `batch_req_${world.randomId()}`, custom_id: customId };
  if (world.now() / 1000 >= batch.expiresAt) return { ...head, response: null, error: expired };
  const response = (status: number, answer: Json) => ({
    status_code: status,
    request_id: world.randomId(),
    body: answer,
  });
  try {
    return { ...head, response: response(200, await answerChat(body, parts, stop)), error: null };
  } catch (error) {
    if (stop.aborted) return null;
    const fault = faultOf(error, batch.id, parts);
    const { message, code } = fault;
    return {
      ...head,
      response: response(fault.status, errorBody(fault)),
      error: { code: code ?? "request_failed", message },
    };
  }
}

const expired = {
  code: expiredCode,
  message: "This request could not be executed before the completion window expired.",
};

function faultOf(error: unknown, id: string, { world }: BatchParts): ApiFault {
  if (error instanceof ApiError) return error.fault;
  world.log(`a request of batch ${id} failed: ${describeBug(error)}`);
  return serverFault;
}
