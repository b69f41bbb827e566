import { once } from "node:events";
import { createServer, type IncomingMessage } from "node:http";
import type { AddressInfo } from "node:net";
import { buffer } from "node:stream/consumers";

/** A request of a batch, as its line had it. */
export interface BatchLine {
  readonly custom_id: string;
  readonly method?: string;
  readonly body: { readonly model: string; readonly messages: readonly { readonly content: string }[] };
}

/** How a batch ends, and what its two files hold. */
export interface Script {
  readonly status: string;
  readonly output?: string;
  readonly errors?: string;
  readonly more?: object;
}

export interface FakeBatches {
  /** With `/v1`. */
  readonly address: string;
  /** Lines of each batch that was made. */
  readonly made: readonly (readonly BatchLine[])[];
  /** From now on: what a file's content is, at each time that it is asked for. */
  serveFile(content: (fileId: string, text: string, times: number) => string): void;
  /** The batches that were made are gone. */
  forget(): void;
  /** The batches that were made end so. */
  finish(script: (lines: readonly BatchLine[]) => Script): void;
  close(): Promise<void>;
}

/** A service with OpenAI's batches that end as a test says, at once. */
export async function startFakeBatches(
  script: (lines: readonly BatchLine[]) => Script,
): Promise<FakeBatches> {
  const files = new Map<string, string>();
  const batches = new Map<string, { readonly input_file_id: string }>();
  const made: BatchLine[][] = [];
  const asked = new Map<string, number>();
  let serve = (_id: string, text: string, _times: number) => text;
  const create = (fileId: string): object => {
    const lines = (files.get(fileId) ?? "")
      .trimEnd()
      .split("\n")
      .map((line) => JSON.parse(line) as BatchLine);
    made.push(lines);
    return end(`batch_${made.length}`, fileId, script(lines));
  };
  const end = (id: string, fileId: string, { status, output, errors, more }: Script): object => {
    if (output !== undefined) files.set(`${id}-output`, output);
    if (errors !== undefined) files.set(`${id}-errors`, errors);
    const batch = {
      id,
      status,
      input_file_id: fileId,
      output_file_id: output === undefined ? null : `${id}-output`,
      error_file_id: errors === undefined ? null : `${id}-errors`,
      ...more,
    };
    batches.set(id, batch);
    return batch;
  };
  const answer = async (request: IncomingMessage): Promise<object | string | null> => {
    const body = await buffer(request);
    const path = (request.url ?? "").split("?")[0] ?? "";
    const id = path.split("/")[3] ?? "";
    if (request.method === "POST" && path === "/v1/files") {
      const fileId = `file-${files.size}`;
      files.set(fileId, partOf(body));
      return { id: fileId, bytes: body.length, filename: "in.jsonl" };
    }
    if (request.method === "POST" && path === "/v1/batches")
      return create(JSON.parse(body.toString()).input_file_id);
    if (path === "/v1/files") return { data: [] };
    if (path === "/v1/batches") return { data: [...batches.values()].reverse(), has_more: false };
    if (path.startsWith("/v1/batches/")) return batches.get(id) ?? null;
    const times = (asked.get(id) ?? 0) + 1;
    asked.set(id, times);
    return serve(id, files.get(id) ?? "", times);
  };
  const server = createServer(async (request, response) => {
    const found = await answer(request);
    response.writeHead(found === null ? 404 : 200, { "content-type": "application/json" });
    response.end(
      typeof found === "string" ? found : JSON.stringify(found ?? { error: { message: "no such batch" } }),
    );
  }).listen(0, "127.0.0.1");
  await once(server, "listening");
  return {
    address: `http://127.0.0.1:${(server.address() as AddressInfo).port}/v1`,
    made,
    serveFile(content) {
      serve = content;
    },
    forget: () => batches.clear(),
    finish(last) {
      for (const [index, [id, { input_file_id }]] of [...batches].entries())
        end(id, input_file_id, last(made[index] ?? []));
    },
    async close() {
      server.closeAllConnections();
      server.close();
      await once(server, "close");
    },
  };
}

/** The file within a form. */
function partOf(form: Buffer): string {
  const [, , file = ""] = form.toString().split("--calltune-batch-file\r\n");
  return file.slice(file.indexOf("\r\n\r\n") + 4, file.lastIndexOf("\r\n--"));
}

/** A line of an output file: the call that the weather's cases expect, or a greeting. */
export function answered({ custom_id, body }: BatchLine): string {
  const town = /Town\d+/.exec(body.messages.at(-1)?.content ?? "")?.[0];
  const used = { name: "get_weather", arguments: JSON.stringify({ city: town }) };
  const message =
    town === undefined
      ? { role: "assistant", content: "Hello!" }
      : {
          role: "assistant",
          content: null,
          tool_calls: [{ id: "call_1", type: "function", function: used }],
        };
  const choices = [{ message, finish_reason: town === undefined ? "stop" : "tool_calls" }];
  const usage = { prompt_tokens: 50, completion_tokens: 10 };
  return `${JSON.stringify({ custom_id, response: { status_code: 200, body: { choices, usage } }, error: null })}\n`;
}

/** A line of an error file. */
export function refused({ custom_id }: BatchLine, status_code: number, error: object = {}): string {
  return `${JSON.stringify({ custom_id, response: { status_code, body: { error } }, error: null })}\n`;
}
