import { readdir } from "node:fs/promises";
import { request } from "node:http";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { announce, startTestServer, until, upload, weatherRows } from "../../test/support/local-server.ts";
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
