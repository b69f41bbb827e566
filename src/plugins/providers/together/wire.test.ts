import { expect, test } from "vitest";
import { LimitsReply, toLimits } from "./limits.ts";
import { FileReply, JobReply, toEvent, toFile, toJob, toMetrics } from "./wire.ts";

const words = (text: string) => text;

test.each([
  ["pending", "queued"],
  ["queued", "queued"],
  ["running", "running"],
  ["compressing", "running"],
  ["uploading", "running"],
  ["cancel_requested", "running"],
  ["cancelled", "cancelled"],
  ["error", "failed"],
  ["completed", "succeeded"],
  ["user_error", "failed"],
  ["a status of tomorrow", "running"],
])("a job that is %s is %s", (status, state) => {
  expect(toJob(JobReply.parse({ id: "ft-1", status }))).toMatchObject({ jobId: "ft-1", status, state });
});

test("a tuned model's names are taken as they come, and never do anything to a terminal", () => {
  const reply = JobReply.parse({
    id: "ft-1",
    status: "completed",
    model_output_name: "acme/\u001b[2JModel:suffix:ft-1",
    model_object_id: "ml_1",
    adapter_object_name: "acme/model-adapter",
    token_count: 12,
    progress: { estimate_available: false, seconds_remaining: 9 },
  });
  expect(toJob(reply)).toMatchObject({
    model: {
      name: "acme/Model:suffix:ft-1",
      modelId: "ml_1",
      modelRevision: null,
      adapterName: "acme/model-adapter",
    },
    tokens: 12,
    secondsLeft: null,
  });
});

test.each([
  [{ processing_status: "COMPLETED", bytes: 5 }, "ready"],
  [{ processing_status: "completed", bytes: 5 }, "ready"],
  [{ Processed: true, bytes: 5 }, "ready"],
  [{ bytes: 5 }, "ready"],
  [{ Processed: false, bytes: 5 }, "checking"],
  [{ processing_status: "PENDING", bytes: 0 }, "empty"],
  [{ processing_status: "PENDING", bytes: 5 }, "checking"],
  [{ processing_status: "QUEUED", bytes: 0 }, "checking"],
  [{ processing_status: "RUNNING", bytes: 5 }, "checking"],
  [{ processing_status: "FAILED", bytes: 5 }, "failed"],
  [{ processing_status: "SOMETHING_NEW", bytes: 5 }, "checking"],
])("a file with %j is %s", (reply, state) => {
  expect(toFile(FileReply.parse({ id: "file-1", ...reply }), words).state).toBe(state);
});

test.each([
  ["Line 7: `messages[1]` must contain a `role` field", 7],
  ["Assistant message must have 'content' and/or 'tool_calls' on line 12.", 12],
  ["the file is odd", null],
])("of %s the line is %s", (error, line) => {
  const reply = { id: "file-1", bytes: 9, processing_status: "INVALID_FORMAT", validation_report: { error } };
  expect(toFile(FileReply.parse(reply), words).fault).toEqual({ line, sentence: error });
});

test.each([
  [{ type: "training_start", level: "info" }, "info"],
  [{ type: "x", level: "legacy_iwarning" }, "warning"],
  [{ type: "billing_limit", level: null }, "warning"],
  [{ type: "x", level: "legacy_ierror" }, "error"],
  [{ type: "job_error" }, "error"],
])("an event with %j is of level %s", (event, level) => {
  expect(toEvent(event, words)?.level).toBe(level);
});

test("what isn't an event at all is none; a type nobody knows is one", () => {
  expect(toEvent("text", words)).toBeNull();
  expect(toEvent({ type: "of_tomorrow", message: "m", created_at: "2026-11-27T10:00:00Z" }, words)).toEqual({
    at: "2026-11-27T10:00:00Z",
    type: "of_tomorrow",
    message: "m",
    level: "info",
    step: null,
    steps: null,
  });
});

test("of the figures the newest of each counts", () => {
  expect(
    toMetrics([
      { "train/loss": 0.5, "train/global_step": 7 },
      { "eval/loss": 0.6, "train/global_step": 7 },
      { "train/loss": 0.4, "train/global_step": 14 },
    ]),
  ).toEqual({ step: 14, loss: 0.4, validationLoss: 0.6 });
  expect(toMetrics([])).toBeNull();
});

test("limits that a service leaves out are unknown, not zero", () => {
  expect(toLimits(LimitsReply.parse({}))).toEqual({
    supportsTools: null,
    epochs: null,
    evaluations: null,
    learningRate: null,
    maxTokens: null,
    leastMaxTokens: null,
    lora: { leastBatch: null, mostBatch: null, rank: null },
    full: { leastBatch: null, mostBatch: null },
    usual: null,
  });
  expect(toLimits(LimitsReply.parse({ supports_full_training: false })).full).toBeNull();
});
