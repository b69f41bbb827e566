import { decidedRightly } from "../../domain/judgement.ts";
import { mark, type Scorer } from "./scorer.ts";

export const rightDecision: Scorer = {
  about: "turns with the right decision: the right tools, or a reply where one was due",
  better: "higher",
  unit: "share",
  summary: "rate",
  score: ({ judgement }) => mark(decidedRightly(judgement)),
};
