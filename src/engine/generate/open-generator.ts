import type { EngineModel } from "../model.ts";
import { openDecoder } from "../runtime/open-decoder.ts";
import { createGenerator } from "./create-generator.ts";
import type { Generator } from "./generator.ts";

/** Makes a model ready to answer chats. */
export async function openGenerator(model: EngineModel, threads: number): Promise<Generator> {
  const decoder = await openDecoder(model, threads);
  return createGenerator({
    name: model.name,
    context: model.shape.context,
    tokenizer: model.tokenizer,
    decoder,
  });
}
