import { createDraw, type Draw } from "../../scripts/engine/corpus/draw.ts";
import { drawSystemPrompt } from "../../scripts/engine/corpus/system-prompt.ts";
import type { Said, Scene } from "../../scripts/engine/corpus/values/value.ts";
import type { Message } from "../../src/domain/message.ts";
import type { TrainingRow } from "../../src/engine/train/fine-tune.ts";
import type { Json } from "../../src/lib/json.ts";
import { type ClinicParameter, type ClinicTool, chitChat, clinicTools, type Phrases } from "./clinic.ts";

/** Phrases and made-up words that may be learnt from, or those that a model is only asked with. */
export type Part = "learnt" | "heldOut";

/** One row of a clinic's calls; its last message is the reply to learn, or to expect. The same seed gives the same row. */
export function clinicRow(seed: string, part: Part): TrainingRow {
  const draw = createDraw(seed, part === "learnt" ? "training" : "held-out");
  const stage: Stage = {
    part,
    scene: {
      draw,
      voice: { lowerCase: draw.chance(0.5), digits: draw.chance(0.5), hesitant: false },
      today: draw.between(19_800, 21_900),
    },
    messages: [],
  };
  stage.messages.push({
    role: "system",
    content: drawSystemPrompt(stage.scene, { facts: [], confirms: false }),
  });
  play(stage, draw);
  return { messages: stage.messages, tools: clinicTools.map(({ tool }) => tool) };
}

interface Stage {
  readonly part: Part;
  readonly scene: Scene;
  readonly messages: Message[];
}

/** Three of five rows end with a tool call, one with a question, one with a plain reply. */
function play(stage: Stage, draw: Draw): void {
  const kind = draw.random.next();
  if (kind < 0.2) chat(stage);
  else request(stage, { withholds: kind < 0.6, answers: kind >= 0.4 });
}

/** A wish; a detail that is withheld is asked for, and may be given then. */
function request(stage: Stage, plan: { readonly withholds: boolean; readonly answers: boolean }): void {
  const { random } = stage.scene.draw;
  const script = random.pick(clinicTools);
  const given = new Map<ClinicParameter, Said>();
  const withheld = plan.withholds ? random.pick(script.parameters.filter((one) => one.required)) : null;
  open(stage, script, { given, withheld });
  if (withheld !== null) agentSays(stage, random.pick(withheld.asks));
  if (!plan.answers) return;
  if (withheld !== null) callerSays(stage, tell(stage, withheld, given));
  use(stage, script, given);
}

function chat(stage: Stage): void {
  const { said, reply } = stage.scene.draw.random.pick(chitChat);
  callerSays(stage, say(stage, said));
  agentSays(stage, reply);
}

/** The wish, with all details but the one withheld. */
function open(
  stage: Stage,
  script: ClinicTool,
  plan: { readonly given: Map<ClinicParameter, Said>; readonly withheld: ClinicParameter | null },
): void {
  const { draw } = stage.scene;
  const chosen = script.parameters.filter(
    (one) => one !== plan.withheld && (one.required || draw.chance(0.4)),
  );
  const details = chosen.map((one) => {
    const said = one.make(stage.scene);
    plan.given.set(one, said);
    return say(stage, one.gives, said.words);
  });
  callerSays(stage, [say(stage, script.wishes), ...details].join(draw.random.pick([" ", ", ", ", "])));
}

function tell(stage: Stage, parameter: ClinicParameter, given: Map<ClinicParameter, Said>): string {
  const said = parameter.make(stage.scene);
  given.set(parameter, said);
  return say(stage, parameter.tells, said.words);
}

function use({ messages }: Stage, script: ClinicTool, given: ReadonlyMap<ClinicParameter, Said>): void {
  const fields: Record<string, Json> = {};
  for (const parameter of script.parameters) {
    const said = given.get(parameter);
    if (said) fields[parameter.name] = said.value;
  }
  messages.push({
    role: "assistant",
    content: null,
    tool_calls: [
      {
        id: "call_1",
        type: "function",
        function: { name: script.tool.function.name, arguments: JSON.stringify(fields) },
      },
    ],
  });
}

function say({ scene, part }: Stage, phrases: Phrases, words = ""): string {
  return scene.draw.random.pick(phrases[part]).replace("{v}", words);
}

function callerSays({ scene, messages }: Stage, words: string): void {
  const text = scene.voice.lowerCase ? words.replace(/[,?]/g, "").toLowerCase() : words;
  messages.push({ role: "user", content: scene.voice.lowerCase ? text : capital(text) });
}

function agentSays({ messages }: Stage, words: string): void {
  messages.push({ role: "assistant", content: words });
}

function capital(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}
