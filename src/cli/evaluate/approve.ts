import { UsageError } from "../../lib/errors.ts";
import type { PriceEstimate } from "../../pipeline/evaluate/estimate-price.ts";
import type { CommandWorld } from "../command.ts";
import { estimateText } from "../summaries/evaluate-text.ts";
import { dollars } from "../summaries/tune-plan-text.ts";
import type { Consent } from "../tune/approve.ts";

/**
 * Nothing costs money without a shown price and a yes. False for a no.
 * @throws UsageError where nobody can be asked, or the price is above what was agreed to
 */
export async function approveRequests(
  estimates: readonly PriceEstimate[],
  { yes, maxPrice }: Consent,
  { terminal, signal }: Pick<CommandWorld, "terminal" | "signal">,
): Promise<boolean> {
  const paid = estimates.filter(({ dollars: price }) => price !== 0);
  if (paid.length === 0) return true;
  terminal.notice(estimateText(paid));
  const unknown = paid.filter((estimate) => estimate.dollars === null).map(({ candidate }) => candidate);
  expectWithin(paid, unknown, maxPrice);
  if (yes) return true;
  const about =
    unknown.length === 0 ? `for about ${dollars(sumOf(paid))}` : "at a price that isn't known whole";
  const answer = await terminal.ask(`Send these requests ${about}? [y/N]`, signal);
  if (answer === null)
    throw new UsageError(
      "nothing was sent: requests cost money, and nobody is here to say yes; add --yes (and --max-price DOLLARS)",
    );
  return /^y(?:es)?$/i.test(answer);
}

/** What a model that thinks may cost counts as its price: a limit that is passed by its thoughts is none. */
function expectWithin(
  paid: readonly PriceEstimate[],
  unknown: readonly string[],
  maxPrice: number | undefined,
): void {
  if (maxPrice === undefined) return;
  const limit = dollars(maxPrice);
  if (sumOf(paid) > maxPrice)
    throw new UsageError(
      `the requests are estimated at ${dollars(sumOf(paid))}, and --max-price is ${limit}; nothing was sent`,
    );
  if (unknown.length > 0)
    throw new UsageError(
      `no price is known for ${unknown.join(", ")}, so --max-price can't be kept; give price-in and price-out with the candidate (a judge: scoring.judge.price); nothing was sent`,
    );
  const thinking = paid.filter(({ thinks }) => thinks).map(({ candidate }) => candidate);
  const most = sumOf(paid.map((estimate) => ({ dollars: mostOf(estimate) })));
  if (most > maxPrice)
    throw new UsageError(
      `${thinking.join(", ")} may think, and all may then cost up to ${dollars(most)}, while --max-price is ${limit}; give a smaller max-tokens with the candidate, or a larger --max-price; nothing was sent`,
    );
}

function mostOf({ thinks, dollars: about, mostDollars }: PriceEstimate): number | null {
  return thinks ? (mostDollars ?? about) : about;
}

function sumOf(prices: readonly { readonly dollars: number | null }[]): number {
  return prices.reduce((sum, price) => sum + (price.dollars ?? 0), 0);
}
