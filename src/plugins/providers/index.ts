import { fireworks } from "./fireworks.ts";
import { hf } from "./hf.ts";
import { local } from "./local.ts";
import { openai } from "./openai.ts";
import type { Provider } from "./provider.ts";
import { together } from "./together.ts";

/** The providers that training files are made for, by name. */
export const providers = { together, local, openai, fireworks, hf } satisfies Record<string, Provider>;
