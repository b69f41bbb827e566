import { readdir, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import {
  createJob,
  startTestServer,
  type TestServer,
  until,
  untilFinal,
  upload,
  weatherRows,
} from "../../test/support/local-server.ts";

describe("jobs at once", () => {
  test("run one after the other, in the order they were created", async () => {
    const server = await startTestServer();
    const training_file = await upload(server, weatherRows(8));
    const ids: string[] = [];
    for (const n_epochs of [10, 3, 1]) ids.push((await createJob(server, { training_file, n_epochs })).id);
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
    const { id } = await createJob(server, { training_file, n_epochs: 100 });
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
  const { id } = await createJob(server, { training_file, n_epochs: 4, n_checkpoints: 2 });
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
    const { id } = await createJob(server, { training_file, n_epochs: 200 });
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
    const first = await createJob(server, { training_file, n_epochs: 8 });
    const second = await createJob(server, { training_file });
    const third = await createJob(server, { training_file });
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
      const job = await createJob(server, { training_file });
      ids.push(job.id, (await createJob(server, { training_file })).id);
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
    const { id } = await createJob(server, { model: "calltune/broken", training_file });
    expect((await untilFinal(server, id)).status).toBe("error");
    const { data } = await server.json(`/v1/fine-tunes/${id}/events`);
    expect(data.at(-1)).toMatchObject({
      type: "job_error",
      level: "error",
      message: "the training stopped by an internal error",
    });
    expect(server.log.join()).toMatch(/failed: TypeError\n +at .*broken-engine/);
    expect(server.log.join()).not.toContain("a mistake in training");
    const next = await createJob(server, { model: "calltune/broken", training_file });
    expect((await untilFinal(server, next.id)).status).toBe("error");
  });
});

function cancel(server: TestServer, id: string) {
  return server.fetch(`/v1/fine-tunes/${id}/cancel`, { method: "POST" });
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
