import { createReadStream } from "node:fs";
import { Readable } from "node:stream";
import { type Context, Hono } from "hono";
import { removeIfThere } from "../../workspace/files.ts";
import { contentOf, type LocalFile } from "../../workspace/local-files.ts";
import { ApiError, badRequest } from "../api-error.ts";
import { isOver } from "../batches/batch-book.ts";
import type { FileNotice } from "../files/file-book.ts";
import { announcedView, fileView } from "../files/file-view.ts";
import { mostFileBytes, receive, tooLarge } from "../files/receive.ts";
import { isFinal } from "../jobs/job-book.ts";
import type { ServerParts } from "../parts.ts";
import { type Form, invalidPurpose, readForm } from "./read-form.ts";

/** `/files` of Together, and OpenAI's one-call upload. */
export function fileRoutes(parts: ServerParts): Hono {
  const { files, tickets, world } = parts;
  const view = (file: LocalFile) => fileView(file, files.statusOf(file));
  const find = (id: string) => {
    const ticket = tickets.find(id);
    return ticket === null ? view(files.find(id)) : announcedView(ticket);
  };
  return new Hono()
    .get("/files", (context) =>
      context.json({ object: "list", data: files.list().map(view), has_more: false }),
    )
    .post("/files", async (context) => {
      const form = await readForm(context, world.provider.uploads);
      if (form.file === null) return announce(context, noticeOf(form), form, parts);
      return context.json(view(await keep(form, parts)));
    })
    .post("/files/upload", async (context) => {
      const form = await readForm(context, world.provider.uploads);
      if (form.file === null) throw badRequest("The form has no part named file", "file");
      return context.json(view(await keep(form, parts)));
    })
    .post("/files/:id/preprocess", (context) => context.json(find(context.req.param("id"))))
    .get("/files/:id", (context) => context.json(find(context.req.param("id"))))
    .get("/files/:id/content", (context) => {
      const file = files.find(context.req.param("id"));
      const content = createReadStream(contentOf(world.provider, file.id));
      const headers = { "content-type": "text/plain; charset=utf-8", "content-length": String(file.bytes) };
      return context.body(Readable.toWeb(content) as ReadableStream, 200, headers);
    })
    .delete("/files/:id", async (context) => {
      const file = files.find(context.req.param("id"));
      expectUnused(file, parts);
      await files.remove(file.id);
      return context.json({ id: file.id, object: "file", deleted: true });
    });
}

/** The second step of Together's upload: bytes alone, to an address that only who announced them knows. */
export function uploadRoutes({ files, tickets, world }: ServerParts): Hono {
  return new Hono().put("/uploads/:secret", async (context) => {
    const ticket = tickets.redeem(context.req.param("secret"));
    if (ticket === null)
      throw new ApiError({ status: 403, message: "This upload address is unknown or was used already" });
    const length = Number(context.req.header("content-length") ?? 0);
    if (length > mostFileBytes) throw tooLarge(mostFileBytes);
    const { body } = context.req.raw;
    const input = body === null ? Readable.from([]) : Readable.fromWeb(body);
    await files.add(ticket.notice, await receive(input, world.provider.uploads), ticket.id);
    return context.body(null, 200);
  });
}

/**
 * 302 with the address for the bytes. Who tells their checksum (together-py) learns at once that they are here already:
 * 409 with the file's id.
 */
function announce(context: Context, notice: FileNotice, { fields }: Form, parts: ServerParts): Response {
  const { files, tickets, world } = parts;
  const same = fields["checksum"] === undefined ? null : files.withBytes(fields["checksum"], notice.purpose);
  if (same !== null)
    throw new ApiError({
      status: 409,
      message: "File already exists",
      code: "file_already_exists",
      beside: { file_id: same.id },
    });
  const id = `file-${world.randomId()}`;
  const secret = tickets.issue({ id, notice, createdAt: Math.floor(world.now() / 1000) });
  // Known to be one of our own names: the guard has looked at it.
  const host = context.req.header("host") ?? "";
  return context.body(null, 302, { location: `http://${host}/uploads/${secret}`, "x-together-file-id": id });
}

async function keep(form: Form, { files, world }: ServerParts): Promise<LocalFile> {
  const { file } = form;
  if (file === null) throw new TypeError("the form has a file");
  try {
    return await files.add(noticeOf(form), file, `file-${world.randomId()}`);
  } catch (error) {
    await removeIfThere(file.path);
    throw error;
  }
}

/** What Together takes, and what OpenAI's client may say. */
const purposes = ["fine-tune", "eval", "batch-api", "batch", "user_data", "assistants", "evals"];

function noticeOf({ fields, file }: Form): FileNotice {
  const purpose = fields["purpose"] ?? "";
  if (!purposes.includes(purpose)) throw badRequest(invalidPurpose, "purpose");
  const filename = baseName(fields["file_name"] || file?.filename || "");
  if (filename === "") throw badRequest("file_name is missing", "file_name");
  return { purpose, filename, fileType: fileTypeOf(fields["file_type"] || extensionOf(filename)) };
}

/** Some clients send the whole path, which is nobody's business. */
function baseName(path: string): string {
  return (path.split(/[\\/]/).at(-1) ?? "").slice(0, 255);
}

function extensionOf(filename: string): string {
  return filename.includes(".") ? (filename.split(".").at(-1) ?? "") : "jsonl";
}

function fileTypeOf(given: string): FileNotice["fileType"] {
  if (given === "jsonl" || given === "csv" || given === "parquet") return given;
  throw badRequest("file_type must be one of jsonl, csv, parquet", "file_type");
}

function expectUnused({ id, alsoKnownAs }: LocalFile, { jobs, batches }: ServerParts): void {
  const names = [id, ...alsoKnownAs];
  const batch = batches.list().find((each) => !isOver(each) && names.includes(each.inputFile));
  if (batch !== undefined)
    throw new ApiError({
      status: 409,
      message: `File ${id} is in use by the batch ${batch.id}; cancel it first`,
    });
  const user = jobs
    .list()
    .find((job) => !isFinal(job) && [job.order.trainingFile, job.order.validationFile].includes(id));
  if (user !== undefined)
    throw new ApiError({
      status: 409,
      message: `File ${id} is in use by the job ${user.order.id}; cancel it first`,
    });
}
