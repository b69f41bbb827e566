import { type EnvChanges, readEnvText, setInEnvText } from "../../lib/env-text.ts";
import { UsageError } from "../../lib/errors.ts";
import { sha256 } from "../../lib/hash.ts";
import { type LlmEnv, type LlmSettings, readLlmSettings } from "../../llm/read-settings.ts";
import { addSwitchRecord, markUndone, type SwitchRecord } from "../../workspace/switch-records.ts";
import type { Workspace } from "../../workspace/workspace.ts";
import { type EnvFile, replaceEnvFile, textOf } from "./env-file.ts";
import type { SwitchTarget } from "./plan-change.ts";

/** The file's text with the changes. @throws UsageError that names the lines where they must be set by hand */
export function changedText(file: EnvFile, changes: EnvChanges): string {
  const text = setInEnvText(textOf(file), changes);
  if (text !== null) return text;
  const lines = Object.entries(changes).map(([name, value]) =>
    value === null ? `no ${name}` : `${name}=${value}`,
  );
  throw new UsageError(
    `${file.name} is written in a way that its readers take differently (quotes that don't close, a name set twice), so nothing was changed; set by hand: ${lines.join(", ")}`,
  );
}

/**
 * What an agent finds that starts with this file. A key that isn't in it comes from the environment, as it may for the agent.
 * @throws UsageError as the agent would at its start
 */
export function settingsOf(text: string, env: LlmEnv): LlmSettings {
  const keys = Object.entries(env).filter(([name]) => /_API_KEY$|^CALLTUNE_SERVE_TOKEN$/.test(name));
  const own = [...readEnvText(text)].filter(([, value]) => value !== "");
  return readLlmSettings(Object.fromEntries([...keys, ...own]));
}

/** Why a model may be switched to. */
export type SwitchGrounds = Pick<SwitchRecord, "gate" | "forced" | "trial">;

export interface SwitchOrder {
  readonly target: SwitchTarget;
  readonly file: EnvFile;
  /** One character a byte. */
  readonly after: string;
  readonly grounds: SwitchGrounds;
}

/** Writes down the way back, then the file. */
export async function writeSwitch(
  workspace: Workspace,
  { target, file, after, grounds }: SwitchOrder,
  at: Date,
): Promise<SwitchRecord> {
  const content = Buffer.from(after, "latin1");
  const lock = await workspace.lock("switch");
  try {
    const facts = {
      at: at.toISOString(),
      file: file.path,
      ...target,
      ...grounds,
      beforeSha256: file.bytes === null ? null : sha256(file.bytes),
      afterSha256: sha256(content),
    };
    const record = await addSwitchRecord(workspace.folder, facts, file.bytes);
    await replaceEnvFile(file, content).catch(async (error: unknown) => {
      await markUndone(workspace.folder, record, facts.at);
      throw error;
    });
    return record;
  } finally {
    await lock.release();
  }
}
