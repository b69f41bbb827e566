import OpenAI, { type ClientOptions } from "openai";
import { type LlmEnv, type LlmSettings, readLlmSettings } from "./read-settings.ts";

/** What an agent asks its model with. */
export interface LlmClient {
  readonly client: OpenAI;
  /** For `model:` of each request. */
  readonly model: string;
  /** As `LLM_PROVIDER` names it; for the agent's own log. */
  readonly provider: string;
}

/** Everything the `openai` client takes, but whom it asks: that is the environment's to say. */
export type LlmClientOptions = Omit<ClientOptions, "apiKey" | "baseURL" | "provider" | "workloadIdentity">;

/**
 * The model that the environment names (docs/switch.md), behind an `openai` client: another provider or model is another
 * line in .env, and no other code. The environment is read once, here.
 * @throws UsageError with the lines to add to .env, before the first call is taken
 */
export function createLlmClient(env: LlmEnv = process.env, options: LlmClientOptions = {}): LlmClient {
  const settings = readLlmSettings(env);
  const client = new OpenAI({ ...options, ...identity(settings), baseURL: settings.address });
  return { client, model: settings.model, provider: settings.provider };
}

/** The client takes OpenAI's organization and administrator's key from their variables; other providers must not see them. */
function identity({ provider, apiKey }: LlmSettings): ClientOptions {
  // A server that wants no key still gets one: the client can't be made without.
  const key = { apiKey: apiKey ?? "none", adminAPIKey: null };
  return provider === "openai" ? key : { ...key, organization: null, project: null };
}
