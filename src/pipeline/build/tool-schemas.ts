import { Call } from "../../domain/call.ts";
import { type ToolBook, toolsOf } from "../../domain/tool-book.ts";
import { InterruptedError } from "../../lib/errors.ts";
import { parseJson } from "../../lib/json.ts";
import { lineChunks } from "../../lib/line-chunks.ts";
import { inferTools } from "./infer-tools.ts";
import { linesOf } from "./lines-and-tools.ts";

interface Watch {
  readonly signal: AbortSignal;
  readonly onProgress: (bytes: number) => void;
}

/** How a call that carries no tools ends its head in `calls.jsonl`; its keys stand in one order (domain/call-line.ts). */
const withoutTools = '"tools":null,"turns":';
const tenantInHead =
  /^\{"id":"(?:[^"\\]|\\.)*","caller":(?:null|"[^"]*"),"tenant":\{"id":"((?:[^"\\]|\\.)*)"/;

/** The tool schemas for all calls: inferred for those that have none of their own and none in the file. */
export async function completeBook(
  file: string,
  fromFile: ToolBook["file"],
  watch: Watch,
): Promise<ToolBook> {
  const book: ToolBook = { file: fromFile, inferred: null };
  if (fromFile?.["*"] !== undefined) return book;
  const seen = inferTools();
  let found = false;
  let bytesRead = 0;
  for await (const bytes of lineChunks(file)) {
    if (watch.signal.aborted) throw new InterruptedError("interrupted while looking for tool schemas");
    for (const call of uncoveredCalls(bytes, book)) {
      seen.add(call);
      found = true;
    }
    bytesRead += bytes.length;
    watch.onProgress(bytesRead);
  }
  return found ? { file: fromFile, inferred: seen.tools() } : book;
}

/** Lines are told apart by their heads first: most logs' calls are all covered, and parsing them twice would be waste. */
function* uncoveredCalls(bytes: Buffer, book: ToolBook): Generator<Call> {
  if (!bytes.includes(withoutTools)) return;
  for (const line of linesOf(bytes)) {
    const tenant = tenantInHead.exec(line)?.[1];
    if (tenant !== undefined && book.file?.[tenant] !== undefined) continue;
    const call = Call.safeParse(parseJson(line));
    if (call.success && toolsOf(call.data, book).origin === "none") yield call.data;
  }
}
