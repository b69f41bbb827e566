import type { EvaluateOptions } from "../../domain/evaluate-options.ts";
import { ScoringOptions } from "../../domain/scoring-options.ts";
import type { Scorer } from "../../plugins/scorers/scorer.ts";
import type { EvaluateContext } from "../commands/evaluate.ts";
import type { Project } from "../project.ts";
import type { CurveWish } from "./curve/curve-sizes.ts";

/** One run of `calltune evaluate`. */
export interface Work {
  readonly context: EvaluateContext;
  readonly project: Project;
  readonly options: EvaluateOptions;
  /** The built-in ones and the config's. */
  readonly scorers: Readonly<Record<string, Scorer>>;
  /** Null where no learning curve was asked for. */
  readonly curve: CurveWish | null;
}

/** The config's, with what it leaves open. */
export function scoringOf({ project }: Work): ScoringOptions {
  return ScoringOptions.parse(project.loaded.config.scoring ?? {});
}
