import { readFile } from "node:fs/promises";
import { basename } from "node:path";
import type { CandidateOptions } from "../../domain/evaluate-options.ts";
import type { Candidate } from "../../domain/evaluation.ts";
import type { TokenPrice } from "../../domain/token-price.ts";
import { UsageError } from "../../lib/errors.ts";
import { sha256 } from "../../lib/hash.ts";
import type { ChatProvider } from "../../plugins/providers/chat/chat-provider.ts";
import { chatProviderAt, chatProviders } from "../../plugins/providers/chat/index.ts";
import { noPrice } from "../../plugins/providers/chat/local.ts";
import { fromFolder } from "../load-config.ts";
import { thisMachine } from "../tune/connect.ts";

/** A candidate as it will stand in the evaluation, with the text of its prompt. */
export interface MadeCandidate {
  readonly candidate: Candidate;
  readonly prompt: string | null;
}

export interface CandidateWorld {
  readonly env: NodeJS.ProcessEnv;
  /** Where prompts' paths start from. */
  readonly folder: string;
  /** SHA-256 of the training split; null where there is none. */
  readonly trainingSha256: string | null;
  readonly today: string;
  /** Whether models are asked in batches. */
  readonly batch: boolean;
}

/** @throws UsageError for a name given twice, a provider that isn't known, a prompt that isn't there */
export async function makeCandidates(
  options: readonly CandidateOptions[],
  world: CandidateWorld,
): Promise<MadeCandidate[]> {
  const names = options.map(({ name }) => name);
  const twice = names.find((name, index) => names.indexOf(name) !== index);
  if (twice !== undefined)
    throw new UsageError(
      `two candidates are called ${twice}; give each its own name: --candidate NAME=provider:model`,
    );
  return Promise.all(options.map((option) => makeCandidate(option, world)));
}

async function makeCandidate(options: CandidateOptions, world: CandidateWorld): Promise<MadeCandidate> {
  const { name, model: spec, temperature, maxTokens } = options;
  if (spec === "log") return { candidate: logCandidate(options), prompt: null };
  const colon = spec.indexOf(":");
  const [providerName, model] = [spec.slice(0, colon), spec.slice(colon + 1)];
  if (colon < 1 || model === "")
    throw new UsageError(`candidate ${name}: "${spec}" is neither log nor provider:model`);
  const provider = providerFor(providerName, options);
  if (world.batch && provider.batch === undefined) throw new UsageError(noBatches(name, providerName));
  const prompt = options.prompt === undefined ? null : await readPrompt(options.prompt, name, world.folder);
  const candidate: Candidate = {
    name,
    kind: "model",
    provider: providerName,
    model,
    address: addressFor(provider, options, world.env),
    prompt: prompt === null ? null : { name: basename(options.prompt ?? ""), sha256: sha256(prompt) },
    fewShot: fewShotOf(options, world),
    temperature,
    maxTokens,
    ...(world.batch ? { batch: true as const } : {}),
    price: priceOf(options, { provider, providerName, model, today: world.today }),
  };
  return { candidate, prompt };
}

/** Who has no batches, and what to do about it. */
export function noBatches(candidate: string, provider: string): string {
  const others = Object.entries(chatProviders).flatMap(([name, { batch }]) => (batch ? [name] : []));
  return `candidate ${candidate}: calltune knows of no batch API of ${provider} that takes OpenAI's requests (${others.join(", ")} have one). Ask it live: leave it out here, then add it to the same evaluation with --evaluation ID --candidate … and without --batch. A server of your own that speaks OpenAI's batches is named openai:MODEL,url=https://…/v1`;
}

function logCandidate(options: CandidateOptions): Candidate {
  const { name, maxTokens } = options;
  const without = options.prompt ?? options.fewShot ?? options.url ?? options.price;
  if (without !== undefined)
    throw new UsageError(`candidate ${name}: log is what the agent really did, so it takes no options`);
  return {
    name,
    kind: "log",
    provider: null,
    model: null,
    address: null,
    prompt: null,
    fewShot: null,
    temperature: null,
    maxTokens,
    price: null,
  };
}

/** A provider by name, else a server by its address. */
export function chatProvider(name: string, address: string | null): ChatProvider | null {
  const known = Object.hasOwn(chatProviders, name) ? chatProviders[name] : undefined;
  return known ?? (address === null ? null : chatProviderAt(name, address));
}

function providerFor(name: string, { name: candidate, url }: CandidateOptions): ChatProvider {
  const provider = chatProvider(name, url ?? null);
  if (provider !== null) return provider;
  throw new UsageError(
    `candidate ${candidate}: there is no provider "${name}"; there are ${Object.keys(chatProviders).join(", ")}, and any OpenAI-compatible server with url=https://…/v1`,
  );
}

function addressFor(provider: ChatProvider, { name, url }: CandidateOptions, env: NodeJS.ProcessEnv): string {
  const variable = provider.addressVariable;
  const fromEnv = variable === null ? undefined : env[variable]?.trim() || undefined;
  const text = url ?? fromEnv ?? provider.address;
  return text === null
    ? thisMachine
    : checkedAddress(text, url === undefined ? (variable ?? "") : `candidate ${name}: url`);
}

/** An address is written into files and shown, so it must hold no secret. */
function checkedAddress(text: string, name: string): string {
  if (!URL.canParse(text)) throw new UsageError(`${name} is no address: it looks like https://host/v1`);
  const url = new URL(text);
  if (url.protocol !== "https:" && url.protocol !== "http:")
    throw new UsageError(`${name} takes an http or https address`);
  if (url.username !== "" || url.password !== "" || url.search !== "")
    throw new UsageError(
      `${name} holds a password or a query; give the bare address, and the key in the environment`,
    );
  return `${url.origin}${url.pathname.replace(/\/+$/, "")}`.replace(/\/chat\/completions$/, "");
}

async function readPrompt(path: string, name: string, folder: string): Promise<string> {
  const text = await readFile(fromFolder(folder, path), "utf8").catch(() => null);
  if (text === null) throw new UsageError(`candidate ${name}: the prompt ${basename(path)} can't be read`);
  if (text.trim() === "") throw new UsageError(`candidate ${name}: the prompt ${basename(path)} is empty`);
  // Editors end a file with a line's end, which is no part of what was meant.
  return text.replace(/\r\n/g, "\n").trimEnd();
}

function fewShotOf(
  { name, fewShot }: CandidateOptions,
  { trainingSha256 }: CandidateWorld,
): Candidate["fewShot"] {
  if (fewShot === undefined) return null;
  if (trainingSha256 === null)
    throw new UsageError(
      `candidate ${name}: few-shot takes its examples of the workspace's training split, and there is none; run calltune build`,
    );
  return { examples: fewShot, trainingSha256 };
}

interface Priced {
  readonly provider: ChatProvider;
  readonly providerName: string;
  readonly model: string;
  readonly today: string;
}

/** As the user gives it, else by the provider's table; null where nobody knows it. */
export function priceOf(
  { price, url }: Pick<CandidateOptions, "price" | "url">,
  { provider, providerName, model, today }: Priced,
): TokenPrice | null {
  if (price !== undefined)
    return {
      input: price.input,
      cachedInput: price.cachedInput ?? price.input,
      output: price.output,
      readOn: price.readOn ?? today,
    };
  if (providerName === "local" && url === undefined) return noPrice;
  // Another address may have other prices.
  if (url !== undefined || !Object.hasOwn(provider.prices, model)) return null;
  return provider.prices[model] ?? null;
}
