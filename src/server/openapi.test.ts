import { describe, expect, test } from "vitest";
import {
  jsonBody,
  startTestServer,
  type TestServer,
  until,
  untilFinal,
  upload,
  weatherRows,
  weatherTool,
} from "../../test/support/local-server.ts";
import { openTogetherApi } from "../../test/support/openapi.ts";

const breaks = openTogetherApi();

describe.skipIf(breaks === null)("Together's published API document", () => {
  const expectSchema = (schema: string, value: unknown) =>
    expect([schema, breaks?.(schema, value)]).toEqual([schema, null]);

  test("is kept by files", async () => {
    const server = await startTestServer();
    const id = await upload(server, weatherRows(2));
    expectSchema("FileResponse", await server.json(`/v1/files/${id}`));
    expectSchema("FileList", await server.json("/v1/files"));
    expectSchema("FileDeleteResponse", await server.json(`/v1/files/${id}`, { method: "DELETE" }));
    expectSchema("ErrorData", await server.json(`/v1/files/${id}`));
  });

  test.each([{}, { training_type: { type: "Lora", lora_r: 8, lora_alpha: 16 } }])(
    "is kept by a job's life, with %j",
    async (more) => {
      const server = await startTestServer();
      const training_file = await upload(server, weatherRows(4));
      const order = {
        model: "calltune/stand-in",
        training_file,
        n_epochs: 2,
        n_checkpoints: 2,
        suffix: "x",
        ...more,
      };
      const job = await server.json("/v1/fine-tunes", jsonBody(order));
      expectSchema("FinetuneResponseTruncated", job);
      expectSchema("FinetuneResponse", await server.json(`/v1/fine-tunes/${job.id}`));
      expectSchema("FinetuneResponse", await untilFinal(server, job.id));
      expectSchema("FinetuneTruncatedList", await server.json("/v1/fine-tunes"));
      expectSchema("FinetuneListEvents", await server.json(`/v1/fine-tunes/${job.id}/events`));
      const checkpoints = await server.json(`/v1/fine-tunes/${job.id}/checkpoints`);
      expectSchema("FinetuneListCheckpoints", checkpoints);
      expect(checkpoints.data).toHaveLength(2);
      expectSchema(
        "FinetuneDeleteResponse",
        await server.json(`/v1/fine-tunes/${job.id}`, { method: "DELETE" }),
      );
    },
  );

  test("is kept by what is asked before a job", async () => {
    const server = await startTestServer();
    expectSchema(
      "FineTuneModelLimits",
      await server.json("/v1/fine-tunes/models/limits?model_name=calltune/stand-in"),
    );
    expect(await server.json("/v1/fine-tunes/models/supported")).toEqual({ models: ["calltune/stand-in"] });
    expectSchema("ModelInfoList", await server.json("/v1/models"));
  });

  test("is kept by a batch's life", async () => {
    const server = await startTestServer();
    const body = new URLSearchParams({ purpose: "batch-api", file_name: "in.jsonl", file_type: "jsonl" });
    const announced = await server.fetch("/v1/files", { method: "POST", body });
    const request = { model: "calltune/stand-in", messages: [{ role: "user", content: "hello" }] };
    const content = ["a", "b"].map((custom_id) => JSON.stringify({ custom_id, body: request })).join("\n");
    await fetch(announced.headers.get("location") ?? "", { method: "PUT", body: content });
    const input_file_id = announced.headers.get("x-together-file-id");
    const order = { input_file_id, endpoint: "/v1/chat/completions" };
    const created = await server.json("/v1/batches", jsonBody(order));
    expectSchema("BatchJobWithWarning", created);
    const done = await until(
      () => server.json(`/v1/batches/${created.job.id}`),
      ({ status }) => status === "COMPLETED",
    );
    expectSchema("BatchJob", done);
    expect(done).toMatchObject({ progress: 100, output_file_id: expect.any(String) });
    expectSchema("FileResponse", await server.json(`/v1/files/${input_file_id}`));
    for (const batch of await server.json("/v1/batches")) expectSchema("BatchJob", batch);
  });

  test("is kept by a reply, and by what went wrong", async () => {
    const server = await startTestServer();
    expectSchema("ChatCompletionResponse", await chat(server));
    expectSchema(
      "ErrorData",
      await server.json("/v1/chat/completions", jsonBody({ model: "x", messages: [] })),
    );
    expectSchema("ErrorData", await server.json("/v1/nothing"));
  });
});

function chat(server: TestServer) {
  const messages = [{ role: "user", content: "hello" }];
  const body = { model: "calltune/stand-in", messages, tools: [weatherTool] };
  return server.json("/v1/chat/completions", jsonBody(body));
}
