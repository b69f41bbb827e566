import type { TokenPrice } from "../../../domain/token-price.ts";
import type { ChatProvider } from "./chat-provider.ts";

/** This machine's own time costs nothing that could be told. */
export const noPrice: TokenPrice = { input: 0, cachedInput: 0, output: 0, readOn: "2026-11-27" };

export const local: ChatProvider = {
  about: "this machine: the embedded engine",
  address: null,
  addressVariable: null,
  keyVariable: "CALLTUNE_SERVE_TOKEN",
  tokenLimit: "max_tokens",
  prices: {},
  batch: {
    form: "together",
    mostRequests: 50_000,
    mostBytes: 100_000_000,
    filesAfterwards: "are removed",
    discount: { share: 1, models: null, readOn: noPrice.readOn, source: "calltune serve" },
  },
};
