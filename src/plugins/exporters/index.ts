import type { Dialect } from "../../domain/dialect.ts";
import type { Exporter } from "./exporter.ts";
import { fireworks } from "./fireworks.ts";
import { hf, hfAbsent, hfNull } from "./hf.ts";
import { openai } from "./openai.ts";
import { sharegpt } from "./sharegpt.ts";
import { together } from "./together.ts";

/** The dialects of training files, by name. */
export const exporters = {
  together,
  openai,
  fireworks,
  hf,
  "hf-null": hfNull,
  "hf-absent": hfAbsent,
  sharegpt,
} satisfies Record<Dialect, Exporter>;
export type ExporterName = keyof typeof exporters;
