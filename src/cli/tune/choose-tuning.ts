import { TuneOptions } from "../../domain/tune-options.ts";
import { UsageError } from "../../lib/errors.ts";
import type { TuneWish } from "../../pipeline/tune/settings.ts";
import { providers } from "../../plugins/providers/index.ts";
import type { Provider } from "../../plugins/providers/provider.ts";
import type { Tuning } from "../../plugins/providers/tuning.ts";
import { faults } from "../load-config.ts";
import { defined, type Project, wholeNumber } from "../project.ts";

/** A provider that takes jobs. */
export interface TuningProvider {
  readonly name: string;
  readonly provider: Provider;
  readonly tuning: Tuning;
}

export function tuningProvider(name: string): TuningProvider {
  const all: readonly (readonly [string, Provider])[] = Object.entries(providers);
  const provider = all.find(([key]) => key === name)?.[1];
  if (provider?.tuning !== undefined) return { name, provider, tuning: provider.tuning };
  const names = all.filter(([, { tuning }]) => tuning !== undefined).map(([key]) => key);
  throw new UsageError(
    provider === undefined
      ? `there is no provider "${name}"; jobs can be ordered at ${names.join(", ")}`
      : `calltune can't order jobs at ${name}, only make and check its training files; it can at ${names.join(", ")}`,
  );
}

export interface TuneFlags {
  readonly epochs?: string | undefined;
  readonly "learning-rate"?: string | undefined;
  readonly "batch-size"?: string | undefined;
  readonly "lora-rank"?: string | undefined;
  readonly seed?: string | undefined;
  readonly suffix?: string | undefined;
  readonly "base-url"?: string | undefined;
  readonly "max-price"?: string | undefined;
}

/** The flags, and what the config says where a flag doesn't. */
export function tuneOptions(flags: TuneFlags, { loaded }: Project): TuneOptions {
  const rank = flags["lora-rank"];
  const options = TuneOptions.safeParse({
    ...defined(loaded.config.tune ?? {}),
    ...defined({
      epochs: wholeNumber("epochs", flags.epochs, 1),
      learningRate: positive("learning-rate", flags["learning-rate"]),
      batchSize: wholeNumber("batch-size", flags["batch-size"], 1),
      loraRank: rank === "full" ? 0 : wholeNumber("lora-rank", rank),
      seed: wholeNumber("seed", flags.seed),
      suffix: flags.suffix,
      baseUrl: flags["base-url"],
      maxPrice: flags["max-price"] === undefined ? undefined : dollars(flags["max-price"]),
    }),
  });
  if (!options.success) throw new UsageError(`tune: ${faults(options.error)}`);
  return options.data;
}

/** What belongs to the order, and not to how it is placed. */
export function wishOf({ epochs, learningRate, batchSize, loraRank, seed, suffix }: TuneOptions): TuneWish {
  return defined({ epochs, learningRate, batchSize, loraRank, seed, suffix }) as TuneWish;
}

function positive(flag: string, value: string | undefined): number | undefined {
  if (value === undefined) return undefined;
  const number = Number(value);
  if (value.trim() !== "" && number > 0 && Number.isFinite(number)) return number;
  throw new UsageError(`--${flag} takes a number above 0 (1e-4, 0.0001), not "${value}"`);
}

function dollars(value: string): number {
  const number = Number(value.replace(/^\$/, ""));
  if (value.trim() !== "" && number >= 0 && Number.isFinite(number)) return number;
  throw new UsageError(`--max-price takes dollars (5, 12.50), not "${value}"`);
}
