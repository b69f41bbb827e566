import { randomBytes } from "node:crypto";
import { readdir, stat } from "node:fs/promises";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import {
  announce,
  jsonBody,
  startTestServer,
  until,
  upload,
  weatherRow,
  weatherRows,
} from "../../test/support/local-server.ts";

describe("validation", () => {
  test.each([
    ["an empty file", "", "File is empty"],
    [
      "a line that isn't JSON",
      `${weatherRows(1)}{"messages": [\n`,
      "Error parsing json payload. Unexpected format on line 2.",
    ],
    [
      "a message without a role",
      `${weatherRows(6)}{"messages":[{"role":"user","content":"x"},{"content":"y"}]}\n`,
      "Line 7: `messages[1]` must contain a `role` field",
    ],
    [
      "two formats",
      `${weatherRows(1)}{"text":"hello"}\n`,
      "All samples in the dataset must have the same dataset format. Got conversation for the first line and general for the line 2.",
    ],
    [
      "blank lines alone",
      "\n\n",
      "Processing training.jsonl resulted in only 0 samples. Our minimum is 1 samples. ",
    ],
    [
      "bytes that aren't UTF-8",
      Buffer.from([0x7b, 0xff, 0x7d, 0x0a]),
      "File is not UTF-8 encoded. Error raised on line 1.",
    ],
    ["random bytes", randomBytes(3000), expect.stringMatching(/not UTF-8|Unexpected format/)],
  ])("of %s says what the service says", async (_, content, error) => {
    const server = await startTestServer();
    const id = await upload(server, content as string);
    const file = await until(
      () => server.json(`/v1/files/${id}`),
      ({ validation_report }) => validation_report !== undefined,
    );
    expect(file).toMatchObject({
      processing_status: "INVALID_FORMAT",
      Processed: false,
      validation_report: { valid: false, error_type: "INVALID_FORMAT", error, file_id: id },
    });
  });

  test("tells what a dataset has", async () => {
    const server = await startTestServer();
    const row = { ...weatherRow("NYC"), weight: 0.5 };
    const parallel = { role: "assistant", weight: 0, reasoning: "hm", tool_calls: [call("a"), call("b")] };
    const id = await upload(
      server,
      `${JSON.stringify({ ...row, messages: [{ role: "user", content: "x" }, parallel] })}\n`,
    );
    const { validation_report } = await until(
      () => server.json(`/v1/files/${id}`),
      (file) => file.validation_report !== undefined,
    );
    expect(validation_report).toMatchObject({
      valid: true,
      dataset_has_parallel_tool_calls: true,
      dataset_has_sample_weights: true,
      dataset_has_message_weights: true,
      dataset_has_reasoning: true,
      dataset_is_multimodal: false,
    });
  });

  test("skips files for other purposes", async () => {
    const server = await startTestServer();
    const form = new FormData();
    form.set("purpose", "eval");
    form.set("file", new Blob(["a,b\n1,2\n"]), "cases.csv");
    const file = await server.json("/v1/files", { method: "POST", body: form });
    expect(file).toMatchObject({ processing_status: "COMPLETED", FileType: "csv" });
    expect(file).not.toHaveProperty("validation_report");
  });
});

describe("a file", () => {
  test("is gone once deleted, by any of its ids", async () => {
    const server = await startTestServer();
    const id = await upload(server, weatherRows(1));
    expect(await server.json(`/v1/files/${id}`, { method: "DELETE" })).toEqual({
      id,
      object: "file",
      deleted: true,
    });
    for (const path of [`/v1/files/${id}`, `/v1/files/${id}/content`, "/v1/files/file-unknown"])
      expect((await server.fetch(path)).status).toBe(404);
    expect(await readdir(join(server.folder, "workspace/local/files"))).toEqual([]);
  });

  test("that an unfinished job learns from can't be deleted", async () => {
    const server = await startTestServer();
    const training_file = await upload(server, weatherRows(4));
    const job = await server.json(
      "/v1/fine-tunes",
      jsonBody({ model: "calltune/stand-in", training_file, n_epochs: 200 }),
    );
    expect((await server.fetch(`/v1/files/${training_file}`, { method: "DELETE" })).status).toBe(409);
    await server.json(`/v1/fine-tunes/${job.id}/cancel`, { method: "POST" });
  });

  test("is its owner's alone on disk, and there again after a restart under every id", async () => {
    const server = await startTestServer();
    const id = await upload(server, weatherRows(1));
    const location = await announce(server);
    await fetch(location, { method: "PUT", body: weatherRows(1) });
    const folder = join(server.folder, "workspace/local");
    for (const name of await readdir(folder, { recursive: true })) {
      const facts = await stat(join(folder, name));
      expect([name, facts.mode & 0o077]).toEqual([name, 0]);
    }
    await server.close();
    const next = await startTestServer({ folder: server.folder });
    expect((await next.json("/v1/files")).data).toHaveLength(1);
    expect((await next.json(`/v1/files/${id}`)).processing_status).toBe("COMPLETED");
  });
});

function call(id: string): object {
  return { id, type: "function", function: { name: "get_weather", arguments: '{"city":"NYC"}' } };
}
