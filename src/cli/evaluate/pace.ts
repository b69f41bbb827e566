import { EvaluateOptions } from "../../domain/evaluate-options.ts";
import type { Candidate } from "../../domain/evaluation.ts";
import { UsageError } from "../../lib/errors.ts";
import type { Pace } from "../../pipeline/evaluate/evaluate.ts";
import { faults } from "../load-config.ts";
import { defined, type Project, wholeNumber } from "../project.ts";
import { thisMachine } from "../tune/connect.ts";

export interface PaceFlags {
  readonly concurrency?: string | undefined;
  readonly "warm-up"?: string | undefined;
  readonly timeout?: string | undefined;
  readonly seed?: string | undefined;
  readonly "max-price"?: string | undefined;
}

/** @throws UsageError for a flag that a batch has no use for: what is typed must not be passed over in silence */
export function expectPaceForBatch(flags: PaceFlags): void {
  for (const flag of ["timeout", "warm-up"] as const)
    if (flags[flag] !== undefined)
      throw new UsageError(
        `--${flag} is for live requests; a batch is timed by nobody: leave it or --batch out`,
      );
}

/** The flags, and what the config says where a flag doesn't. */
export function evaluateOptions(flags: PaceFlags, { loaded }: Project): EvaluateOptions {
  const options = EvaluateOptions.safeParse({
    ...defined(loaded.config.evaluate ?? {}),
    ...defined({
      concurrency: wholeNumber("concurrency", flags.concurrency, 1),
      warmUp: wholeNumber("warm-up", flags["warm-up"]),
      timeoutSeconds: numberFrom("timeout", "seconds (30, 2.5)", flags.timeout),
      seed: wholeNumber("seed", flags.seed),
      maxPrice: numberFrom("max-price", "dollars (5, 12.50)", flags["max-price"]?.replace(/^\$/, "")),
    }),
  });
  if (!options.success) throw new UsageError(inFlags(faults(options.error)));
  return options.data;
}

/** The config was checked when it was read, so what is wrong now came by a flag. */
function inFlags(sentence: string): string {
  return sentence
    .replace("timeoutSeconds:", "--timeout:")
    .replace("warmUp:", "--warm-up:")
    .replace(/\b(concurrency|seed):/, "--$1:");
}

/** A machine that asks itself answers one at a time: more would wait for each other, and be timed for it. */
export function paceOf(options: EvaluateOptions, candidates: readonly Candidate[]): Pace {
  const isLocal = candidates.some(({ address }) => address === thisMachine);
  return {
    concurrency: options.concurrency ?? (isLocal ? 1 : 8),
    warmUp: options.warmUp ?? 2,
    timeoutMs: (options.timeoutSeconds ?? 60) * 1000,
  };
}

function numberFrom(flag: string, what: string, value: string | undefined): number | undefined {
  if (value === undefined) return undefined;
  const number = Number(value);
  if (value.trim() === "" || !Number.isFinite(number) || number < 0)
    throw new UsageError(`--${flag} takes ${what}, not "${value}"`);
  return number;
}
