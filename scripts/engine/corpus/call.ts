import type { Chat } from "../../../src/engine/text/prompt.ts";
import { readSchema } from "../../../src/engine/text/schema.ts";
import { typeWords } from "../../../src/engine/text/type-words.ts";
import { alike } from "./actions/alike.ts";
import { type ActionName, actionNames, actions } from "./actions/index.ts";
import { createDraw, type Draw, type Side } from "./draw.ts";
import { drawFacts, factQuestion } from "./facts.ts";
import { request, requestTwo } from "./request.ts";
import { farewell, farewells, impossibleWish, smallTalk, vagueWish } from "./small-talk.ts";
import { specialTools, wantEnd, wantHuman } from "./special-tools.ts";
import { agentSays, type Stage } from "./stage.ts";
import { drawSystemPrompt } from "./system-prompt.ts";
import { drawTools } from "./tools.ts";
import type { Scene } from "./values/value.ts";
import { requestWords } from "./wish-words.ts";
import { bookables, records } from "./words/things.ts";

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
  if (draw.chance(0.35)) agentSays(stage, greetings);
  const scenes = draw.random.pick([1, 1, 2, 2, 3, 4]);
  for (let at = 0; at < scenes; at += 1) playScene(stage);
  if (draw.chance(0.2)) sayGoodbye(stage);
  else if (draw.chance(0.5)) endAtLastUse(stage);
}

const greetings = [
  "[Hello|Hi], how can I help?",
  "[Welcome|Good day], what can I do for you?",
  "Thanks for calling. How can I help?",
];

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
  const shown = (draw.chance(0.5) ? all : [...all].sort(() => draw.random.next() - 0.5)).map(
    (one) => one.tool,
  );
  const facts = kind === "call" && draw.chance(0.3) ? drawFacts({ scene }, 3) : [];
  const confirms = kind === "call" && draw.chance(0.15);
  const content = drawSystemPrompt(scene, { facts: facts.map((one) => one.fact), confirms });
  return {
    scene,
    tools: all,
    shown,
    messages: [{ role: "system", content }],
    confirms,
    facts,
    eager: kind === "drill" && draw.chance(0.6),
    known: new Map(),
    ids: new Map(),
  };
}

function playScene(stage: Stage): void {
  const { draw } = stage.scene;
  const ordinary = stage.tools.filter((one) => one.action.requests.length > 0 && one.thing !== "");
  const kind = draw.random.next();
  if (kind < 0.15) smallTalk(stage);
  else if (kind < 0.19) factQuestion(stage);
  else if (kind < 0.24) wishWithoutTool(stage);
  else if (kind < 0.27) vagueWish(stage);
  else if (kind < 0.31) wantHuman(stage);
  else if (kind < 0.35 && ordinary.length > 1 && !stage.confirms) {
    const sayable = ordinary.filter((one) => one.parameters.every((parameter) => parameter.gives.length > 0));
    const [first, second] = draw.some(sayable.length > 1 ? sayable : [], 2);
    if (first && second) requestTwo(stage, first, second);
  } else if (ordinary.length > 0) request(stage, draw.random.pick(ordinary));
}

/** Something that sounds like what the tools do, but isn't: the agent must say so. */
function wishWithoutTool(stage: Stage): void {
  const { draw } = stage.scene;
  const thing = draw.chance(0.5)
    ? (stage.tools.find((one) => one.thing !== "")?.thing ?? "key")
    : draw.pick(draw.chance(0.5) ? records : bookables);
  const actionName = draw.some(actionNames, 6).find((one) => !isCovered(stage, one, thing));
  if (!actionName) return;
  impossibleWish(
    stage,
    requestWords(stage, { action: actions[actionName], actionName, thing, oddVerb: null }),
  );
}

function isCovered(stage: Stage, actionName: ActionName, thing: string): boolean {
  return stage.tools.some((one) => one.thing === thing && alike(actionName, one.actionName));
}

function sayGoodbye(stage: Stage): void {
  farewell(stage);
  if (!wantEnd(stage)) agentSays(stage, farewells);
}
