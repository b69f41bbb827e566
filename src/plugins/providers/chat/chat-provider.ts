import type { TokenPrice } from "../../../domain/token-price.ts";
import type { BatchTerms } from "../batch/batch-api.ts";

/** A company's chat API, in OpenAI's wire form. */
export interface ChatProvider {
  readonly about: string;
  /** Base URL with its version; null for this machine's own server, whose port changes. */
  readonly address: string | null;
  /** Environment variable of another base URL; null where there is none. */
  readonly addressVariable: string | null;
  readonly keyVariable: string;
  /** What the longest reply is called: newer OpenAI models refuse the older name. */
  readonly tokenLimit: "max_tokens" | "max_completion_tokens";
  /** By model id as it is asked for; what stands nowhere is unknown, and never 0. */
  readonly prices: Readonly<Record<string, TokenPrice>>;
  /** Absent where it takes no batches, or not in a form that is known here. */
  readonly batch?: BatchTerms;
}
