import { stat } from "node:fs/promises";
import { isJsonObject, type Json, type JsonObject, parseJson } from "../../lib/json.ts";
import { readFileLines, textOf } from "../../lib/read-lines.ts";
import type { LocalFile, ValidationReport } from "../../workspace/local-files.ts";
import { type DatasetFormat, judgeRow } from "./row-faults.ts";

/** A longer line is none that any model could read. */
const mostLineBytes = 64 << 20;

/**
 * Reads a whole file as the service's validation would; the first fault decides.
 * @throws the signal's reason, soon after it fires
 */
export async function validateFile(
  file: LocalFile,
  path: string,
  signal: AbortSignal,
): Promise<ValidationReport> {
  const kind = kindFault(file) ?? ((await stat(path)).size === 0 ? "File is empty" : null);
  if (kind !== null) return invalid(file, kind);
  if (file.fileType !== "jsonl") return { valid: true, file_id: file.id };
  const facts = openFacts();
  for await (const lines of readFileLines(path, { name: file.filename, mostBytes: mostLineBytes })) {
    signal.throwIfAborted();
    for (const { number, bytes } of lines) {
      const fault =
        bytes === null
          ? `Error parsing json payload. Line ${number} is too long.`
          : facts.read(bytes, number);
      if (fault !== null) return invalid(file, fault);
    }
  }
  return facts.rows() === 0 ? invalid(file, tooFew(file)) : facts.report(file);
}

function kindFault({ fileType, purpose }: LocalFile): string | null {
  if (purpose !== "fine-tune") return null;
  if (fileType === "csv")
    return `CSV files are not supported for ${purpose}. Only JSONL and Parquet files are supported.`;
  if (fileType === "parquet")
    return "Parquet files are tokenized for another model; the local engine reads JSONL.";
  return null;
}

function tooFew({ filename }: LocalFile): string {
  return `Processing ${filename} resulted in only 0 samples. Our minimum is 1 samples. `;
}

function invalid({ id }: LocalFile, error: string): ValidationReport {
  return { valid: false, error, error_type: "INVALID_FORMAT", file_id: id };
}

function openFacts() {
  let rows = 0;
  let format: DatasetFormat | null = null;
  const seen = {
    weights: false,
    parallel: false,
    reasoning: false,
    rowWeights: false,
    tools: false,
    parts: false,
  };
  const note = (row: JsonObject) => {
    seen.rowWeights ||= "weight" in row;
    seen.tools ||= Array.isArray(row["tools"]);
    for (const message of messagesOf(row)) {
      const calls = message["tool_calls"];
      seen.weights ||= "weight" in message;
      seen.reasoning ||= "reasoning" in message || "reasoning_content" in message;
      seen.parts ||= Array.isArray(message["content"]);
      seen.tools ||= Array.isArray(calls) || message["role"] === "tool";
      seen.parallel ||= Array.isArray(calls) && calls.length > 1;
    }
  };
  return {
    rows: () => rows,
    /** What is wrong with a line; null where nothing is. */
    read(bytes: Buffer, line: number): string | null {
      const text = textOf(bytes);
      if (text === null) return `File is not UTF-8 encoded. Error raised on line ${line}.`;
      if (text.trim() === "") return null;
      const row = parseJson(text);
      if (row === undefined) return `Error parsing json payload. Unexpected format on line ${line}.`;
      const verdict = judgeRow(row, line);
      if ("fault" in verdict) return verdict.fault;
      format ??= verdict.format;
      if (format !== verdict.format)
        return `All samples in the dataset must have the same dataset format. Got ${format} for the first line and ${verdict.format} for the line ${line}.`;
      rows += 1;
      if (isJsonObject(row)) note(row);
      return null;
    },
    report: (file: LocalFile): ValidationReport => ({
      valid: true,
      file_id: file.id,
      nlines: rows,
      ...(format === null ? {} : { dataset_format: format }),
      dataset_has_message_weights: seen.weights,
      dataset_has_parallel_tool_calls: seen.parallel,
      dataset_has_reasoning: seen.reasoning,
      dataset_has_sample_weights: seen.rowWeights,
      dataset_has_tools: seen.tools,
      dataset_is_multimodal: seen.parts,
    }),
  };
}

function messagesOf(row: JsonObject): JsonObject[] {
  const written: Json | undefined = row["messages"];
  return Array.isArray(written) ? written.filter(isJsonObject) : [];
}
