/** Where a provider answers chat completions, and which variable holds its key. */
export interface LlmProvider {
  /** What the `openai` client calls its base URL. */
  readonly address: string;
  readonly keyVariable: string;
  /** Another variable that the key may stand in. */
  readonly otherKeyVariable?: string;
  /** False where a server of one's own may ask for no key. */
  readonly needsKey: boolean;
}

/** Providers that `LLM_PROVIDER` knows by name; any other name needs `LLM_BASE_URL`. */
export const llmProviders: ReadonlyMap<string, LlmProvider> = new Map([
  ["groq", known("https://api.groq.com/openai/v1", "GROQ_API_KEY")],
  ["together", known("https://api.together.ai/v1", "TOGETHER_API_KEY")],
  ["fireworks", known("https://api.fireworks.ai/inference/v1", "FIREWORKS_API_KEY")],
  ["openai", known("https://api.openai.com/v1", "OPENAI_API_KEY")],
  // Where `calltune serve` listens unless told otherwise.
  [
    "local",
    {
      address: "http://127.0.0.1:8642/v1",
      keyVariable: "LOCAL_API_KEY",
      otherKeyVariable: "CALLTUNE_SERVE_TOKEN",
      needsKey: false,
    },
  ],
]);

/** `my-vllm` keeps its key in `MY_VLLM_API_KEY`. */
export function keyVariableOf(provider: string): string {
  return `${provider.toUpperCase().replaceAll(/[^A-Z0-9]+/g, "_")}_API_KEY`;
}

function known(address: string, keyVariable: string): LlmProvider {
  return { address, keyVariable, needsKey: true };
}
