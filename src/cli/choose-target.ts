import { dialects } from "../domain/dialect.ts";
import { UsageError } from "../lib/errors.ts";
import type { ExporterName } from "../plugins/exporters/index.ts";
import { providers } from "../plugins/providers/index.ts";
import type { Provider, ProviderModel } from "../plugins/providers/provider.ts";
import { type TokenizerName, tokenizerFor } from "../plugins/tokenizers/index.ts";

/** What training data is made for. */
export interface Target {
  readonly provider: string;
  readonly exporter: ExporterName;
  readonly model: string | null;
  readonly tokenizer: TokenizerName;
  /** Longer examples would be cut; null where nobody says. */
  readonly maxTokens: number | null;
}

export interface TargetWish {
  readonly provider: string | undefined;
  readonly model: string | undefined;
  readonly maxTokens: number | null;
}

/** By a provider's name, or a dialect's where no provider is meant. Without a model, the provider's first counts. */
export function chooseTarget({ provider = "together", model, maxTokens }: TargetWish): Target {
  const known: Provider | undefined = providerNamed(provider);
  const exporter = known?.dialect ?? dialectNamed(provider);
  const chosen = modelOf(known, model);
  const id = model ?? chosen?.id ?? null;
  return {
    provider,
    exporter,
    model: id,
    tokenizer: id === null ? "estimate" : tokenizerFor(id),
    maxTokens: maxTokens ?? chosen?.contextTokens ?? null,
  };
}

function providerNamed(name: string): Provider | undefined {
  return Object.entries(providers).find(([key]) => key === name)?.[1];
}

function dialectNamed(name: string): ExporterName {
  const dialect = exporterNames.find((key) => key === name);
  if (dialect === undefined) {
    const names = [...new Set([...Object.keys(providers), ...dialects])];
    throw new UsageError(`there is no provider or dialect "${name}"; there are ${names.join(", ")}`);
  }
  return dialect;
}

const exporterNames = dialects;

function modelOf(provider: Provider | undefined, id: string | undefined): ProviderModel | undefined {
  if (id !== undefined) return provider?.models.find((model) => model.id === id);
  return provider?.models.find(({ tunable }) => tunable) ?? provider?.models[0];
}
