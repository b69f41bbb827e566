import { mark, type Scorer } from "./scorer.ts";

/** What a caller feels: 95 % of turns right is every second call of fourteen turns spoiled. */
export const wholeCall: Scorer = {
  about: "phone calls in which every turn is right, arguments too",
  better: "higher",
  unit: "share",
  summary: "every",
  score: ({ judgement: { exact } }) => mark(exact),
};
