import type { EnvChanges } from "../../lib/env-text.ts";
import { llmProviders } from "../../llm/providers.ts";

/** The model that an agent is to ask. */
export interface SwitchTarget {
  readonly provider: string;
  readonly model: string;
}

/** Variables of .env by name. */
export type Variables = ReadonlyMap<string, string>;

/** All that a switch may write. */
export const agentVariables = ["LLM_PROVIDER", "LLM_MODEL", "LLM_BASE_URL", "GROQ_TOOL_MODEL"] as const;

/** `address` is null where the provider's own is meant. */
export function planChange(
  { provider, model }: SwitchTarget,
  address: string | null,
  current: Variables,
): EnvChanges {
  const own = llmProviders.get(provider)?.address ?? null;
  const written = address ?? (provider === "local" || hasValue(current, "LLM_BASE_URL") ? own : null);
  return {
    LLM_PROVIDER: provider,
    LLM_MODEL: model,
    ...(written === null ? {} : { LLM_BASE_URL: written }),
    // An agent that was written for the guide reads this one alone.
    ...(provider === "groq" && hasValue(current, "GROQ_TOOL_MODEL") ? { GROQ_TOOL_MODEL: model } : {}),
  };
}

/** Where an address may come from. */
export interface AddressHints {
  /** `--url`. */
  readonly given: string | undefined;
  /** Of the workspace's own server, while it runs. */
  readonly running: string | null;
  /** What was evaluated. */
  readonly evaluated: string | null;
}

/** The address that belongs into .env; null where the provider's own is meant, or none is known. */
export function chooseAddress(
  { provider }: SwitchTarget,
  { given, running, evaluated }: AddressHints,
  current: Variables,
): string | null {
  if (given !== undefined) return given.replace(/\/+$/, "");
  const isSame = current.get("LLM_PROVIDER")?.toLowerCase() === provider;
  const kept = isSame ? current.get("LLM_BASE_URL") || null : null;
  // An evaluation starts a local server of its own, on a port that is free at the time.
  if (provider === "local") return running ?? kept;
  const proven = evaluated?.replace(/\/+$/, "") ?? null;
  const isUsual = proven === null || proven === llmProviders.get(provider)?.address;
  return isUsual ? kept : proven;
}

function hasValue(variables: Variables, name: string): boolean {
  return (variables.get(name) ?? "") !== "";
}
