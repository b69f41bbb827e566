import { UsageError } from "../../lib/errors.ts";
import { checkFile } from "../../pipeline/check/check-file.ts";
import type { CheckReport } from "../../pipeline/check/report.ts";
import type { FileTokens } from "../../pipeline/tune/price.ts";
import { type TokenizerName, tokenizerFor } from "../../plugins/tokenizers/index.ts";
import type { CommandWorld } from "../command.ts";
import { threadsFrom } from "../project.ts";
import type { TuningProvider } from "./choose-tuning.ts";
import type { ChosenFile } from "./training-files.ts";

/** A file that the provider's rules were tried on. */
export interface CheckedFile {
  readonly report: CheckReport;
  readonly tokens: FileTokens;
  readonly tokenizer: TokenizerName;
}

/** What the provider would refuse is found here, before it is sent. */
export async function checkTrainingFile(
  { path, file }: ChosenFile,
  { provider, model }: { readonly provider: TuningProvider; readonly model: string },
  { signal, terminal }: CommandWorld,
): Promise<CheckedFile> {
  const tokenizer = tokenizerFor(model);
  const bar = terminal.progress("check");
  try {
    const report = await checkFile({
      file: path,
      exporter: provider.provider.dialect,
      tokenizer,
      contextTokens: null,
      threads: threadsFrom(undefined),
      signal,
      onProgress: ({ bytes, totalBytes }) => bar.update(bytes, totalBytes),
    });
    if (report.bytes !== file.bytes)
      throw new UsageError("the training file was changed while it was checked; run the same command again");
    return { report, tokenizer, tokens: tokensOf(report) };
  } finally {
    bar.stop();
  }
}

function tokensOf({ rows, tokens }: CheckReport): FileTokens {
  return {
    rows,
    tokens: tokens?.total ?? 0,
    longestRow: tokens?.percentiles?.max ?? 0,
    exact: tokens?.exact ?? false,
  };
}
