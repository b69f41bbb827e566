import { randomBytes } from "node:crypto";
import { readdir, stat } from "node:fs/promises";
import { request } from "node:http";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import {
  jsonBody,
  startTestServer,
  type TestServer,
  until,
  upload,
  weatherRow,
  weatherRows,
} from "../../test/support/local-server.ts";
import { mostFileBytes } from "./files/receive.ts";

describe("Together's upload in two steps", () => {
  test("announces, takes the bytes at an address of their own, and validates", async () => {
    const server = await startTestServer({ token: "secret" });
    const headers = { authorization: "Bearer secret" };
    const form = new URLSearchParams({
      purpose: "fine-tune",
      file_name: "/home/ann/calls/train.jsonl",
      file_type: "jsonl",
    });
    const announced = await server.fetch("/v1/files", { method: "POST", body: form, headers });
    expect(announced.status).toBe(302);
    const id = announced.headers.get("x-together-file-id") ?? "";
    expect(id).toMatch(/^file-[0-9a-f-]{36}$/);
    const before = await server.json(`/v1/files/${id}`, { headers });
    expect(before).toMatchObject({ id, bytes: 0, processing_status: "PENDING", filename: "train.jsonl" });
    const content = weatherRows(3);
    const location = announced.headers.get("location") ?? "";
    expect(location.startsWith(`${server.url}/uploads/`)).toBe(true);
    const put = await fetch(location, { method: "PUT", body: content });
    expect(put.status).toBe(200);
    expect(put.redirected).toBe(false);
    const file = await until(
      () => server.json(`/v1/files/${id}`, { headers }),
      ({ processing_status }) => processing_status === "COMPLETED",
    );
    expect(file).toMatchObject({
      id,
      object: "file",
      bytes: content.length,
      FileType: "jsonl",
      Processed: true,
      purpose: "fine-tune",
      validation_report: {
        valid: true,
        dataset_format: "conversation",
        nlines: 3,
        dataset_has_tools: true,
        dataset_has_parallel_tool_calls: false,
      },
    });
    const back = await server.fetch(`/v1/files/${id}/content`, { headers });
    expect(await back.text()).toBe(content);
  });

  test("takes an address once", async () => {
    const server = await startTestServer();
    const location = await announce(server);
    expect((await fetch(location, { method: "PUT", body: weatherRows(1) })).status).toBe(200);
    const again = await fetch(location, { method: "PUT", body: weatherRows(2) });
    expect(again.status).toBe(403);
    expect((await fetch(`${server.url}/uploads/guessed`, { method: "PUT", body: "x" })).status).toBe(403);
  });

  test("keeps the same bytes once, under the first id", async () => {
    const server = await startTestServer();
    const first = await upload(server, weatherRows(2));
    const again = await upload(server, weatherRows(2));
    expect(again).toBe(first);
    const { data } = await server.json("/v1/files");
    expect(data).toHaveLength(1);
  });

  test("keeps the same bytes once, even when they come many times at once", async () => {
    const server = await startTestServer();
    const ids = await Promise.all(Array.from({ length: 8 }, () => upload(server, weatherRows(2))));
    expect(new Set(ids).size).toBe(1);
    const { data } = await server.json("/v1/files");
    expect(data).toHaveLength(1);
  });

  test("says 409 with the file's id to who tells the checksum of bytes that are here", async () => {
    const server = await startTestServer();
    const id = await upload(server, "one\n");
    const form = new URLSearchParams({
      purpose: "fine-tune",
      file_name: "x.jsonl",
      // SHA-256 of "one\n".
      checksum: "2c8b08da5ce60398e1f19af0e5dccc744df274b826abe585eaba68c525434806",
    });
    const answer = await server.fetch("/v1/files", { method: "POST", body: form });
    expect(answer.status).toBe(409);
    expect(await answer.json()).toMatchObject({ file_id: id, error: { code: "file_already_exists" } });
  });

  test.each([
    ["no purpose", new URLSearchParams({ file_name: "x.jsonl" })],
    ["an unknown purpose", new URLSearchParams({ file_name: "x.jsonl", purpose: "training" })],
    ["JSON", JSON.stringify({ purpose: "fine-tune", file_name: "x.jsonl" })],
    ["nothing", undefined],
  ])("answers a form with %s as Together does", async (_, body) => {
    const server = await startTestServer();
    const init = { method: "POST", ...(body === undefined ? {} : { body }) };
    const answer = await server.fetch("/v1/files?purpose=fine-tune&file_name=x.jsonl", init);
    expect(answer.status).toBe(400);
    expect(await answer.json()).toMatchObject({
      error: { message: "Unable to save the file - invalid purpose specified" },
    });
  });

  test("refuses more bytes than it takes, and leaves nothing of them behind", async () => {
    const server = await startTestServer();
    const location = await announce(server);
    expect(await announceLength(location, mostFileBytes + 1)).toBe(413);
    expect(await readdir(join(server.folder, "workspace/local/uploads"))).toEqual([]);
    expect((await server.json("/v1/files")).data).toEqual([]);
  });
});

describe("an upload in one call", () => {
  test.each(["/v1/files/upload", "/v1/files", "/openai/v1/files"])("is taken at %s", async (path) => {
    const server = await startTestServer();
    const form = new FormData();
    form.set("purpose", "fine-tune");
    form.set("file_name", "anns calls ü.jsonl");
    form.set("file", new Blob([weatherRows(2)]), "ignored.jsonl");
    const file = await server.json(path, { method: "POST", body: form });
    expect(file).toMatchObject({
      object: "file",
      filename: "anns calls ü.jsonl",
      bytes: weatherRows(2).length,
    });
  });

  test("keeps the parts in any order, and the file's own name where no other is given", async () => {
    const server = await startTestServer();
    const form = new FormData();
    form.set("file", new Blob([weatherRows(2)]), "train.jsonl");
    form.set("purpose", "fine-tune");
    const file = await server.json("/v1/files", { method: "POST", body: form });
    expect(file).toMatchObject({ filename: "train.jsonl", purpose: "fine-tune", FileType: "jsonl" });
  });

  test("cut off in the middle is a bad request and leaves nothing behind", async () => {
    const server = await startTestServer();
    const body = '--x\r\ncontent-disposition: form-data; name="file"; filename="a.jsonl"\r\n\r\n{"messages"';
    const headers = { "content-type": "multipart/form-data; boundary=x" };
    const answer = await server.fetch("/v1/files", { method: "POST", body, headers });
    expect(answer.status).toBe(400);
    expect(await readdir(join(server.folder, "workspace/local/uploads"))).toEqual([]);
  });
});

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

async function announce(server: TestServer): Promise<string> {
  const form = new URLSearchParams({ purpose: "fine-tune", file_name: "x.jsonl", file_type: "jsonl" });
  const answer = await server.fetch("/v1/files", { method: "POST", body: form });
  return answer.headers.get("location") ?? "";
}

/** The status of an upload that says its length and sends nothing. */
function announceLength(location: string, bytes: number): Promise<number | undefined> {
  return new Promise((resolve, reject) => {
    const asked = request(location, { method: "PUT", headers: { "content-length": bytes } }, (answer) => {
      resolve(answer.statusCode);
      asked.destroy();
    });
    asked.on("error", reject);
    asked.flushHeaders();
  });
}

function call(id: string): object {
  return { id, type: "function", function: { name: "get_weather", arguments: '{"city":"NYC"}' } };
}
