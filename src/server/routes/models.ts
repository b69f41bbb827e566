import { type Context, Hono } from "hono";
import { notFound } from "../api-error.ts";
import type { ServerParts } from "../parts.ts";

/** Whose form an address answers in: `/v1` Together's, `/openai/v1` OpenAI's, as Groq has it. */
export type Dialect = "together" | "openai";

export function modelRoutes(parts: ServerParts, dialect: Dialect): Hono {
  return new Hono()
    .get("/models", (context) => {
      const models = modelViews(parts);
      return wantsOpenAi(context, dialect)
        ? context.json({ object: "list", data: models })
        : context.json(models);
    })
    .get("/models/:id{.+}", (context) => {
      const id = context.req.param("id");
      const model = modelViews(parts).find((each) => each.id === id);
      if (model === undefined)
        throw notFound(`Unable to access model ${id.slice(0, 200)}`, "model_not_available");
      return context.json(model);
    });
}

/**
 * Together lists its models in a bare array, OpenAI in an object, and each one's client reads the other's as empty. The
 * address decides; OpenAI's own clients get theirs at Together's address too.
 */
export function wantsOpenAi(context: Context, dialect: Dialect): boolean {
  return dialect === "openai" || /^(Async)?OpenAI\//.test(context.req.header("user-agent") ?? "");
}

function modelViews({ world, jobs }: ServerParts) {
  const bases = world.engine.baseModels.map(({ id, title, contextTokens }) =>
    modelView({ id, title, contextTokens, createdAt: "1970-01-01T00:00:00Z" }),
  );
  const tuned = jobs
    .list()
    .filter(({ status }) => status === "completed")
    .map(({ order: { outputName, contextTokens }, updatedAt }) =>
      modelView({ id: outputName, title: outputName, contextTokens, createdAt: updatedAt }),
    );
  return [...bases, ...tuned];
}

interface ModelFacts {
  readonly id: string;
  readonly title: string;
  readonly contextTokens: number;
  readonly createdAt: string;
}

function modelView({ id, title, contextTokens, createdAt }: ModelFacts) {
  const owner = id.split("/")[0] ?? "";
  return {
    id,
    object: "model",
    created: Math.floor(Date.parse(createdAt) / 1000),
    type: "chat",
    display_name: title,
    organization: owner,
    owned_by: owner,
    active: true,
    context_window: contextTokens,
    context_length: contextTokens,
    pricing: { hourly: 0, input: 0, output: 0, base: 0, finetune: 0 },
  };
}
