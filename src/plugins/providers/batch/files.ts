import { z } from "zod";
import { RemoteError } from "../../../lib/errors.ts";
import { sendContent } from "../send-content.ts";
import { fileRequests } from "../together/files.ts";
import { jsonOf } from "../together/json-of.ts";
import { read } from "../together/read.ts";
import type { Requests } from "../together/request.ts";
import type { Connection, FileContent } from "../tuning.ts";
import type { BatchApi, BatchFile } from "./batch-api.ts";

type Files = Pick<BatchApi, "filesLike" | "sendFile">;

/** In one request, as a form. */
export function openaiFiles(connection: Connection, { run, fetch }: Requests): Files {
  const { address, apiKey, signal } = connection;
  const authorization = `Bearer ${apiKey}`;
  return {
    async filesLike({ name, bytes }) {
      const { data } = await run("GET /files", "always safe", async () =>
        read(FileList)(
          await jsonOf(
            await fetch(`${address}/files?purpose=batch`, { headers: { authorization } }),
            [200, 201],
          ),
        ),
      );
      const files = data.map((file) => FileReply.safeParse(file));
      return files.flatMap(({ data: file }) =>
        file?.filename === name && file.bytes === bytes ? [file.id] : [],
      );
    },
    sendFile: (file) =>
      run("POST /files", "only if refused", async () => {
        const headers = { authorization, "content-type": `multipart/form-data; boundary=${boundary}` };
        const answer = await sendContent(new URL(`${address}/files`), formOf(file), {
          method: "POST",
          headers,
          signal,
        });
        return read(FileReply)(await jsonOf(answer, [200, 201])).id;
      }),
  };
}

const FileReply = z.object({ id: z.string(), filename: z.string().nullish(), bytes: z.number().nullish() });
const FileList = z.object({ data: z.array(z.unknown()) });

/** JSON Lines have no carriage return, so no line of the file can be taken for it. */
const boundary = "calltune-batch-file";

function formOf(file: BatchFile): FileContent {
  const head = Buffer.from(
    [
      `--${boundary}`,
      'Content-Disposition: form-data; name="purpose"',
      "",
      "batch",
      `--${boundary}`,
      `Content-Disposition: form-data; name="file"; filename="${file.name}"`,
      "Content-Type: application/jsonl",
      "",
      "",
    ].join("\r\n"),
  );
  const tail = Buffer.from(`\r\n--${boundary}--\r\n`);
  return {
    bytes: head.length + file.bytes + tail.length,
    async *chunks() {
      yield head;
      yield* file.chunks();
      yield tail;
    },
  };
}

/** In two steps, as all of Together's files. */
export function togetherFiles(connection: Connection, requests: Requests): Files {
  const files = fileRequests(connection, requests, "batch-api");
  return {
    async filesLike({ name, bytes }) {
      const named = await files.filesNamed(name);
      return named.flatMap((file) => (file.state !== "empty" && file.bytes === bytes ? [file.fileId] : []));
    },
    async sendFile(file) {
      const { fileId, send } = await files.reserveFile(file.name);
      try {
        await send(file);
      } catch (error) {
        // Some places take a file once: asked again after a lost answer, they refuse what they have.
        if (!(error instanceof RemoteError) || (await files.readFile(fileId))?.bytes !== file.bytes)
          throw error;
      }
      await files.settleFile(fileId);
      return fileId;
    },
  };
}
