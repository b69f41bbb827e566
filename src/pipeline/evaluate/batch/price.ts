import type { BatchDiscount } from "../../../plugins/providers/batch/batch-api.ts";
import type { ChatTarget } from "../ask/chat-target.ts";
import type { PriceEstimate } from "../estimate-price.ts";

/** What a batch costs of the live price, and how that is known. */
export interface BatchPrice {
  /** 1 where no source tells of this model: a bound from above. */
  readonly share: number;
  readonly source: BatchDiscount | null;
}

/** `isOwnAddress`: asked where the provider's prices hold. */
export function batchPriceOf({ candidate, batch }: ChatTarget, isOwnAddress: boolean): BatchPrice {
  const discount = batch?.discount;
  const holds =
    discount !== undefined &&
    isOwnAddress &&
    (discount.models === null || discount.models.includes(candidate.model ?? ""));
  return holds ? { share: discount.share, source: discount } : { share: 1, source: null };
}

export function atBatchPrice(estimate: PriceEstimate, { share }: BatchPrice): PriceEstimate {
  const part = (dollars: number | null) => (dollars === null ? null : dollars * share);
  return { ...estimate, dollars: part(estimate.dollars), mostDollars: part(estimate.mostDollars) };
}
