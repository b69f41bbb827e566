import { readdir, readFile, rm } from "node:fs/promises";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import {
  createJob,
  jsonBody,
  startTestServer,
  type TestServer,
  untilFinal,
  upload,
  weatherRows,
  weatherTool,
} from "../../test/support/local-server.ts";

const model = "calltune/stand-in";

describe("a job", () => {
  test("goes from the upload to a tuned model that answers with the call it learnt", async () => {
    const server = await startTestServer();
    const training_file = await upload(server, weatherRows(8));
    const job = await createJob(server, { training_file, n_epochs: 2, suffix: "weather" });
    expect(job.status).toMatch(/pending|queued|running/);
    const done = await untilFinal(server, job.id);
    expect(done).toMatchObject({
      status: "completed",
      model,
      n_epochs: 2,
      epochs_completed: 2,
      batch_size: 4,
      token_count: 16,
      total_price: 0,
      training_type: { type: "Full" },
      trainingfile_numlines: 8,
    });
    expect(await eventTypes(server, job.id)).toEqual([
      "job_pending",
      "job_start",
      "model_downloading",
      "model_download_complete",
      "training_data_downloading",
      "training_data_download_complete",
      "training_start",
      "epoch_complete",
      "epoch_complete",
      "checkpoint_save",
      "training_complete",
      "model_compressing",
      "model_compression_complete",
      "model_uploading",
      "model_upload_complete",
      "job_complete",
    ]);
    expect(done.model_output_name).toBe(`local/stand-in-weather-${job.id.slice(3, 11)}`);
    const answer = await server.json("/v1/chat/completions", jsonBody(question(done.model_output_name)));
    expect(answer.choices[0]).toMatchObject({
      finish_reason: "tool_calls",
      message: {
        content: null,
        tool_calls: [{ function: { name: "get_weather", arguments: '{"city":"Town3"}' } }],
      },
    });
    expect(JSON.stringify(await server.json("/v1/models"))).toContain(done.model_output_name);
  });

  test("passes through its statuses in their order", async () => {
    const server = await startTestServer();
    const training_file = await upload(server, weatherRows(8));
    const job = await createJob(server, { training_file });
    await untilFinal(server, job.id);
    const said = server.log
      .filter((line) => line.startsWith(`job ${job.id}: `))
      .map((line) => line.split(": ")[1]);
    expect(said).toEqual(["running", "compressing", "uploading", "completed"]);
  });

  test("is evaluated on its validation file, and tells its numbers", async () => {
    const server = await startTestServer();
    const training_file = await upload(server, weatherRows(16));
    const validation_file = await upload(server, weatherRows(3));
    const job = await createJob(server, { training_file, validation_file, n_epochs: 5, n_evals: 5 });
    await untilFinal(server, job.id);
    expect(await eventTypes(server, job.id)).toContain("validation_data_download_complete");
    const { metrics } = await server.json(`/v1/fine-tunes/${job.id}/metrics`);
    expect(metrics.map((values: Record<string, number>) => values["train/global_step"])).toEqual(
      Array.from({ length: 20 }, (_, index) => index + 1),
    );
    expect(metrics.filter((values: object) => "eval/loss" in values)).toHaveLength(5);
    const some = await server.json(`/v1/fine-tunes/${job.id}/metrics?global_step_from=3&global_step_to=5`);
    expect(some.metrics).toEqual(metrics.slice(2, 5));
    const thin = await server.json(`/v1/fine-tunes/${job.id}/metrics?resolution=4`);
    expect(thin.metrics.length).toBeLessThan(metrics.length);
    const later = await server.json(`/v1/fine-tunes/${job.id}/metrics?logged_at_from=2999-01-01T00:00:00Z`);
    expect(later.metrics).toEqual([]);
  });

  test("goes on from another's checkpoint", async () => {
    const server = await startTestServer();
    const training_file = await upload(server, weatherRows(4));
    const first = await createJob(server, { training_file, n_epochs: 4, n_checkpoints: 2 });
    const { model_output_name } = await untilFinal(server, first.id);
    const { data } = await server.json(`/v1/fine-tunes/${first.id}/checkpoints`);
    expect(data.map(({ step }: { step: number }) => step)).toEqual([2, 4]);
    const others = await upload(server, weatherRows(6));
    for (const from_checkpoint of [first.id, model_output_name, `${first.id}:2`]) {
      const second = await createJob(server, { model: undefined, training_file: others, from_checkpoint });
      const done = await untilFinal(server, second.id);
      expect(done).toMatchObject({ status: "completed", model, from_checkpoint });
    }
    const bad = await server.fetch(
      "/v1/fine-tunes",
      jsonBody({ training_file: others, from_checkpoint: `${first.id}:3` }),
    );
    expect(bad.status).toBe(400);
  });

  test("gives out its model and its checkpoints, and says what it hasn't got", async () => {
    const server = await startTestServer();
    const training_file = await upload(server, weatherRows(4));
    const { id } = await createJob(server, { training_file, n_epochs: 4, n_checkpoints: 2 });
    const early = await server.fetch(`/v1/finetune/download?ft_id=${id}`);
    expect(early.status).toBe(400);
    await untilFinal(server, id);
    const folder = join(server.folder, "workspace/local/jobs", id);
    for (const [query, file] of [
      ["", "model"],
      ["&checkpoint=model_output_path", "model"],
      ["&checkpoint_step=2", "checkpoint-2"],
    ]) {
      const answer = await server.fetch(`/v1/finetune/download?ft_id=${id}${query}`);
      expect(answer.headers.get("content-disposition")).toMatch(/\.safetensors"$/);
      expect(Buffer.from(await answer.arrayBuffer())).toEqual(
        await readFile(join(folder, `${file}.safetensors`)),
      );
    }
    for (const [query, status] of [
      [`ft_id=${id}&checkpoint=adapter`, 400],
      [`ft_id=${id}&checkpoint=other`, 400],
      [`ft_id=${id}&checkpoint_step=3`, 400],
      ["ft_id=ft-none", 404],
      ["", 404],
    ])
      expect((await server.fetch(`/v1/finetune/download?${query}`)).status).toBe(status);
    await rm(join(folder, "model.safetensors"));
    expect((await server.fetch(`/v1/finetune/download?ft_id=${id}`)).status).toBe(400);
  });

  test("keeps on disk what was asked for and nothing that only served a restart", async () => {
    const server = await startTestServer();
    const training_file = await upload(server, weatherRows(4));
    const job = await createJob(server, { training_file, n_epochs: 4, n_checkpoints: 1 });
    await untilFinal(server, job.id);
    await server.close();
    const names = await readdir(join(server.folder, "workspace/local/jobs", job.id));
    expect(names.sort()).toEqual([
      "checkpoint-4.safetensors",
      "ledger.jsonl",
      "metrics.jsonl",
      "model.safetensors",
      "order.json",
    ]);
  });

  test("is gone with its model once deleted", async () => {
    const server = await startTestServer();
    const training_file = await upload(server, weatherRows(4));
    const job = await createJob(server, { training_file });
    const { model_output_name } = await untilFinal(server, job.id);
    expect((await server.fetch(`/v1/fine-tunes/${job.id}?force=false`, { method: "DELETE" })).status).toBe(
      200,
    );
    expect((await server.fetch(`/v1/fine-tunes/${job.id}`)).status).toBe(404);
    const answer = await server.fetch("/v1/chat/completions", jsonBody(question(model_output_name)));
    expect(answer.status).toBe(404);
  });

  test("warns of a learning rate that teaches nothing, of weights that aren't used, of more checkpoints than epochs", async () => {
    const server = await startTestServer();
    const row = JSON.parse(weatherRows(1));
    const training_file = await upload(server, `${JSON.stringify({ ...row, weight: 0.5 })}\n`);
    const job = await createJob(server, { training_file, learning_rate: 1e-5, n_checkpoints: 3 });
    const { data } = await server.json(`/v1/fine-tunes/${job.id}/events`);
    const warnings = data.filter(({ level }: { level: string }) => level === "warning");
    expect(warnings.map(({ message }: { message: string }) => message)).toEqual([
      "learning_rate 0.00001 is below what calltune/stand-in learns well with (0.0001 to 0.01)",
      "checkpoints are saved at the ends of epochs: 1 instead of 3",
      "the rows' own weights are not used by the local engine: every row counts the same",
    ]);
  });
});

async function eventTypes(server: TestServer, id: string): Promise<string[]> {
  const { data } = await server.json(`/v1/fine-tunes/${id}/events`);
  return data.map(({ type }: { type: string }) => type);
}

function question(tuned: string): object {
  return {
    model: tuned,
    messages: [{ role: "user", content: "what is the weather in Town3" }],
    tools: [weatherTool],
  };
}
