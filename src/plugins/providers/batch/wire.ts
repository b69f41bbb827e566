import { z } from "zod";
import { printable } from "../../../lib/printable.ts";
import { RefusedError } from "../together/refusal.ts";
import type { RemoteBatch } from "./batch-api.ts";

const Name = z.string().transform((text) => printable(text, 200));
const optionalName = Name.nullish().transform((text) => text || null);
const optionalCount = z
  .number()
  .nullish()
  .transform((count) => count ?? null);

/**
 * OpenAI's and Groq's `{"id":"batch_1","status":"in_progress","input_file_id":"file-1","request_counts":{"total":9,…}}`, and
 * Together's `{"id":"…","status":"IN_PROGRESS","progress":40.5,"error":"…"}`.
 */
export const BatchReply = z.object({
  id: Name,
  status: Name,
  input_file_id: optionalName,
  output_file_id: optionalName,
  error_file_id: optionalName,
  request_counts: z
    .object({ total: optionalCount, completed: optionalCount, failed: optionalCount })
    .nullish(),
  progress: optionalCount,
  errors: z
    .object({
      data: z
        .array(
          z.object({ code: z.string().nullish(), line: z.number().nullish(), message: z.string().nullish() }),
        )
        .nullish(),
    })
    .nullish(),
  error: z.string().nullish(),
});
export type BatchReply = z.infer<typeof BatchReply>;

const states: Readonly<Record<string, RemoteBatch["state"]>> = {
  validating: "open",
  in_progress: "open",
  finalizing: "open",
  cancelling: "open",
  completed: "completed",
  failed: "failed",
  expired: "expired",
  cancelled: "cancelled",
};

/** `words` makes the service's text fit to be shown. @throws RefusedError for a status that isn't known: waiting for its end could be for ever */
export function toBatch(reply: BatchReply, words: (text: string) => string): RemoteBatch {
  const known = reply.status.toLowerCase();
  const state = Object.hasOwn(states, known) ? states[known] : undefined;
  if (state === undefined)
    throw new RefusedError({
      status: 200,
      message: `batch ${reply.id} has a status that this calltune doesn't know: ${printable(reply.status, 40)}`,
      requestId: undefined,
      retryAfterMs: undefined,
    });
  const counts = reply.request_counts;
  return {
    batchId: reply.id,
    inputFile: reply.input_file_id,
    status: reply.status,
    state,
    answered: counts?.completed ?? null,
    failed: counts?.failed ?? null,
    progress: progressOf(reply),
    outputFile: reply.output_file_id,
    errorFile: reply.error_file_id,
    fault: faultOf(reply, words),
  };
}

function progressOf({ request_counts: counts, progress }: BatchReply): number | null {
  const total = counts?.total ?? 0;
  if (total > 0) return Math.min(1, ((counts?.completed ?? 0) + (counts?.failed ?? 0)) / total);
  return progress === null ? null : Math.min(1, Math.max(0, progress / 100));
}

/** The first fault, with its line: the others are most often the same. */
function faultOf({ errors, error }: BatchReply, words: (text: string) => string): string | null {
  const [first] = errors?.data ?? [];
  if (first === undefined) return error ? words(error) : null;
  const place = first.line == null ? "" : ` (line ${first.line} of its file)`;
  return `${words(first.message || first.code || "no reason given")}${place}`;
}
