import type { Candidate } from "../../domain/evaluation.ts";
import type { Waiting } from "../../pipeline/evaluate/batch/collect-batches.ts";
import type { BatchPrice } from "../../pipeline/evaluate/batch/price.ts";
import type { PriceEstimate } from "../../pipeline/evaluate/estimate-price.ts";
import { counted, formatNumber } from "../table.ts";

/** How the price of a candidate's batch is reckoned; null where there is nothing to pay. */
export function batchPriceText(
  { name }: Candidate,
  { dollars, requests }: PriceEstimate,
  { share, source }: BatchPrice,
): string | null {
  if (requests === 0 || dollars === 0) return null;
  if (dollars === null) return `${name}: asked in batches, at a price that isn't known`;
  return source === null
    ? `${name}: asked in batches; no discount is known for it, so the price is that of live requests`
    : `${name}: asked in batches, at ${Math.round(100 * share)} % of the live price (${source.source}, read on ${source.readOn})`;
}

/** `2 batches with 60,000 requests are waited for: in_progress` */
export function waitingText({ batches, requests, statuses }: Waiting): string {
  const what = batches === 1 ? "1 batch" : `${formatNumber(batches)} batches`;
  const verb = batches === 1 ? "is" : "are";
  return `${what} with ${counted(requests, "request")} ${verb} waited for: ${statuses.join(", ")}`;
}
