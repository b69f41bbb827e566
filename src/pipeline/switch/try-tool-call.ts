import { z } from "zod";
import { isJsonObject, parseJson, parseJsonObject } from "../../lib/json.ts";
import { printable } from "../../lib/printable.ts";
import {
  askOnce,
  type ChatAnswer,
  type ChatEndpoint,
  refusedError,
} from "../../plugins/providers/chat/ask-once.ts";

/** Whether the model may choose a tool, or must. */
export type ToolChoice = "auto" | "required";

/** What came of one real request with one tool. */
export type Trial =
  | {
      readonly called: true;
      readonly choice: ToolChoice;
      /** From the request to the whole answer. */
      readonly ms: number;
      /** As the model wrote them. */
      readonly arguments: string;
    }
  | { readonly called: false; readonly because: string };

export interface TrialWorld {
  readonly signal: AbortSignal;
  /** Milliseconds of a clock that never goes back. */
  readonly now: () => number;
}

/**
 * Asks for the weather, with a tool for it: first as an agent does, where the model may choose; a model that was tuned for
 * other things may rather talk, so then it must.
 * @throws RemoteError where the provider refuses or can't be reached
 */
export async function tryToolCall(endpoint: ChatEndpoint, world: TrialWorld): Promise<Trial> {
  const free = await tryWith("auto", endpoint, world);
  return free.called ? free : tryWith("required", endpoint, world);
}

const purpose = { what: "a tool call", ending: "nothing was changed" };

const question = {
  messages: [
    { role: "system", content: "You are a helpful assistant on the telephone. Use the tools you have." },
    { role: "user", content: "What is the weather like in Paris right now?" },
  ],
  tools: [
    {
      type: "function",
      function: {
        name: "get_weather",
        description: "The current weather of a city",
        parameters: {
          type: "object",
          properties: { city: { type: "string", description: "name of the city" } },
          required: ["city"],
        },
      },
    },
  ],
};

const Completion = z.object({
  choices: z
    .array(
      z.object({
        message: z.object({
          content: z.string().nullish(),
          tool_calls: z
            .array(z.object({ function: z.object({ name: z.string(), arguments: z.string() }) }))
            .nullish(),
        }),
      }),
    )
    .min(1),
});

async function tryWith(choice: ToolChoice, endpoint: ChatEndpoint, world: TrialWorld): Promise<Trial> {
  const start = world.now();
  const body = { ...question, tool_choice: choice };
  const answer = await askOnce(endpoint, body, { signal: world.signal, purpose });
  const ms = Math.round(world.now() - start);
  if (answer.status !== 200) return refused(answer, endpoint);
  const verdict = judge(answer.text, choice);
  return "because" in verdict ? { called: false, ...verdict } : { called: true, choice, ms, ...verdict };
}

/** Groq reads the model's text itself, and answers 400 where that is no tool call: the model's fault, not the request's. */
function refused(answer: ChatAnswer, endpoint: ChatEndpoint): Trial {
  const error = parseJsonObject(answer.text)?.["error"];
  if (isJsonObject(error) && error["code"] === "tool_use_failed")
    return { called: false, because: "it wrote something that the provider can't read as a tool call" };
  throw refusedError(answer, endpoint, purpose);
}

function judge(text: string, choice: ToolChoice): { because: string } | { arguments: string } {
  const completion = Completion.safeParse(parseJson(text));
  if (!completion.success)
    return {
      because: "its answer isn't the JSON of a chat completion; is this an OpenAI-compatible address?",
    };
  const message = completion.data.choices[0]?.message;
  const call = message?.tool_calls?.[0]?.function;
  const must = choice === "required" ? `, though it had to (tool_choice "required")` : "";
  if (call === undefined)
    return { because: `it used no tool${must}, and said: "${printable(message?.content ?? "", 100)}"` };
  if (call.name !== "get_weather")
    return { because: `it used a tool that isn't there, ${printable(call.name, 60)}` };
  if (typeof parseJsonObject(call.arguments)?.["city"] === "string") return { arguments: call.arguments };
  return { because: `the arguments it wrote don't fit the tool: ${printable(call.arguments, 100)}` };
}
