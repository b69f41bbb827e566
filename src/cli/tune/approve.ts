import type { JobRecord } from "../../domain/job-record.ts";
import { UsageError } from "../../lib/errors.ts";
import type { CommandWorld } from "../command.ts";
import { dollars } from "../summaries/tune-plan-text.ts";

/** How the user may say yes. */
export interface Consent {
  readonly yes: boolean;
  /** The most dollars that `--yes` says yes to. */
  readonly maxPrice: number | undefined;
}

export type YesBy = "flag" | "person" | "free";

/** Nothing costs money without a shown price and a yes. Null for a no. @throws UsageError where nobody can be asked */
export async function confirmPrice(
  price: number | null,
  { yes, maxPrice }: Consent,
  { terminal, signal }: Pick<CommandWorld, "terminal" | "signal">,
): Promise<YesBy | null> {
  if (price === 0) return "free";
  if (price !== null && maxPrice !== undefined && price > maxPrice)
    throw new UsageError(
      `the job is estimated at ${dollars(price)}, and --max-price is ${dollars(maxPrice)}; nothing was ordered`,
    );
  if (yes) return "flag";
  const about =
    price === null ? "at a price that nobody tells before the upload" : `for about ${dollars(price)}`;
  const answer = await terminal.ask(`Order this job ${about}? [y/N]`, signal);
  if (answer === null)
    throw new UsageError("nothing was ordered: a job costs money, and nobody is here to say yes; add --yes");
  return /^y(?:es)?$/i.test(answer) ? "person" : null;
}

/** Own estimates are off by this share at most, or a new yes is needed. */
const tolerance = 1.25;
const toleratedDollars = 0.5;

/**
 * The provider's own price against what was said yes to. Gives the price to write down where a person says yes anew,
 * else null.
 * @throws UsageError where it isn't covered by a yes
 */
export async function approvePrice(
  price: number | null,
  record: Pick<JobRecord, "confirmed" | "order">,
  consent: Consent,
  { terminal, signal }: Pick<CommandWorld, "terminal" | "signal">,
): Promise<number | null> {
  const agreed = record.confirmed?.price ?? null;
  if (price === null) return agreed === null ? askUnknown(consent, { terminal, signal }) : null;
  const { provider } = record.order;
  if (price > 0) terminal.notice(`${provider} estimates the job at ${dollars(price)}`);
  const most = consent.maxPrice ?? (agreed === null ? 0 : agreed * tolerance + toleratedDollars);
  if (price <= most) return null;
  const answer = await terminal.ask(
    `That is more than you said yes to. Order it for ${dollars(price)}? [y/N]`,
    signal,
  );
  if (answer !== null && /^y(?:es)?$/i.test(answer)) return price;
  throw new UsageError(
    `${provider} estimates the job at ${dollars(price)}, and the yes was for ${agreed === null ? "no known price" : dollars(agreed)}; no job was created. Say yes with --yes --max-price ${Math.ceil(price)}: the files are there already`,
  );
}

async function askUnknown(
  { maxPrice }: Consent,
  { terminal, signal }: Pick<CommandWorld, "terminal" | "signal">,
): Promise<null> {
  const answer = await terminal.ask("The service tells no price either. Order the job? [y/N]", signal);
  if (answer !== null && /^y(?:es)?$/i.test(answer)) return null;
  const limit = maxPrice === undefined ? "" : ", so --max-price can't be kept";
  throw new UsageError(
    `no price is known for this model, neither here nor at the service${limit}; no job was created: say yes in a terminal`,
  );
}
