import { readEnvText } from "../../lib/env-text.ts";
import { printable } from "../../lib/printable.ts";
import { agentVariables } from "./plan-change.ts";

/** One variable's value before and after; null where it isn't set. No key is shown. */
export type ShownChange = {
  readonly variable: string;
  readonly from: string | null;
  readonly to: string | null;
};

/** What differs between two texts of an .env file, of what a switch may write. */
export function showChanges(before: string, after: string): ShownChange[] {
  const [old, fresh] = [readEnvText(before), readEnvText(after)];
  const secrets = [...old].flatMap(([name, value]) =>
    /KEY|TOKEN|SECRET|PASSWORD|SALT/i.test(name) && value.length > 3 ? [value] : [],
  );
  const shown = (value: string | undefined) => (value === undefined ? null : masked(value, secrets));
  return agentVariables
    .filter((name) => old.get(name) !== fresh.get(name))
    .map((name) => ({ variable: name, from: shown(old.get(name)), to: shown(fresh.get(name)) }));
}

/** A key may stand in the wrong line, or in an address. */
function masked(value: string, secrets: readonly string[]): string {
  const hidden = secrets.reduce((text, secret) => text.replaceAll(secret, "[key]"), value);
  return printable(
    hidden
      .replace(/\b(?:sk-|gsk_|fw_|tgp_|hf_|r8_)[\w-]{8,}/g, "[key]")
      .replace(/\/\/[^/@\s]*@/g, "//[hidden]@")
      .replace(/\?.*$/, "?[hidden]"),
  );
}
