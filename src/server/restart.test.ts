import { appendFile, readFile, rm, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import {
  createJob,
  jsonBody,
  startTestServer,
  until,
  untilFinal,
  upload,
  weatherRows,
} from "../../test/support/local-server.ts";
import { UsageError } from "../lib/errors.ts";
import { readRunningServer } from "../workspace/local-provider.ts";
import { openWorkspace } from "../workspace/workspace.ts";

describe("a server that is closed", () => {
  test("leaves a running job to the next, which goes on after its last epoch", async () => {
    const server = await startTestServer();
    const training_file = await upload(server, weatherRows(8));
    const { id } = await createJob(server, { training_file, n_epochs: 60 });
    const waiting = await createJob(server, { training_file });
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
    const { id } = await createJob(server, { training_file });
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

  test.each([
    ["a job that was cancelled but hadn't stopped is cancelled", "cancel_requested", "cancelled"],
    ["a model that was saved but not yet reported is reported", "uploading", "completed"],
  ])("%s", async (_, last, status) => {
    const { server, id, ledger } = await finishedJob();
    await endLedgerWith(ledger, last);
    const next = await startTestServer({ folder: server.folder });
    expect((await next.json(`/v1/fine-tunes/${id}`)).status).toBe(status);
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
  const { id } = await createJob(server, { training_file });
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
