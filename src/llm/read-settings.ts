import { closest } from "../lib/closest.ts";
import { UsageError } from "../lib/errors.ts";
import { keyVariableOf, type LlmProvider, llmProviders } from "./providers.ts";

/** The environment as a program finds it. */
export type LlmEnv = Readonly<Record<string, string | undefined>>;

/** Whom an agent asks, as its environment says. */
export interface LlmSettings {
  readonly provider: string;
  readonly model: string;
  /** With its version, without a slash at the end: `https://api.groq.com/openai/v1`. */
  readonly address: string;
  readonly keyVariable: string;
  /** Null where a server of one's own asks for none. */
  readonly apiKey: string | null;
}

/** @throws UsageError with a line to add to .env for each setting that is missing or wrong; no key stands in it */
export function readLlmSettings(env: LlmEnv): LlmSettings {
  const chosen = chooseProvider(env);
  const faults: string[] = [];
  const settings: LlmSettings = {
    provider: chosen.provider,
    model: readModel(env, chosen.provider, faults),
    address: readAddress(env, chosen, faults),
    keyVariable: chosen.keyVariable,
    apiKey: readKey(env, chosen, faults),
  };
  if (faults.length > 0) throw new UsageError(faults.join("\n"));
  return settings;
}

interface ChosenProvider extends LlmProvider {
  readonly provider: string;
}

function chooseProvider(env: LlmEnv): ChosenProvider {
  const provider = setting(env, "LLM_PROVIDER")?.toLowerCase() ?? impliedProvider(env);
  const known = llmProviders.get(provider);
  if (known !== undefined) return { ...known, provider };
  if (!/^[a-z0-9][a-z0-9._-]*$/.test(provider))
    throw new UsageError(
      `LLM_PROVIDER takes one name of letters and digits; ${lineToSet("LLM_PROVIDER=groq")}`,
    );
  if (setting(env, "LLM_BASE_URL") === undefined) throw unknownProvider(provider);
  return { provider, address: "", keyVariable: keyVariableOf(provider), needsKey: false };
}

/** A bare address is a provider called llm, with its key in LLM_API_KEY; the guide's agents know groq alone. */
function impliedProvider(env: LlmEnv): string {
  if (setting(env, "LLM_BASE_URL") !== undefined) return "llm";
  if (setting(env, "GROQ_TOOL_MODEL") !== undefined) return "groq";
  const names = [...llmProviders.keys()].join(", ");
  throw new UsageError(
    `LLM_PROVIDER isn't set; ${lineToSet("LLM_PROVIDER=groq")} (or ${names.replace("groq, ", "")}; or LLM_BASE_URL=https://… for another address)`,
  );
}

function unknownProvider(provider: string): UsageError {
  const names = [...llmProviders.keys()];
  const meant = closest(provider, names);
  const question = meant === null ? "" : ` Did you mean ${meant}?`;
  return new UsageError(
    `LLM_PROVIDER=${provider} is none of ${names.join(", ")}; for another OpenAI-compatible one ${lineToSet("LLM_BASE_URL=https://<its address>/v1")}.${question}`,
  );
}

function readModel(env: LlmEnv, provider: string, faults: string[]): string {
  const guide = provider === "groq" ? setting(env, "GROQ_TOOL_MODEL") : undefined;
  const model = setting(env, "LLM_MODEL") ?? guide;
  const line = lineToSet(`LLM_MODEL=<id of a model of ${provider}>`);
  if (model === undefined) faults.push(`LLM_MODEL isn't set; ${line}`);
  else if (!isPlain(model)) faults.push(`the model's id holds spaces, quotes or other marks; ${line}`);
  return model ?? "";
}

function readAddress(env: LlmEnv, { provider, address }: ChosenProvider, faults: string[]): string {
  const text = setting(env, "LLM_BASE_URL") ?? address;
  const fault = addressFault(text, keyVariableOf(provider));
  if (fault === null) return text.replace(/\/+$/, "");
  faults.push(`LLM_BASE_URL ${fault}; ${lineToSet("LLM_BASE_URL=https://<its address>/v1")}`);
  return "";
}

/** What is wrong with a base URL, to stand behind its variable's name; null where nothing is. */
function addressFault(text: string, keyVariable: string): string | null {
  if (!URL.canParse(text) || !/^https?:\/\//i.test(text)) return "is no address that begins with https://";
  const { username, password, search, hash } = new URL(text);
  if (`${username}${password}${search}${hash}` !== "")
    return `holds a password, a query or a mark; the key belongs into ${keyVariable}`;
  return text.replace(/\/+$/, "").endsWith("/chat/completions")
    ? "ends with /chat/completions, which the client adds itself"
    : null;
}

function readKey(env: LlmEnv, chosen: ChosenProvider, faults: string[]): string | null {
  const { provider, keyVariable, otherKeyVariable, needsKey } = chosen;
  const other = otherKeyVariable === undefined ? undefined : setting(env, otherKeyVariable);
  const key = setting(env, keyVariable) ?? other ?? null;
  const line = lineToSet(`${keyVariable}=<your key of ${provider}>`);
  if (key === null && needsKey) faults.push(`${keyVariable} isn't set; ${line}`);
  if (key !== null && !isPlain(key)) faults.push(`${keyVariable} holds characters that no key has; ${line}`);
  return key;
}

/** Printable ASCII without spaces and quotes: what ids and keys are made of. */
function isPlain(text: string): boolean {
  return /^[\x21-\x7e]+$/.test(text) && !/["'`]/.test(text);
}

function lineToSet(line: string): string {
  return `add the line ${line} to .env`;
}

/** Empty is unset. */
function setting(env: LlmEnv, variable: string): string | undefined {
  return env[variable]?.trim() || undefined;
}
