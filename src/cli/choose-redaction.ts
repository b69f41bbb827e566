import { randomBytes } from "node:crypto";
import type { RedactionMark } from "../domain/leak-report.ts";
import { RedactionSettings } from "../domain/redaction-settings.ts";
import { UsageError } from "../lib/errors.ts";
import { sha256 } from "../lib/hash.ts";
import { canonicalJson, type Json } from "../lib/json.ts";
import { saltId } from "../redaction/salt-id.ts";
import { settingsFaults } from "../redaction/settings-faults.ts";
import { keepSalt, leastSaltLength } from "../workspace/salt-file.ts";
import type { Project } from "./project.ts";

/** Whether and how personal data is replaced, and by which secret. */
export interface ChosenRedaction {
  /** Null where it is off. */
  readonly settings: RedactionSettings | null;
  readonly salt: string;
  readonly mark: RedactionMark;
}

/** The config's settings and salt, else CALLTUNE_SALT, else the workspace's own secret. */
export async function chooseRedaction(
  project: Project,
  { env, off }: { readonly env: NodeJS.ProcessEnv; readonly off: boolean },
): Promise<ChosenRedaction> {
  const salt = await chooseSalt(project, env);
  return redactionWith(salt, off ? null : settingsOf(project));
}

export function redactionWith(salt: string, settings: RedactionSettings | null): ChosenRedaction {
  const hash = settings === null ? null : sha256(canonicalJson(JSON.parse(JSON.stringify(settings)) as Json));
  return { settings, salt, mark: { on: settings !== null, settings: hash, salt: saltId(salt) } };
}

function settingsOf({ loaded }: Project): RedactionSettings {
  const settings = loaded.config.redact ?? RedactionSettings.parse({});
  const faults = settingsFaults(settings);
  if (faults.length > 0) throw new UsageError(faults.map((fault) => `redact.${fault}`).join("; "));
  return settings;
}

async function chooseSalt({ loaded, workspace }: Project, env: NodeJS.ProcessEnv): Promise<string> {
  const fromConfig = loaded.config.salt;
  const given = fromConfig ?? (env["CALLTUNE_SALT"] || undefined);
  if (given === undefined) return keepSalt(workspace, () => randomBytes(32).toString("base64url"));
  if (given.length >= leastSaltLength) return given;
  const name = fromConfig === undefined ? "CALLTUNE_SALT" : "salt (in the config)";
  throw new UsageError(
    `${name} has fewer than ${leastSaltLength} characters and could be guessed; make one with \`openssl rand -hex 32\``,
  );
}

/** Said on stderr each time; `what` is the file that holds personal data then. */
export function notRedacted(what: string): string {
  return `WARNING: --no-redact leaves names, numbers and addresses of strangers in ${what} and in all that is made of it`;
}
