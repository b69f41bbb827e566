import type { SpecialToken } from "../text/tokenizer.ts";
import type { Favoured } from "./heard/favoured.ts";
import type { HeardForms } from "./heard/heard-forms.ts";
import type { Effort, Pen } from "./pen.ts";
import type { Conjunction } from "./schema/expand-schema.ts";
import type { Planner } from "./schema/value-plan.ts";
import type { Vocabulary } from "./vocabulary.ts";

/** What every part of a reply is written with. */
export interface Desk {
  readonly pen: Pen;
  readonly effort: Effort;
  readonly vocabulary: Vocabulary;
  /** The caller's and the tools' words, as values to try where the model finds none. */
  readonly spokenTexts: () => readonly string[];
  /** The system prompt's. */
  readonly promptTexts: () => readonly string[];
  /** What was said, as values are written. */
  readonly heard: () => HeardForms;
  /** The beginning of a text that favours what was said. */
  readonly favoured: () => Favoured;
  /** Whether a call must be made, so that a value may be invented before there is none. */
  readonly insists: boolean;
}

/** A tool whose arguments can be written. */
export interface PlannedTool {
  readonly name: string;
  /** The token that stands for it among the chat's tools. */
  readonly tag: number;
  readonly planner: Planner;
  readonly parameters: Conjunction;
}

export function mark(desk: Pick<Desk, "vocabulary">, token: SpecialToken): number {
  return desk.vocabulary.tokenizer.special(token);
}
