import type { CurvePoint } from "../../domain/evaluation.ts";
import type { Figure } from "../../domain/metric.ts";
import { errorAt, fitLearningLaw, type LearningPoint } from "../../lib/statistics/power-law.ts";
import { countText, figureText } from "./figure-text.ts";

/** What a curve is read from: whole turns with tool calls, the hardest part. */
const metric = "exact_call";
const label = "exact tool calls";
/** Twice the examples must bring this much to be worth gathering. */
const leastGain = 0.01;
/** Standard errors from the middle of a 95 % interval to its ends. */
const reach = 1.96;
/** What nobody's interval is narrower than: keeps weights finite where all cases are right. */
const leastError = 0.001;

/** Whether more calls would help, by a law fitted to the curve; null where there is no curve. */
export function learningCurveText(curve: readonly CurvePoint[]): string | null {
  const points = curve.flatMap(({ examples, metrics }) => {
    const rate = metrics[metric]?.figures?.["rate"];
    return rate === undefined ? [] : [{ examples, rate }];
  });
  const [first, last] = [points[0], points.at(-1)];
  if (first === undefined || last === undefined) return null;
  const seen = `from ${countText(first.examples, "example")} to ${countText(last.examples, "example")}, ${label} went from ${figureText("share", first.rate.value)} to ${figureText("share", last.rate.value)}`;
  const law = fitLearningLaw(points.map(learningPoint));
  if (law === null) return `${seen}; fewer than four sizes don't tell whether more calls will help`;
  const twice = last.examples * 2;
  const gain = errorAt(law, last.examples) - errorAt(law, twice);
  const expected = `with ${countText(twice, "example")} about ${figureText("share", 1 - errorAt(law, twice))} are to be expected`;
  const ceiling = `more than ${figureText("share", 1 - law.floor)} never`;
  if (gain >= leastGain) return `more calls will help: ${seen}; ${expected}`;
  return `more calls will hardly help: ${seen}; ${expected}, ${ceiling}`;
}

function learningPoint({ examples, rate }: { examples: number; rate: Figure }): LearningPoint {
  return { examples, error: 1 - rate.value, weight: 1 / errorOf(rate) ** 2 };
}

/** Points without an interval count as one whose rate may be off by half. */
function errorOf({ bounds }: Figure): number {
  if (bounds === null || bounds.low === null || bounds.high === null) return 0.5 / reach;
  return Math.max(leastError, (bounds.high - bounds.low) / 2 / reach);
}
