import type { HeadlineName } from "../headlines.ts";

/** Where a figure lies: of a metric, or of the evaluation's own bookkeeping. */
export type FigurePlace =
  | {
      readonly kind: "metric";
      readonly scorer: string;
      readonly figure: string;
      readonly unit: "share" | "ms" | "dollars" | "number";
    }
  | { readonly kind: "failed_rate" }
  | { readonly kind: "missing_cases" };

export const signs = [">=", "<=", ">", "<"] as const;
export type Sign = (typeof signs)[number];

/** One condition of a gate, read. */
export type Condition = { readonly text: string } & (
  | { readonly kind: "figure"; readonly place: FigurePlace; readonly sign: Sign; readonly limit: number }
  | {
      readonly kind: "not_worse";
      /** All of them must hold. */
      readonly metrics: readonly HeadlineName[];
      /** In the metrics' unit; null takes the report's. */
      readonly margin: number | null;
    }
  /** Null: the candidate as a whole. */
  | { readonly kind: "better"; readonly metric: HeadlineName | null }
);
