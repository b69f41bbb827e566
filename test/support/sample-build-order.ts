import { BuildOptions } from "../../src/domain/build-options.ts";
import { defaultSystemPrompt } from "../../src/domain/system-prompt.ts";
import type { BuildOrder } from "../../src/pipeline/build/build.ts";
import { sampleTools } from "../../src/samples/index.ts";
import type { Workspace } from "../../src/workspace/workspace.ts";

/** A build of sample calls, as plain as can be. */
export function sampleBuildOrder(
  workspace: Workspace,
  options: Parameters<typeof BuildOptions.parse>[0],
  fields: Partial<BuildOrder> = {},
): BuildOrder {
  return {
    workspace,
    options: BuildOptions.parse(options),
    tools: sampleTools(),
    systemPrompt: defaultSystemPrompt,
    provider: "together",
    exporter: "together",
    model: null,
    tokenizer: "estimate",
    maxTokens: null,
    threads: 1,
    signal: new AbortController().signal,
    onProgress: () => {},
    ...fields,
  };
}
