import { z } from "zod";

/** Bounds of 95 % confidence; null where nothing bounds the figure on that side. */
export const Bounds = z.object({ low: z.number().nullable(), high: z.number().nullable() });
export type Bounds = z.infer<typeof Bounds>;

/** One figure with what it may be off by. */
export const Figure = z.object({
  value: z.number(),
  bounds: Bounds.nullable(),
});
export type Figure = z.infer<typeof Figure>;

/** A scorer's scores summed up: a figure by name (`rate`; `p50`, `p95` …), never without its numbers. */
export const Metric = z.object({
  scorer: z.string(),
  /** Cases that the scorer applies to. */
  cases: z.int(),
  /** Calls they come from. */
  calls: z.int(),
  /** Null where it applies to no case. */
  figures: z.record(z.string(), Figure).nullable(),
});
export type Metric = z.infer<typeof Metric>;
