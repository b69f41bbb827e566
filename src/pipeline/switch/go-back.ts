import { type EnvChanges, readEnvText } from "../../lib/env-text.ts";
import { UsageError } from "../../lib/errors.ts";
import { sha256 } from "../../lib/hash.ts";
import { markUndone, readBackup, type SwitchRecord, switchRecords } from "../../workspace/switch-records.ts";
import type { Workspace } from "../../workspace/workspace.ts";
import { type EnvFile, replaceEnvFile, textOf } from "./env-file.ts";
import { agentVariables } from "./plan-change.ts";
import { changedText } from "./switch-model.ts";

/** How the last switch of a file is undone. */
export interface WayBack {
  readonly record: SwitchRecord;
  /**
   * `whole`: the bytes from before; `variables`: the file was edited since, so that only the switch's variables go back;
   * `nothing`: the file is as it was before already.
   */
  readonly kind: "whole" | "variables" | "nothing";
  /** One character a byte; null where there was no file. */
  readonly after: string | null;
}

/** @throws UsageError where no switch of this file is left to undo */
export async function findWayBack(workspace: Workspace, file: EnvFile): Promise<WayBack> {
  const records = await switchRecords(workspace.folder);
  const record = records.findLast((found) => found.file === file.path && found.undoneAt === null);
  if (record === undefined)
    throw new UsageError(
      `there is nothing to go back to: this workspace knows of no switch in ${file.name} that isn't undone`,
    );
  const backup = (await readBackup(workspace.folder, record))?.toString("latin1") ?? null;
  const now = file.bytes === null ? null : sha256(file.bytes);
  if (now === record.beforeSha256) return { record, kind: "nothing", after: backup };
  if (now === record.afterSha256) return { record, kind: "whole", after: backup };
  return { record, kind: "variables", after: changedText(file, formerValues(textOf(file), backup ?? "")) };
}

/** The file first: a switch that is marked as undone is never looked at again. */
export async function goBack(
  workspace: Workspace,
  file: EnvFile,
  { record, kind, after }: WayBack,
  at: Date,
): Promise<void> {
  const lock = await workspace.lock("switch");
  try {
    if (kind !== "nothing") await replaceEnvFile(file, after === null ? null : Buffer.from(after, "latin1"));
    await markUndone(workspace.folder, record, at.toISOString());
  } finally {
    await lock.release();
  }
}

function formerValues(now: string, before: string): EnvChanges {
  const [current, former] = [readEnvText(now), readEnvText(before)];
  const different = agentVariables.filter((name) => current.get(name) !== former.get(name));
  return Object.fromEntries(different.map((name) => [name, former.get(name) ?? null]));
}
