import { readdir, readFile } from "node:fs/promises";
import { join } from "node:path";
import { z } from "zod";
import { parseJson } from "../lib/json.ts";
import { isMissing, writeWhole } from "./files.ts";

/** `switches/<id>.json`: one change of the model that an agent asks. `<id>.env` beside it is the file as it was. */
export const SwitchRecord = z.object({
  version: z.literal(1),
  /** Counts up: `0001`. */
  id: z.string(),
  at: z.iso.datetime(),
  /** The .env file, links followed. */
  file: z.string(),
  provider: z.string(),
  model: z.string(),
  /** What vouches for the model; null where it was forced. */
  gate: z.object({ report: z.string(), candidate: z.string() }).nullable(),
  /** Why it was switched to against the gate, in the user's words, and what the gate had to say. */
  forced: z.object({ reason: z.string(), gateSays: z.string() }).nullable(),
  /** The real tool call that was made first. */
  trial: z.object({ choice: z.enum(["auto", "required"]), ms: z.number() }),
  /** Of the file before; null where there was none. */
  beforeSha256: z.string().nullable(),
  afterSha256: z.string(),
  undoneAt: z.iso.datetime().nullable(),
});
export type SwitchRecord = z.infer<typeof SwitchRecord>;

/** Oldest first. */
export async function switchRecords(workspaceFolder: string): Promise<SwitchRecord[]> {
  const names = await readdir(folderOf(workspaceFolder)).catch((error: unknown) => {
    if (isMissing(error)) return [];
    throw error;
  });
  const records: SwitchRecord[] = [];
  for (const name of names.filter((name) => name.endsWith(".json")).sort()) {
    const text = await readFile(join(folderOf(workspaceFolder), name), "utf8");
    const record = SwitchRecord.safeParse(parseJson(text));
    if (record.success) records.push(record.data);
  }
  return records;
}

/** Written before the file itself is: a switch without a way back must not be. The backup comes first. */
export async function addSwitchRecord(
  workspaceFolder: string,
  facts: Omit<SwitchRecord, "id" | "version" | "undoneAt">,
  before: Uint8Array | null,
): Promise<SwitchRecord> {
  const last = (await switchRecords(workspaceFolder)).at(-1);
  const id = String(Number(last?.id ?? 0) + 1).padStart(4, "0");
  const record: SwitchRecord = { version: 1, id, ...facts, undoneAt: null };
  if (before !== null) await writeWhole(backupFile(workspaceFolder, id), before);
  await writeRecord(workspaceFolder, record);
  return record;
}

export async function markUndone(workspaceFolder: string, record: SwitchRecord, at: string): Promise<void> {
  await writeRecord(workspaceFolder, { ...record, undoneAt: at });
}

/** The .env file as it was before the switch; null where there was none. */
export async function readBackup(workspaceFolder: string, record: SwitchRecord): Promise<Buffer | null> {
  return record.beforeSha256 === null ? null : readFile(backupFile(workspaceFolder, record.id));
}

export function backupFile(workspaceFolder: string, id: string): string {
  return join(folderOf(workspaceFolder), `${id}.env`);
}

async function writeRecord(workspaceFolder: string, record: SwitchRecord): Promise<void> {
  const file = join(folderOf(workspaceFolder), `${record.id}.json`);
  await writeWhole(file, `${JSON.stringify(record, null, 2)}\n`);
}

function folderOf(workspaceFolder: string): string {
  return join(workspaceFolder, "switches");
}
