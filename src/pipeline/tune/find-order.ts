import type { JobOrder } from "../../domain/job.ts";
import type { JobRecord } from "../../domain/job-record.ts";
import { sha256 } from "../../lib/hash.ts";
import { canonicalJson, type Json } from "../../lib/json.ts";
import type { TuneWish } from "./settings.ts";

/** What makes two commands the same order. */
export interface OrderIdentity {
  readonly provider: string;
  readonly address: string;
  readonly model: string;
  readonly training: string;
  readonly validation: string | null;
  readonly wish: TuneWish;
}

/** Of what was asked for, and not of what it led to: limits and defaults may change between two runs. */
export function fingerprintOf({ wish, ...rest }: OrderIdentity): string {
  return sha256(canonicalJson({ ...rest, wish: { ...wish } } as Json));
}

/** An order that the same command finds again. */
export type FoundOrder =
  | { readonly kind: "none" }
  /** Not at its end: to be gone on with. */
  | { readonly kind: "open"; readonly record: JobRecord }
  | { readonly kind: "done"; readonly record: JobRecord };

/** The newest order of that fingerprint; those that failed or were cancelled count as none. */
export function findOrder(records: readonly JobRecord[], fingerprint: string): FoundOrder {
  const same = records.filter(({ order }) => order.fingerprint === fingerprint);
  const open = same.findLast(({ endedAt }) => endedAt === null);
  if (open !== undefined) return { kind: "open", record: open };
  const done = same.findLast(({ state }) => state === "succeeded");
  return done === undefined ? { kind: "none" } : { kind: "done", record: done };
}

/** Ids that a file with this content has at the provider by earlier orders, newest first. */
export function knownFileIds(
  records: readonly JobRecord[],
  { provider, address }: Pick<JobOrder, "provider" | "address">,
  sha: string,
): string[] {
  return records
    .filter(({ order }) => order.provider === provider && order.address === address)
    .flatMap(({ order, files }) => [
      { ordered: order.training, file: files.training },
      { ordered: order.validation, file: files.validation },
    ])
    .flatMap(({ ordered, file }) =>
      ordered?.sha256 === sha && file?.state === "ready" && file.fileId !== null ? [file.fileId] : [],
    )
    .reverse();
}
