import { type Job, serveJob } from "../../lib/worker-pool.ts";
import { type ExporterName, exporters } from "../../plugins/exporters/index.ts";
import { type TokenizerName, tokenizers } from "../../plugins/tokenizers/index.ts";
import { type LinesFindings, lineChecker } from "./check-lines.ts";
import type { Stretch } from "./read-stretches.ts";

export interface CheckSetup {
  readonly exporter: ExporterName;
  readonly tokenizer: TokenizerName | null;
  readonly contextTokens: number | null;
}

/** The check of one stretch after another, for one thread. */
export const checkJob: Job<CheckSetup, Stretch, LinesFindings> = ({ exporter, tokenizer, contextTokens }) =>
  lineChecker({
    exporter: exporters[exporter],
    tokenizer: tokenizer === null ? null : tokenizers[tokenizer],
    contextTokens,
  });

serveJob(checkJob);
