// The door `calltune/llm`: what an agent loads in production. Nothing else of calltune is loaded with it.
export { createLlmClient, type LlmClient, type LlmClientOptions } from "./create-llm-client.ts";
export type { LlmEnv } from "./read-settings.ts";
