import { describe, expect, test } from "vitest";
import {
  jsonBody,
  startTestServer,
  untilFinal,
  upload,
  weatherRows,
  weatherTool,
} from "../../test/support/local-server.ts";

describe("the life of a job", () => {
  test("goes from the upload to a tuned model that answers with the call it learnt", async () => {
    const server = await startTestServer();
    const training_file = await upload(server, weatherRows(8));
    const job = await server.json(
      "/v1/fine-tunes",
      jsonBody({ model: "calltune/stand-in", training_file, n_epochs: 2, suffix: "weather" }),
    );
    expect(job).toMatchObject({ status: expect.stringMatching(/pending|running|queued/) });
    const done = await untilFinal(server, job.id);
    expect(done.status).toBe("completed");
    const { data } = await server.json(`/v1/fine-tunes/${job.id}/events`);
    expect(data.map(({ type }: { type: string }) => type)).toEqual([
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
    expect(done.model_output_name).toMatch(/^local\/stand-in-weather-[0-9a-f]{8}$/);
    const answer = await server.json(
      "/v1/chat/completions",
      jsonBody({
        model: done.model_output_name,
        messages: [{ role: "user", content: "what is the weather in Town3" }],
        tools: [weatherTool],
      }),
    );
    expect(answer.choices[0]).toMatchObject({
      finish_reason: "tool_calls",
      message: {
        content: null,
        tool_calls: [{ function: { name: "get_weather", arguments: '{"city":"Town3"}' } }],
      },
    });
  });
});
