import { dollarsOf } from "../../domain/token-price.ts";
import type { Scorer } from "./scorer.ts";

export const cost: Scorer = {
  about: "dollars for the tokens of a turn and of a phone call",
  better: "lower",
  unit: "dollars",
  summary: "mean",
  score({ generation: { usage }, price }) {
    return usage === null || price === null ? null : { value: dollarsOf(usage, price), of: 1 };
  },
};
