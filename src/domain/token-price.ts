import { z } from "zod";
import type { Usage } from "./generation.ts";

/** US dollars for a million tokens, and the day on which someone last read the provider's page. */
export const TokenPrice = z.object({
  input: z.number().nonnegative(),
  /** Of prompt tokens that a cache had; the input's price where the provider has no other. */
  cachedInput: z.number().nonnegative(),
  output: z.number().nonnegative(),
  readOn: z.string(),
});
export type TokenPrice = z.infer<typeof TokenPrice>;

const Dollars = z.number().nonnegative();

/** A price as a user gives it, where the provider's table doesn't know the model. Dollars for a million tokens. */
export const PriceOptions = z.strictObject({
  input: Dollars,
  output: Dollars,
  cachedInput: Dollars.optional(),
  readOn: z.string().optional(),
});
export type PriceOptions = z.infer<typeof PriceOptions>;

const million = 1_000_000;

/** Dollars of one request: fresh and cached prompt tokens and completion tokens, each at its price. */
export function dollarsOf(usage: Usage, price: TokenPrice): number {
  const fresh = usage.promptTokens - usage.cachedPromptTokens;
  const { cachedPromptTokens: cached, completionTokens } = usage;
  return (fresh * price.input + cached * price.cachedInput + completionTokens * price.output) / million;
}

/** A machine rented by the hour. */
export interface HourlyRent {
  readonly dollarsPerHour: number;
  /** At full load, within the latency that callers bear. */
  readonly requestsPerSecond: number;
  /** The share of the time in which it has something to do, 0…1. */
  readonly utilisation: number;
}

/** Dollars of one request on a rented machine: rent / (3600 · requests per second · utilisation). */
export function dollarsPerRequest({ dollarsPerHour, requestsPerSecond, utilisation }: HourlyRent): number {
  return dollarsPerHour / (3600 * requestsPerSecond * utilisation);
}
