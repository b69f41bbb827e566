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
  const known = paid.reduce((sum, estimate) => sum + (estimate.dollars ?? 0), 0);
  const unknown = paid.filter((estimate) => estimate.dollars === null).map(({ candidate }) => candidate);
  expectWithin(known, unknown, maxPrice);
  if (yes) return true;
  const about = unknown.length === 0 ? `for about ${dollars(known)}` : "at a price that isn't known whole";
  const answer = await terminal.ask(`Send these requests ${about}? [y/N]`, signal);
  if (answer === null)
    throw new UsageError(
      "nothing was sent: requests cost money, and nobody is here to say yes; add --yes (and --max-price DOLLARS)",
    );
  return /^y(?:es)?$/i.test(answer);
}

function expectWithin(known: number, unknown: readonly string[], maxPrice: number | undefined): void {
  if (maxPrice === undefined) return;
  if (known > maxPrice)
    throw new UsageError(
      `the requests are estimated at ${dollars(known)}, and --max-price is ${dollars(maxPrice)}; nothing was sent`,
    );
  if (unknown.length > 0)
    throw new UsageError(
      `no price is known for ${unknown.join(", ")}, so --max-price can't be kept; give price-in and price-out with the candidate (a judge: scoring.judge.price); nothing was sent`,
    );
}
