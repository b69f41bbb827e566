import type { Chat } from "../../../src/engine/text/prompt.ts";
import { readSchema } from "../../../src/engine/text/schema.ts";
import { typeWords } from "../../../src/engine/text/type-words.ts";
import { createDraw, type Draw, type Side } from "./draw.ts";
import { drawFacts } from "./facts.ts";
import { request } from "./request.ts";
import { playScene } from "./scenes.ts";
import { farewell, farewells } from "./small-talk/small-talk.ts";
import { specialTools, wantEnd } from "./special-tools.ts";
import { agentSays, type Stage } from "./stage.ts";
import { drawPersona, drawSystemPrompt } from "./system-prompt.ts";
import { drawTools } from "./tools.ts";
import type { Scene } from "./values/value.ts";
import { lines } from "./words/list.ts";

/** A whole call, or only its core for the first lessons: one or two tools, and one wish with most of its details. */
export type Kind = "call" | "drill";

/** One generated call: an agent with tools of its own, and a caller. The same seed, side and kind give the same call. */
export function generateCall(seed: string, side: Side, kind: Kind = "call"): Chat {
  const stage = openStage(createDraw(seed, side), kind);
  if (kind === "drill") playDrill(stage);
  else playCall(stage);
  return { messages: stage.messages, tools: stage.shown };
}

function playDrill(stage: Stage): void {
  if (!needsToday(stage) && stage.scene.draw.chance(0.8)) stage.messages.length = 0;
  request(stage, stage.scene.draw.random.pick(stage.tools));
  endAtLastUse(stage);
}

/** Whether a date has to be worked out from the day that the system prompt tells. */
function needsToday(stage: Stage): boolean {
  const parameters = stage.tools.flatMap((tool) => tool.parameters);
  return parameters.some((one) => typeWords(readSchema(one.maker.schema)) === "date");
}

function playCall(stage: Stage): void {
  const { draw } = stage.scene;
  if (draw.chance(0.35)) greet(stage);
  const scenes = draw.random.pick([1, 1, 2, 2, 3, 4]);
  for (let at = 0; at < scenes; at += 1) playScene(stage);
  if (draw.chance(0.2)) sayGoodbye(stage);
  else if (draw.chance(0.5)) endAtLastUse(stage);
}

function greet(stage: Stage): void {
  const { name, business } = stage.persona;
  if (business !== null && stage.scene.draw.chance(0.35)) agentSays(stage, named, { c: business });
  else if (name !== null && stage.scene.draw.chance(0.2)) agentSays(stage, own, { a: name });
  else agentSays(stage, greetings);
}

const greetings = lines(`[Hello|Hi], how can I help?
[Welcome|Good day], what can I do for you?
Thanks for calling. How can I help?
[Hello|Good morning], how may I help you?
Hi there! What can I do for you today?
Good [morning|afternoon|evening], what do you need?
Hello, thanks for your call. What is it about?
Hi! How can I help you today?
Welcome! How may I be of help?
Hello, you're through. What can I do?
Hi, thank you for holding. How can I help?
Yes, hello?
Good day. How may I assist you?
Hello! Tell me what you need.
Hi, what brings you to us?
Thank you for calling. What can I do for you?
Hello, how can I make your day easier?
Hi, go ahead please.`);

const named = lines(`Thanks for calling {c}. How can I help?
{c}, how can I help you?
Welcome to {c}. What can I do for you?
Hello, this is {c}. What can I do?
{c}, good day!
You've reached {c}. How may I help?
Hi, {c} here. What do you need?
Good morning, {c}, what can I do for you?
Thank you for calling {c}. What is it about?`);

const own = lines(`Hi, this is {a}. How can I help?
Hello, {a} speaking.
{a} here, what can I do for you?
You're speaking with {a}. How may I help?
Good day, my name is {a}. What do you need?
I'm {a}. What can I do for you today?`);

/** What follows the last use of a tool teaches little; half of the calls do without it. */
function endAtLastUse(stage: Stage): void {
  const last = stage.messages.findLastIndex((message) => message.role === "assistant" && message.tool_calls);
  if (last !== -1) stage.messages.length = last + 1;
}

const whole = { sizes: [1, 2, 2, 3, 3, 3, 4, 4, 4, 5, 5, 6, 7, 8], most: 7 };

function openStage(draw: Draw, kind: Kind): Stage {
  const scene: Scene = {
    draw,
    voice: { lowerCase: draw.chance(0.4), digits: draw.chance(0.5), hesitant: draw.chance(0.35) },
    today: draw.between(19_800, 21_900),
  };
  const { tools, spell } = drawTools(
    draw,
    kind === "drill" ? { sizes: [1, 1, 1, 2, 2], most: draw.between(1, 3) } : whole,
  );
  const special = kind === "drill" ? [] : specialTools(draw, spell);
  const all = [...tools, ...special].filter(
    (one, at, list) => list.findIndex((other) => other.tool.function.name === one.tool.function.name) === at,
  );
  const shown = draw.chance(0.5) ? all : [...all].sort(() => draw.random.next() - 0.5);
  const facts = kind === "call" && draw.chance(0.3) ? drawFacts({ scene }, 4) : [];
  const confirms = kind === "call" && draw.chance(0.15);
  const persona = drawPersona(scene);
  const content = drawSystemPrompt(scene, { facts: facts.map((one) => one.fact), confirms, persona });
  return {
    scene,
    tools: all,
    shown: shown.map((one) => one.tool),
    messages: [{ role: "system", content }],
    confirms,
    facts,
    persona,
    eager: kind === "drill" && draw.chance(0.6),
    known: new Map(),
    ids: new Map(),
  };
}

function sayGoodbye(stage: Stage): void {
  farewell(stage);
  if (!wantEnd(stage)) agentSays(stage, farewells);
}
