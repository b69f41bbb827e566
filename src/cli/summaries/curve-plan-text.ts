import { renderTable } from "../table.ts";
import { wrap } from "../wrap.ts";
import { dollars } from "./tune-plan-text.ts";

/** One job of a learning curve that nobody has ordered. */
export interface PlannedPoint {
  readonly name: string;
  readonly examples: number;
  readonly file: string;
  readonly billedTokens: number;
  /** Null where nobody knows the price. */
  readonly dollars: number | null;
  /** Day of the price. */
  readonly readOn: string | null;
}

export interface CurvePlan {
  readonly provider: string;
  readonly model: string;
  readonly points: readonly PlannedPoint[];
  /** All of them; null where nobody knows. */
  readonly dollars: number | null;
  /** A file, or none. */
  readonly validation: string;
}

/** What a curve would cost at a provider, and how to order it oneself. */
export function curvePlanText(plan: CurvePlan): string {
  const { provider, model, points, validation } = plan;
  const sum = plan.dollars === null ? "unknown" : dollars(plan.dollars);
  return [
    renderTable(
      ["job", "examples", "tokens billed", "about", "price of"],
      points.map(({ name, examples, billedTokens, dollars: price, readOn }) => [
        name,
        examples,
        billedTokens,
        price === null ? "unknown" : dollars(price),
        readOn ?? "",
      ]),
    ),
    "",
    wrap(
      `a curve of ${model} at ${provider} would cost ${sum} for tuning, and each model answers only from an endpoint of yours that is paid by the hour; so calltune orders none of it here. Order the jobs, serve the models, and name them as candidates:`,
      { width: 80 },
    ),
    ...points.map(
      ({ file, name }) =>
        `  calltune tune ${file} --provider ${provider} --model ${model} --validation ${validation} --suffix ${name}`,
    ),
    `  calltune evaluate --candidate ${points[0]?.name}=${provider}:NAME …`,
  ].join("\n");
}
