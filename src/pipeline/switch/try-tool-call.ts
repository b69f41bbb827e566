import { z } from "zod";
import { InterruptedError, RemoteError } from "../../lib/errors.ts";
import { isJsonObject, parseJson, parseJsonObject } from "../../lib/json.ts";
import { printable } from "../../lib/printable.ts";
import type { LlmSettings } from "../../llm/read-settings.ts";
import {
  mayPass,
  type Refusal,
  refusalFrom,
  refusalOf,
  shownWords,
} from "../../plugins/providers/together/refusal.ts";

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
export async function tryToolCall(settings: LlmSettings, world: TrialWorld): Promise<Trial> {
  const free = await tryWith("auto", settings, world);
  return free.called ? free : tryWith("required", settings, world);
}

const timeoutMs = 60_000;

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

async function tryWith(choice: ToolChoice, settings: LlmSettings, world: TrialWorld): Promise<Trial> {
  const start = world.now();
  const answer = await ask(choice, settings, world);
  const ms = Math.round(world.now() - start);
  if (answer.status !== 200) return refused(answer, settings);
  const verdict = judge(answer.text, choice);
  return "because" in verdict ? { called: false, ...verdict } : { called: true, choice, ms, ...verdict };
}

interface Answer {
  readonly status: number;
  readonly headers: Headers;
  readonly text: string;
}

async function ask(choice: ToolChoice, settings: LlmSettings, { signal }: TrialWorld): Promise<Answer> {
  const { address, apiKey, model } = settings;
  try {
    const response = await fetch(`${address}/chat/completions`, {
      method: "POST",
      headers: {
        "content-type": "application/json",
        ...(apiKey === null ? {} : { authorization: `Bearer ${apiKey}` }),
      },
      body: JSON.stringify({ model, ...question, tool_choice: choice }),
      signal: AbortSignal.any([signal, AbortSignal.timeout(timeoutMs)]),
    });
    return { status: response.status, headers: response.headers, text: await response.text() };
  } catch (error) {
    if (signal.aborted) throw new InterruptedError("interrupted; nothing was changed", { cause: error });
    throw remoteError(refusalOf(error), settings);
  }
}

/** Groq reads the model's text itself, and answers 400 where that is no tool call: the model's fault, not the request's. */
function refused({ status, headers, text }: Answer, settings: LlmSettings): Trial {
  const error = parseJsonObject(text)?.["error"];
  if (isJsonObject(error) && error["code"] === "tool_use_failed")
    return { called: false, because: "it wrote something that the provider can't read as a tool call" };
  throw remoteError(refusalFrom(status, headers, text), settings);
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

function remoteError(refusal: Refusal, settings: LlmSettings): RemoteError {
  const { status, message, requestId } = refusal;
  const words = shownWords(message, settings.apiKey ?? "Bearer");
  return new RemoteError({
    system: settings.provider,
    sentence: `a tool call with ${settings.model}: ${status === undefined ? "" : `${status} `}${words}`,
    status,
    requestId: requestId === undefined ? undefined : printable(requestId, 80),
    retryable: mayPass(refusal),
    advice: `${adviceFor(status, settings)}; nothing was changed`,
  });
}

function adviceFor(status: number | undefined, settings: LlmSettings): string {
  const { provider, address, keyVariable, model, apiKey } = settings;
  if (status === undefined)
    return provider === "local"
      ? `does the server run at ${address}? calltune serve starts it`
      : `is ${address} the right address (--url), and the network up?`;
  if (status === 401 || status === 403)
    return apiKey === null
      ? `it asks for a key: put the line ${keyVariable}=<your key of ${provider}> into .env`
      : `the key in ${keyVariable} was refused: copy it anew, or use one that may use ${model}`;
  if (status === 404)
    return `is ${model} the id of a model of ${provider}, deployed, and ${address} the right address?`;
  if (status === 400 || status === 422)
    return "the provider understood, and says no: see its reason above (a server of your own may need a tool-call parser switched on)";
  return "try again in a while";
}
