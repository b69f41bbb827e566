import type { LocalBatch } from "../../workspace/local-batches.ts";
import { isOver } from "./batch-book.ts";

/** A batch as OpenAI answers it. */
export function openaiView(batch: LocalBatch): object {
  const { id, endpoint, inputFile, completionWindow, status, createdAt, expiresAt, times, metadata } = batch;
  const timesOf = Object.fromEntries(Object.entries(times).map(([name, at]) => [`${name}_at`, at]));
  return {
    id,
    object: "batch",
    endpoint,
    errors: batch.faults.length === 0 ? null : { object: "list", data: batch.faults },
    input_file_id: inputFile,
    completion_window: completionWindow,
    status,
    ...filesOf(batch),
    created_at: createdAt,
    expires_at: expiresAt,
    ...timesOf,
    request_counts: { total: batch.total, completed: batch.completed, failed: batch.failed },
    metadata,
  };
}

const togetherStatuses: Readonly<Record<LocalBatch["status"], string>> = {
  validating: "VALIDATING",
  in_progress: "IN_PROGRESS",
  finalizing: "IN_PROGRESS",
  cancelling: "IN_PROGRESS",
  completed: "COMPLETED",
  failed: "FAILED",
  expired: "EXPIRED",
  cancelled: "CANCELLED",
};

/** A batch as Together answers it. */
export function togetherView(batch: LocalBatch): object {
  const { id, endpoint, inputFile, status, total, completed, failed, faults, createdAt, expiresAt, times } =
    batch;
  const [fault] = faults;
  const place = fault?.line == null ? "" : ` (line ${fault.line})`;
  return {
    id,
    endpoint,
    input_file_id: inputFile,
    status: togetherStatuses[status],
    progress: total === 0 ? 0 : (100 * (completed + failed)) / total,
    // Together leaves out what isn't there.
    ...Object.fromEntries(Object.entries(filesOf(batch)).filter(([, id]) => id !== null)),
    created_at: dateOf(createdAt),
    job_deadline: dateOf(expiresAt),
    ...(times.completed === undefined ? {} : { completed_at: dateOf(times.completed) }),
    ...(fault === undefined ? {} : { error: `${fault.message}${place}` }),
  };
}

/** They are named once they are there. */
function filesOf(batch: LocalBatch): object {
  const { outputFile, errorFile } = isOver(batch) ? batch : { outputFile: null, errorFile: null };
  return { output_file_id: outputFile, error_file_id: errorFile };
}

function dateOf(seconds: number): string {
  return new Date(seconds * 1000).toISOString();
}
