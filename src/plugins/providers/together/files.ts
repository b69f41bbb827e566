import { z } from "zod";
import { sendContent } from "../send-content.ts";
import type { Connection, FileContent, Reservation, TuningApi } from "../tuning.ts";
import { jsonOf } from "./json-of.ts";
import { read, strangeAnswer } from "./read.ts";
import { shownWords } from "./refusal.ts";
import { expectStatus, type Requests } from "./request.ts";
import { FileReply, toFile } from "./wire.ts";

type FileRequests = Pick<TuningApi, "filesNamed" | "readFile" | "reserveFile" | "settleFile" | "removeFile">;

type FilePurpose = "fine-tune" | "batch-api";

/**
 * Together's upload in two steps: the API names a place, the content goes there without the key, the API is told. Source:
 * together-ai 0.52.0 lib/upload.ts, together-py lib/resources/files.py, and live reports of 2026-08.
 */
export function fileRequests(
  connection: Connection,
  requests: Requests,
  purpose: FilePurpose = "fine-tune",
): FileRequests {
  const { address, apiKey } = connection;
  const { run, runUnless } = requests;
  const words = (text: string) => shownWords(text, apiKey);
  const call = (path: string, init: RequestInit = {}) =>
    requests.fetch(`${address}${path}`, {
      ...init,
      headers: { authorization: `Bearer ${apiKey}`, accept: "application/json", ...init.headers },
    });
  const pathOf = (fileId: string) => `/files/${encodeURIComponent(fileId)}`;
  return {
    async filesNamed(name) {
      const { data } = await run("GET /files", "always safe", async () =>
        read(Files)(await jsonOf(await call("/files"))),
      );
      const files = data.map((file) => FileReply.safeParse(file)).filter(({ success }) => success);
      return files.flatMap(({ data: file }) => (file?.filename === name ? [toFile(file, words)] : []));
    },
    async readFile(fileId) {
      // Another account's file is one that isn't there.
      const reply = await runUnless([403, 404], `GET /files/${fileId}`, async () =>
        read(FileReply)(await jsonOf(await call(pathOf(fileId)))),
      );
      return reply === null ? null : toFile(reply, words);
    },
    reserveFile: (name) =>
      run("POST /files", "always safe", async () =>
        reservationFrom(await reserve({ name, purpose }, call), requests, connection),
      ),
    // Newer services look by themselves, and don't know the path.
    settleFile: async (fileId) =>
      void (await runUnless([400, 404, 405, 409, 422, 501], `POST /files/${fileId}/preprocess`, async () =>
        expectStatus(await call(`${pathOf(fileId)}/preprocess`, { method: "POST" }), [200, 201, 202, 204]),
      )),
    removeFile: async (fileId) =>
      void (await runUnless([404], `DELETE /files/${fileId}`, async () =>
        expectStatus(await call(pathOf(fileId), { method: "DELETE" }), [200, 202, 204]),
      )),
  };
}

const Files = z.object({ data: z.array(z.unknown()) });

/** The redirect isn't followed: it is the answer. */
function reserve(
  { name, purpose }: { readonly name: string; readonly purpose: FilePurpose },
  call: (path: string, init: RequestInit) => Promise<Response>,
): Promise<Response> {
  const body = new URLSearchParams({ purpose, file_name: name, file_type: "jsonl" });
  return call("/files", { method: "POST", body, redirect: "manual" });
}

async function reservationFrom(
  response: Response,
  { run }: Requests,
  connection: Connection,
): Promise<Reservation> {
  await expectStatus(response, [301, 302, 303, 307, 308]);
  const fileId = response.headers.get("x-together-file-id");
  const location = response.headers.get("location");
  if (fileId === null || location === null)
    throw strangeAnswer(response.status, "the answer names no place to send the file to");
  const place = new URL(location, connection.address);
  return {
    fileId,
    send: (content) => run("PUT of the file", "always safe", () => put(place, content, connection)),
  };
}

/** The place is another company's store, so the key isn't for it. */
async function put(place: URL, content: FileContent, { signal }: Connection): Promise<void> {
  const headers = { "content-type": "application/octet-stream" };
  const response = await sendContent(place, content, { method: "PUT", headers, signal });
  await expectStatus(response, [200, 201, 204]);
  await response.body?.cancel();
}
