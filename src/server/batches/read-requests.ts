import { isJsonObject, type JsonObject, parseJsonObject } from "../../lib/json.ts";
import { readFileLines, textOf } from "../../lib/read-lines.ts";
import type { BatchFault } from "../../workspace/local-batches.ts";

/** One request of a batch's file. */
export interface LineRequest {
  readonly customId: string;
  readonly body: JsonObject;
}

const mostRequests = 50_000;
const mostLineBytes = 8 << 20;
const mostFaults = 10;

/** Looks a whole file through before any of it is asked: how many requests it has, or what is wrong with it. */
export async function judgeRequests(
  path: string,
  endpoint: string,
): Promise<{ readonly total: number; readonly faults: readonly BatchFault[] }> {
  const seen = new Set<string>();
  const faults: BatchFault[] = [];
  for await (const { number, request } of requestLines(path, endpoint)) {
    const fault = "code" in request ? request : twice(request.customId, number, seen);
    if (fault !== null) faults.push(fault);
    else if ("customId" in request) seen.add(request.customId);
    if (faults.length >= mostFaults) break;
    if (seen.size > mostRequests) return { total: seen.size, faults: [tooMany] };
  }
  if (seen.size === 0 && faults.length === 0) return { total: 0, faults: [empty] };
  return { total: seen.size, faults };
}

/** The requests of a file that was judged. */
export async function* readRequests(path: string, endpoint: string): AsyncGenerator<LineRequest> {
  for await (const { request } of requestLines(path, endpoint)) if ("customId" in request) yield request;
}

interface RequestLine {
  readonly number: number;
  readonly request: LineRequest | BatchFault;
}

async function* requestLines(path: string, endpoint: string): AsyncGenerator<RequestLine> {
  for await (const lines of readFileLines(path, { name: "the batch's file", mostBytes: mostLineBytes }))
    for (const { number, bytes } of lines) {
      const text = bytes === null ? null : textOf(bytes);
      if (text?.trim() === "") continue;
      yield { number, request: requestFrom(text, number, endpoint) };
    }
}

/** `{"custom_id": "a", "method": "POST", "url": "/v1/chat/completions", "body": {…}}`; Together's lines have no method and url. */
function requestFrom(text: string | null, line: number, endpoint: string): LineRequest | BatchFault {
  const row = text === null ? undefined : parseJsonObject(text);
  if (row === undefined)
    return {
      code: "invalid_json_line",
      line,
      message: "This line is not parseable as valid JSON.",
      param: null,
    };
  const { custom_id: customId, method, url, body } = row;
  if (typeof customId !== "string" || customId === "") return missing("custom_id", line);
  if (!isJsonObject(body)) return missing("body", line);
  if (method !== undefined && method !== "POST")
    return { code: "invalid_method", line, message: "The method must be POST.", param: "method" };
  if (url !== undefined && url !== endpoint)
    return {
      code: "mismatched_url",
      line,
      message: "The URL provided for this request does not match the endpoint of the batch.",
      param: "url",
    };
  return { customId, body };
}

function missing(param: string, line: number): BatchFault {
  return {
    code: "missing_required_parameter",
    line,
    message: `Missing required parameter: '${param}'.`,
    param,
  };
}

function twice(customId: string, line: number, seen: ReadonlySet<string>): BatchFault | null {
  if (!seen.has(customId)) return null;
  return {
    code: "duplicate_custom_id",
    line,
    message: "The custom_id was used by an earlier line already.",
    param: "custom_id",
  };
}

const empty: BatchFault = {
  code: "empty_file",
  line: null,
  message: "The input file is empty.",
  param: null,
};
const tooMany: BatchFault = {
  code: "too_many_tasks",
  line: null,
  message: `The input file has more than ${mostRequests} requests.`,
  param: null,
};
