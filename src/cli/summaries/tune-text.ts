import type { JobRecord } from "../../domain/job-record.ts";
import type { WatchProgress } from "../../pipeline/tune/watch-job.ts";
import type { JobEvent } from "../../plugins/providers/tuning.ts";
import { formatNumber, renderTable } from "../table.ts";
import { timeLeft } from "../terminal.ts";
import { dollars } from "./tune-plan-text.ts";

/** A job's end, or how far it has come, for a person. */
export function jobText(record: JobRecord): string {
  return [renderTable(["job", record.id], rowsOf(record)), "", nextText(record)].join("\n");
}

export function jobsText(records: readonly JobRecord[]): string {
  if (records.length === 0) return "no jobs yet: calltune tune orders one";
  const rows = records.map((record) => [
    record.id,
    day(record.orderedAt),
    record.order.provider,
    record.order.model,
    statusOf(record),
    record.jobId ?? "–",
    record.model?.name ?? "–",
  ]);
  return renderTable(
    ["job", "ordered", "provider", "base model", "status", "its id there", "tuned model"],
    rows,
  );
}

/** The service's word; before there is one, how far the order has come. */
export function statusOf({ status, createStarted, files }: JobRecord): string {
  if (status !== null) return status;
  if (createStarted) return "may have been created";
  return files.training?.state === "ready" ? "uploaded, not created" : "not created";
}

/** `2026-11-27 15:02:11  training_start  Training started` */
export function eventText({ at, type, message, level }: JobEvent): string {
  const when = at.replace("T", " ").replace(/(?:\.\d+)?(?:Z|\+00:00)$/, "");
  const mark = level === "info" ? "" : `${level.toUpperCase()}: `;
  return `${when}  ${type}  ${mark}${message}`.trimEnd();
}

/** What stands beside the bar. */
export function progressNote({ status, loss, validationLoss, secondsLeft }: WatchProgress): string {
  return [
    status,
    loss === null ? "" : `loss ${loss.toPrecision(3)}`,
    validationLoss === null ? "" : `validation ${validationLoss.toPrecision(3)}`,
    secondsLeft === null ? "" : timeLeft(secondsLeft),
  ]
    .filter((part) => part !== "")
    .join(", ");
}

function rowsOf(record: JobRecord): string[][] {
  const { order, model, jobId, tokens, confirmed } = record;
  const { settings, manifestHash } = order;
  const rows: [string, string | null][] = [
    ["status", statusOf(record)],
    ["its id there", jobId],
    ["provider", `${order.provider} (${order.address})`],
    ["base model", order.model],
    ["tuned model", model?.name ?? null],
    ["model object", withRevision(model?.modelId, model?.modelRevision)],
    ["adapter", model?.adapterName ?? null],
    [
      "training",
      `${formatNumber(order.training.rows)} examples, sha256 ${order.training.sha256.slice(0, 12)}`,
    ],
    ["dataset", manifestHash?.slice(0, 12) ?? null],
    ["epochs", String(settings.epochs)],
    ["learning rate", String(settings.learningRate)],
    ["batch size", String(settings.batchSize)],
    ["weights trained", settings.lora === null ? "all" : `LoRA, rank ${settings.lora.rank}`],
    ["seed", String(settings.seed)],
    ["price shown", confirmed?.price == null ? null : dollars(confirmed.price)],
    ["tokens", tokens === null ? null : formatNumber(tokens)],
    ["ordered", record.orderedAt],
    ["ended", record.endedAt],
  ];
  return rows.flatMap(([name, value]) => (value === null ? [] : [[name, value]]));
}

function withRevision(id: string | null | undefined, revision: string | null | undefined): string | null {
  if (id == null) return null;
  return revision == null ? id : `${id}, revision ${revision}`;
}

function nextText(record: JobRecord): string {
  const { id, state, order, jobId } = record;
  if (state === "succeeded")
    return order.provider === "local"
      ? "next: calltune serve answers with it"
      : "next: it must be deployed before it can be used, and that is paid by the minute (docs/tuning.md)";
  if (state === "cancelled")
    return "it was cancelled; the steps until then are paid for where jobs cost money";
  if (state === "failed") return `it failed; calltune tune show ${id} tells the service's reason`;
  if (jobId === null) return "the same calltune tune command goes on with it";
  return `next: calltune tune watch ${id} follows it, calltune tune cancel ${id} ends it`;
}

function day(instant: string): string {
  return instant.slice(0, 16).replace("T", " ");
}
