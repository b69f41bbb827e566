import { appendFile, readdir, readFile, rm, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import {
  jsonBody,
  startTestServer,
  type TestServer,
  until,
  untilFinal,
  upload,
  weatherRows,
} from "../../test/support/local-server.ts";
import { UsageError } from "../lib/errors.ts";
import { readRunningServer } from "../workspace/local-provider.ts";
import { openWorkspace } from "../workspace/workspace.ts";

const model = "calltune/stand-in";

describe("jobs at once", () => {
  test("run one after the other, in the order they were created", async () => {
    const server = await startTestServer();
    const training_file = await upload(server, weatherRows(8));
    const ids: string[] = [];
    for (const n_epochs of [10, 3, 1]) ids.push((await create(server, { training_file, n_epochs })).id);
    const { data } = await until(
      () => server.json("/v1/fine-tunes"),
      (list) => list.data[2].status === "queued",
    );
    expect(data.map(({ id }: { id: string }) => id)).toEqual(ids);
    expect(data.map(({ status }: { status: string }) => status)).toEqual(["running", "queued", "queued"]);
    for (const id of ids) expect((await untilFinal(server, id)).status).toBe("completed");
    const ends = await Promise.all(ids.map((id) => timesOf(server, id)));
    for (const [index, { started }] of ends.entries())
      expect(started >= (ends[index - 1]?.ended ?? "")).toBe(true);
  });

  test("say how long the running one will take", async () => {
    const server = await startTestServer();
    const training_file = await upload(server, weatherRows(8));
    const { id } = await create(server, { training_file, n_epochs: 100 });
    const { progress, token_count } = await until(
      () => server.json(`/v1/fine-tunes/${id}`),
      (job) => job.progress.estimate_available,
    );
    expect(progress.seconds_remaining).toBeGreaterThanOrEqual(0);
    expect(token_count).toBeGreaterThan(0);
    await server.json(`/v1/fine-tunes/${id}/cancel`, { method: "POST" });
    expect((await untilFinal(server, id)).progress).toEqual({
      estimate_available: false,
      seconds_remaining: 0,
    });
  });
});

test("a job that is done keeps the checkpoints it was asked for and none that a killed server left behind", async () => {
  const server = await startTestServer();
  const training_file = await upload(server, weatherRows(4));
  const { id } = await create(server, { training_file, n_epochs: 4, n_checkpoints: 2 });
  const folder = join(server.folder, "workspace/local/jobs", id);
  await writeFile(join(folder, "checkpoint-77.safetensors"), "left behind");
  expect((await untilFinal(server, id)).status).toBe("completed");
  const checkpoints = (await readdir(folder)).filter((name) => name.startsWith("checkpoint"));
  expect(checkpoints.sort()).toEqual(["checkpoint-2.safetensors", "checkpoint-4.safetensors"]);
});

describe("a job that is cancelled", () => {
  test("while it runs stops, and says so", async () => {
    const server = await startTestServer();
    const training_file = await upload(server, weatherRows(8));
    const { id } = await create(server, { training_file, n_epochs: 200 });
    await until(
      () => server.json(`/v1/fine-tunes/${id}`),
      (job) => job.epochs_completed > 1,
    );
    const asked = await server.json(`/v1/fine-tunes/${id}/cancel`, { method: "POST" });
    expect(asked.status).toBe("cancel_requested");
    expect((await untilFinal(server, id)).status).toBe("cancelled");
    const types = await eventTypes(server, id);
    expect(types).toContain("cancel_requested");
    expect(types.at(-1)).toBe("job_stopped");
    const again = await server.fetch(`/v1/fine-tunes/${id}/cancel`, { method: "POST" });
    expect(again.status).toBe(400);
  });

  test("while it waits never begins, and the next has its turn", async () => {
    const server = await startTestServer();
    const training_file = await upload(server, weatherRows(8));
    const first = await create(server, { training_file, n_epochs: 8 });
    const second = await create(server, { training_file });
    const third = await create(server, { training_file });
    const cancelled = await server.json(`/v1/fine-tunes/${second.id}/cancel`, { method: "POST" });
    expect(cancelled.status).toBe("cancelled");
    expect((await untilFinal(server, third.id)).status).toBe("completed");
    expect((await untilFinal(server, first.id)).status).toBe("completed");
    expect(await eventTypes(server, second.id)).toEqual(["job_pending", "cancel_requested", "job_stopped"]);
  });
});

describe("jobs that are cancelled at any moment", () => {
  test("end as cancelled or completed, and never take another along", async () => {
    const server = await startTestServer();
    const training_file = await upload(server, weatherRows(4));
    const ids: string[] = [];
    for (let round = 0; round < 8; round += 1) {
      const job = await create(server, { training_file });
      ids.push(job.id, (await create(server, { training_file })).id);
      // Each round a little later in the job's life, its end included.
      await new Promise((resolve) => setTimeout(resolve, round * 120));
      await Promise.all([cancel(server, job.id), cancel(server, job.id)]);
    }
    for (const [index, id] of ids.entries()) {
      const { status, events } = await untilFinal(server, id);
      expect(status).toMatch(index % 2 === 0 ? /^(cancelled|completed)$/ : /^completed$/);
      const ends = events.filter(({ type }: { type: string }) => /job_(stopped|complete|error)/.test(type));
      expect(ends).toHaveLength(1);
    }
  });
});

describe("a job that fails", () => {
  test("by our mistake says so without its details, and the server goes on", async () => {
    const engine = new URL("../../test/support/broken-engine.ts", import.meta.url);
    const server = await startTestServer({ engine });
    const training_file = await upload(server, weatherRows(2));
    const { id } = await create(server, { model: "calltune/broken", training_file });
    expect((await untilFinal(server, id)).status).toBe("error");
    const { data } = await server.json(`/v1/fine-tunes/${id}/events`);
    expect(data.at(-1)).toMatchObject({
      type: "job_error",
      level: "error",
      message: "the training stopped by an internal error",
    });
    expect(server.log.join()).toMatch(/failed: TypeError\n +at .*broken-engine/);
    expect(server.log.join()).not.toContain("a mistake in training");
    const next = await create(server, { model: "calltune/broken", training_file });
    expect((await untilFinal(server, next.id)).status).toBe("error");
  });
});

describe("a server that is closed", () => {
  test("leaves a running job to the next, which goes on after its last epoch", async () => {
    const server = await startTestServer();
    const training_file = await upload(server, weatherRows(8));
    const { id } = await create(server, { training_file, n_epochs: 60 });
    const waiting = await create(server, { training_file });
    await until(
      () => server.json(`/v1/fine-tunes/${id}`),
      (job) => job.epochs_completed >= 3,
    );
    expect(server.unfinishedJobs().map((job) => job.id)).toEqual([id, waiting.id]);
    await server.close();
    const next = await startTestServer({ folder: server.folder });
    expect((await untilFinal(next, id)).status).toBe("completed");
    expect((await untilFinal(next, waiting.id)).status).toBe("completed");
    const { data } = await next.json(`/v1/fine-tunes/${id}/events`);
    const restarted = data.find(({ type }: { type: string }) => type === "job_restarted");
    expect(restarted.message).toMatch(/^The server had ended; the job goes on after epoch \d+$/);
    // Each epoch once: what had been done was not done again.
    const epochs = data.filter(({ type }: { type: string }) => type === "epoch_complete");
    expect(epochs.map(({ step }: { step: number }) => step)).toEqual(
      Array.from({ length: 60 }, (_, index) => 2 * (index + 1)),
    );
    const { metrics } = await next.json(`/v1/fine-tunes/${id}/metrics`);
    expect(metrics).toHaveLength(120);
  });

  test("keeps models, and answers with them again", async () => {
    const server = await startTestServer();
    const training_file = await upload(server, weatherRows(2));
    const { id } = await create(server, { training_file });
    const done = await untilFinal(server, id);
    await server.close();
    const next = await startTestServer({ folder: server.folder });
    expect(await next.json(`/v1/fine-tunes/${id}`)).toEqual(done);
    const messages = [{ role: "user", content: "thank you bye" }];
    const answer = await next.json(
      "/v1/chat/completions",
      jsonBody({ model: done.model_output_name, messages }),
    );
    expect(answer.choices[0].message.content).toMatch(/You are welcome/);
  });

  test("is found by others while it runs, and no longer", async () => {
    const server = await startTestServer();
    const workspace = await openWorkspace(join(server.folder, "workspace"));
    expect(await readRunningServer(workspace)).toEqual({ pid: process.pid, url: server.url });
    await server.close();
    expect(await readRunningServer(workspace)).toBeNull();
  });
});

describe("two servers", () => {
  test("on one workspace: the second says who holds it", async () => {
    const server = await startTestServer();
    const second = startTestServer({ folder: server.folder });
    await expect(second).rejects.toThrow(UsageError);
    await expect(second).rejects.toThrow(`serve, process ${process.pid}`);
  });

  test("on one port: the second says so, and leaves the workspace free", async () => {
    const server = await startTestServer();
    const port = Number(new URL(server.url).port);
    const other = await startTestServer();
    await other.close();
    await expect(startTestServer({ folder: other.folder, port })).rejects.toThrow(`port ${port} is taken`);
    await startTestServer({ folder: other.folder });
  });
});

describe("what a crash may leave on disk", () => {
  test("half a line of the ledger is cut off", async () => {
    const { server, id, ledger } = await finishedJob();
    await appendFile(ledger, '{"at":"2026-01-01T00:00:00.000Z","status":"err');
    const next = await startTestServer({ folder: server.folder });
    expect((await next.json(`/v1/fine-tunes/${id}`)).status).toBe("completed");
  });

  test("a job that was cancelled but hadn't stopped is cancelled", async () => {
    const { server, id, ledger } = await finishedJob();
    await endLedgerWith(ledger, "cancel_requested");
    const next = await startTestServer({ folder: server.folder });
    expect((await next.json(`/v1/fine-tunes/${id}`)).status).toBe("cancelled");
  });

  test("a model that was saved but not yet reported is reported", async () => {
    const { server, id, ledger } = await finishedJob();
    await endLedgerWith(ledger, "uploading");
    const next = await startTestServer({ folder: server.folder });
    expect((await next.json(`/v1/fine-tunes/${id}`)).status).toBe("completed");
  });

  test("a job whose training file is gone ends with an error", async () => {
    const { server, id, ledger, training_file } = await finishedJob();
    await endLedgerWith(ledger, "running");
    await rm(join(server.folder, "workspace/local/files", training_file), { recursive: true });
    const next = await startTestServer({ folder: server.folder });
    const job = await untilFinal(next, id);
    expect(job.status).toBe("error");
    expect(job.events.at(-1).message).toBe(`File with id ${training_file} not found`);
  });

  test("a job that ended its server again and again is not tried for ever", async () => {
    const { server, id, ledger } = await finishedJob();
    await endLedgerWith(ledger, "running", { interruptions: 3 });
    const next = await startTestServer({ folder: server.folder });
    const job = await next.json(`/v1/fine-tunes/${id}`);
    expect(job.status).toBe("error");
    expect(job.events.at(-1).message).toMatch(/^The server ended 4 times while this job was at work/);
  });

  test("a folder that holds no job is left alone and told of", async () => {
    const { server } = await finishedJob();
    await writeFile(join(server.folder, "workspace/local/jobs/notes.txt"), "mine");
    const next = await startTestServer({ folder: server.folder });
    expect((await next.json("/v1/fine-tunes")).data).toHaveLength(1);
    expect(next.log.join()).toContain("jobs/notes.txt");
  });
});

async function finishedJob() {
  const server = await startTestServer();
  const training_file = await upload(server, weatherRows(2));
  const { id } = await create(server, { training_file });
  await untilFinal(server, id);
  await server.close();
  return {
    server,
    id,
    training_file,
    ledger: join(server.folder, "workspace/local/jobs", id, "ledger.jsonl"),
  };
}

/** As if the server had been killed with the job in this status. */
async function endLedgerWith(ledger: string, status: string, facts = {}): Promise<void> {
  const lines = (await readFile(ledger, "utf8")).split("\n").slice(0, 5);
  const last = JSON.stringify({ at: "2026-01-01T00:00:00.000Z", status, facts });
  await writeFile(ledger, `${[...lines, last].join("\n")}\n`);
}

function cancel(server: TestServer, id: string) {
  return server.fetch(`/v1/fine-tunes/${id}/cancel`, { method: "POST" });
}

function create(server: TestServer, order: object) {
  return server.json("/v1/fine-tunes", jsonBody({ model, ...order }));
}

async function eventTypes(server: TestServer, id: string): Promise<string[]> {
  const { data } = await server.json(`/v1/fine-tunes/${id}/events`);
  return data.map(({ type }: { type: string }) => type);
}

async function timesOf(server: TestServer, id: string): Promise<{ started: string; ended: string }> {
  const { data } = await server.json(`/v1/fine-tunes/${id}/events`);
  const started = data.find(({ type }: { type: string }) => type === "job_start");
  return { started: started.created_at, ended: data.at(-1).created_at };
}
