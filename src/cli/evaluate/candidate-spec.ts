import { CandidateOptions } from "../../domain/evaluate-options.ts";
import { UsageError } from "../../lib/errors.ts";
import { printable } from "../../lib/printable.ts";
import { faults } from "../load-config.ts";

export const candidateExample = '--candidate "base=groq:openai/gpt-oss-20b,prompt=agent.md,few-shot=3"';

const keys = [
  "prompt",
  "few-shot",
  "temperature",
  "max-tokens",
  "url",
  "price-in",
  "price-out",
  "price-cached",
] as const;
type Key = (typeof keys)[number];

/** `tuned=together:acme/my-agent,url=https://…,temperature=0`. @throws UsageError that shows how it is written */
export function parseCandidate(text: string): CandidateOptions {
  const [, named, spec = ""] = /^(?:([^=:,]+)=)?(.*)$/s.exec(text) ?? [];
  const [model = "", ...settings] = spec.split(/,(?=[a-z-]+=)/);
  if (model !== "log" && !/^[^:]+:./.test(model))
    throw new UsageError(
      `--candidate "${printable(model, 60)}" is neither log nor provider:model; an example: ${candidateExample}`,
    );
  const title = `--candidate ${printable(named ?? model, 60)}`;
  if (model === "log" && settings.length > 0)
    throw new UsageError(`${title}: log is what the agent really did, so it takes no options`);
  const values = settingsOf(settings, title);
  const options = CandidateOptions.safeParse({
    name: named ?? (model === "log" ? "log" : model.slice(model.indexOf(":") + 1)),
    model,
    ...optional("prompt", values.get("prompt")),
    ...optional("url", values.get("url")),
    ...optional("fewShot", numberOf(values, "few-shot", title)),
    ...optional("maxTokens", numberOf(values, "max-tokens", title)),
    ...optional(
      "temperature",
      values.get("temperature") === "default" ? null : numberOf(values, "temperature", title),
    ),
    ...optional("price", priceOf(values, title)),
  });
  if (!options.success) throw new UsageError(`${title}: ${asTyped(faults(options.error))}`);
  return options.data;
}

/** Options are named here as they are typed, not as the config names them. */
function asTyped(sentence: string): string {
  return sentence.replace(/\bfewShot:/g, "few-shot:").replace(/\bmaxTokens:/g, "max-tokens:");
}

/** What was typed as a value isn't repeated: it may be a key, or an address with a password. */
function settingsOf(settings: readonly string[], title: string): ReadonlyMap<Key, string> {
  const values = new Map<Key, string>();
  for (const setting of settings) {
    const at = setting.indexOf("=");
    const key = keys.find((known) => known === setting.slice(0, at));
    if (key === undefined)
      throw new UsageError(
        `${title}: there is no option ${setting.slice(0, at)}; there are ${keys.join(", ")}. A key comes from <PROVIDER>_API_KEY`,
      );
    values.set(key, setting.slice(at + 1));
  }
  return values;
}

function optional<Value>(key: string, value: Value | undefined): Record<string, Value> {
  return value === undefined ? {} : { [key]: value };
}

function numberOf(values: ReadonlyMap<Key, string>, key: Key, title: string): number | undefined {
  const text = values.get(key);
  if (text === undefined) return undefined;
  const number = Number(text);
  if (text.trim() === "" || !Number.isFinite(number))
    throw new UsageError(`${title}: ${key} takes a number, not "${printable(text, 20)}"`);
  return number;
}

function priceOf(values: ReadonlyMap<Key, string>, title: string): object | undefined {
  const [input, output] = [numberOf(values, "price-in", title), numberOf(values, "price-out", title)];
  const cachedInput = numberOf(values, "price-cached", title);
  if (input === undefined && output === undefined && cachedInput === undefined) return undefined;
  if (input === undefined || output === undefined)
    throw new UsageError(`${title}: give price-in and price-out together, in dollars for a million tokens`);
  return { input, output, ...optional("cachedInput", cachedInput) };
}
