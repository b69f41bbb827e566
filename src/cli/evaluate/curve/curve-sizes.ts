import { UsageError } from "../../../lib/errors.ts";

/** A learning curve that is to be made. */
export interface CurveWish {
  /** Numbers of examples; null for the usual ones. */
  readonly sizes: readonly number[] | null;
  /** Who learns; only `local` is free. */
  readonly provider: string;
}

export interface CurveFlags {
  readonly curve?: boolean | undefined;
  readonly "curve-sizes"?: string | undefined;
  readonly "curve-provider"?: string | undefined;
  readonly rescore?: boolean | undefined;
}

/** Null where no curve was asked for. @throws UsageError for flags that don't fit each other */
export function curveWish(flags: CurveFlags): CurveWish | null {
  const sizes = flags["curve-sizes"];
  if (flags.curve !== true) {
    const lone = (["curve-sizes", "curve-provider"] as const).find((flag) => flags[flag] !== undefined);
    if (lone === undefined) return null;
    throw new UsageError(`--${lone} belongs to --curve: give --curve too`);
  }
  if (flags.rescore === true)
    throw new UsageError(
      "--curve learns and asks, --rescore asks nobody and keeps the curve that is there; leave one of them out",
    );
  return {
    sizes: sizes === undefined ? null : sizesFrom(sizes),
    provider: flags["curve-provider"] ?? "local",
  };
}

function sizesFrom(text: string): readonly number[] {
  const sizes = text.split(",").map((part) => (/^\s*\d+\s*$/.test(part) ? Number(part) : 0));
  if (sizes.some((size) => size < 1 || !Number.isSafeInteger(size)))
    throw new UsageError(
      `--curve-sizes takes numbers of examples with commas between (75,150,300), not "${text}"`,
    );
  if (new Set(sizes).size < 2)
    throw new UsageError(
      "--curve-sizes: a curve needs two sizes at least, and four to tell whether more calls will help",
    );
  return sizes;
}
