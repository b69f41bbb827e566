import type { Generation, GenerationDelta } from "../../engine/generate/generator.ts";
import { UsageError } from "../../lib/errors.ts";
import type { Json } from "../../lib/json.ts";
import { badRequest } from "../api-error.ts";
import { parseBody } from "../parse-body.ts";
import type { ServerParts } from "../parts.ts";
import { ChatRequest, toGenerationRequest } from "./chat-request.ts";
import { type AnswerHead, completion } from "./chat-response.ts";

/** A chat request that is ready to be answered. */
export interface OpenChat {
  readonly request: ChatRequest;
  readonly head: AnswerHead;
  /** Gives the model back at its end, whichever way. @throws ApiError for a request that no model can answer */
  generate(onDelta?: (delta: GenerationDelta) => void): Promise<Generation>;
}

type Parts = Pick<ServerParts, "world" | "generators">;

/** @throws ApiError for a body that is no request, or a model that isn't here */
export async function openChat(
  body: unknown,
  { world, generators }: Parts,
  signal: AbortSignal,
): Promise<OpenChat> {
  const request = parseBody(ChatRequest, body);
  const generation = toGenerationRequest(request, signal);
  const head = {
    id: `chatcmpl-${world.randomId()}`,
    created: Math.floor(world.now() / 1000),
    model: request.model,
  };
  const lent = await generators.lend(request.model);
  const generate = (onDelta?: (delta: GenerationDelta) => void) =>
    lent.generator.generate(generation, onDelta).catch(asBadRequest).finally(lent.giveBack);
  return { request, head, generate };
}

/** The whole answer, whatever the request says of streaming. */
export async function answerChat(body: unknown, parts: Parts, signal: AbortSignal): Promise<Json> {
  const { head, generate } = await openChat(body, parts, signal);
  return completion(head, await generate());
}

/** The generator's own sentences about a request that no model can answer. */
function asBadRequest(error: unknown): never {
  if (error instanceof UsageError) throw badRequest(error.message, undefined, { cause: error });
  throw error;
}
