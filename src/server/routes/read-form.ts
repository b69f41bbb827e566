import { Readable } from "node:stream";
import busboy from "busboy";
import type { Context } from "hono";
import { removeIfThere } from "../../workspace/files.ts";
import { ApiError, badRequest } from "../api-error.ts";
import { type Received, receive, tooLarge } from "../files/receive.ts";

/** A form, multipart or urlencoded, with the one file it may carry. */
export interface Form {
  readonly fields: Readonly<Record<string, string>>;
  readonly file: (Received & { readonly filename: string }) | null;
}

const mostFieldBytes = 16 << 10;

/** Reads a form; its file goes to disk as it comes. @throws ApiError 400 for what is no form, 413 for too much */
export async function readForm(context: Context, folder: string): Promise<Form> {
  const { body } = context.req.raw;
  const type = context.req.header("content-type") ?? "";
  if (body === null || !/^(multipart\/form-data|application\/x-www-form-urlencoded)\b/i.test(type))
    throw badRequest(invalidPurpose);
  const parser = openParser(type);
  const fields: Record<string, string> = {};
  let file: Promise<Form["file"]> = Promise.resolve(null);
  parser.on("field", (name, value, { valueTruncated }) => {
    if (valueTruncated) parser.destroy(tooLarge(mostFieldBytes));
    fields[name] = value;
  });
  parser.on("file", (_, stream, { filename }) => {
    file = receive(stream, folder).then((received) => ({ ...received, filename: filename ?? "" }));
    file.catch((error: unknown) => parser.destroy(error instanceof Error ? error : new Error("unreadable")));
  });
  try {
    await parsed(parser, Readable.fromWeb(body));
  } catch (error) {
    // What had come of the file goes first.
    await file.then((received) => received && removeIfThere(received.path)).catch(() => {});
    throw error;
  }
  return { fields, file: await file };
}

/** What Together answers to a form it can't read. */
export const invalidPurpose = "Unable to save the file - invalid purpose specified";

function openParser(type: string): busboy.Busboy {
  try {
    return busboy({
      headers: { "content-type": type },
      defParamCharset: "utf8",
      limits: { files: 1, fields: 32, fieldSize: mostFieldBytes, parts: 40 },
    });
  } catch (error) {
    throw badRequest("The form can't be read", undefined, { cause: error });
  }
}

function parsed(parser: busboy.Busboy, input: Readable): Promise<void> {
  return new Promise((resolve, reject) => {
    const fail = (error: unknown) => {
      input.destroy();
      parser.destroy();
      reject(error instanceof ApiError || isDisk(error) ? error : badRequest("The form can't be read"));
    };
    parser.on("close", resolve);
    parser.on("error", fail);
    input.on("error", fail);
    input.pipe(parser);
  });
}

function isDisk(error: unknown): boolean {
  return error instanceof Error && "syscall" in error;
}
