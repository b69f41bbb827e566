import { mkdir, readdir, readFile, rename } from "node:fs/promises";
import { join } from "node:path";
import { z } from "zod";
import { parseJson } from "../lib/json.ts";
import { privateFolder, removeIfThere, writeWhole } from "./files.ts";
import type { LocalProvider } from "./local-provider.ts";

/** What validation found, in the service's words and names. */
export const ValidationReport = z.object({
  valid: z.boolean(),
  dataset_format: z.string().optional(),
  dataset_has_message_weights: z.boolean().optional(),
  dataset_has_parallel_tool_calls: z.boolean().optional(),
  dataset_has_reasoning: z.boolean().optional(),
  dataset_has_sample_weights: z.boolean().optional(),
  dataset_has_tools: z.boolean().optional(),
  dataset_is_multimodal: z.boolean().optional(),
  error: z.string().optional(),
  error_type: z.literal("INVALID_FORMAT").optional(),
  file_id: z.string().optional(),
  nlines: z.int().optional(),
});
export type ValidationReport = z.infer<typeof ValidationReport>;

export const LocalFile = z.object({
  id: z.string(),
  filename: z.string(),
  fileType: z.enum(["jsonl", "csv", "parquet"]),
  purpose: z.string(),
  bytes: z.int(),
  /** Of the content; the same bytes are the same file. */
  sha256: z.string(),
  /** Seconds since 1970. */
  createdAt: z.int(),
  /** Null until validation has come to an end. */
  report: ValidationReport.nullable(),
  /** Other ids under which the same bytes were announced. */
  alsoKnownAs: z.array(z.string()),
});
export type LocalFile = z.infer<typeof LocalFile>;

export const contentOf = (provider: LocalProvider, id: string): string => join(provider.files, id, "content");

/** All files that were received whole; folders that a crash left half made are removed. */
export async function readLocalFiles(provider: LocalProvider): Promise<LocalFile[]> {
  const files: LocalFile[] = [];
  for (const id of await readdir(provider.files)) {
    const folder = join(provider.files, id);
    const text = await readFile(join(folder, "file.json"), "utf8").catch(() => "");
    const file = LocalFile.safeParse(parseJson(text));
    if (file.success) files.push(file.data);
    else await removeIfThere(folder);
  }
  return files.sort((one, other) => one.createdAt - other.createdAt);
}

/** Takes over received bytes; the record is written last, so that it vouches for the content. */
export async function keepLocalFile(
  provider: LocalProvider,
  file: LocalFile,
  received: string,
): Promise<void> {
  await mkdir(join(provider.files, file.id), { recursive: true, mode: privateFolder });
  await rename(received, contentOf(provider, file.id));
  await writeLocalFile(provider, file);
}

export async function writeLocalFile(provider: LocalProvider, file: LocalFile): Promise<void> {
  await writeWhole(join(provider.files, file.id, "file.json"), `${JSON.stringify(file)}\n`);
}

export async function removeLocalFile(provider: LocalProvider, id: string): Promise<void> {
  await removeIfThere(join(provider.files, id));
}
