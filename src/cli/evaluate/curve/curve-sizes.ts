import { UsageError } from "../../../lib/errors.ts";

export interface CurveFlags {
  readonly curve?: boolean | undefined;
  readonly "curve-sizes"?: string | undefined;
  readonly rescore?: boolean | undefined;
}

/** What a curve is to be made of; null sizes are the usual ones. Null where none was asked for. */
export function curveWish(flags: CurveFlags): { readonly sizes: readonly number[] | null } | null {
  const text = flags["curve-sizes"];
  if (flags.curve !== true) {
    if (text === undefined) return null;
    throw new UsageError("--curve-sizes belongs to --curve: give --curve too");
  }
  if (flags.rescore === true)
    throw new UsageError(
      "--curve learns and asks, --rescore asks nobody and keeps the curve that is there; leave one of them out",
    );
  return { sizes: text === undefined ? null : sizesFrom(text) };
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
