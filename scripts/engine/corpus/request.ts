import type { Json, JsonObject } from "../../../src/lib/json.ts";
import type { MadeParameter } from "./parameters.ts";
import { failedUse, reportResult, resultOf } from "./results.ts";
import { agentSays, agentUses, callerSays, type MadeUse, type Stage } from "./stage.ts";
import { type MadeTool, withArticle } from "./tools.ts";
import type { Said } from "./values/value.ts";

/** What the caller has said for one use of a tool. */
type Given = Map<MadeParameter, Said>;

/** The caller wants something a tool does: the words for it, the details, the use and what comes of it. */
export function request(stage: Stage, tool: MadeTool): void {
  const { draw } = stage.scene;
  const given: Given = new Map();
  takeKnown(stage, tool, given);
  const opening = openRequest(stage, tool, given);
  if (draw.chance(0.08)) {
    interrupt(stage, opening);
  } else callerSays(stage, opening);
  askForMissing(stage, tool, given);
  if (stage.confirms && !confirm(stage, tool, given)) return;
  use(stage, tool, given);
}

/** Two wishes in one breath, both complete: two calls in one reply. */
export function requestTwo(stage: Stage, first: MadeTool, second: MadeTool): void {
  const { draw } = stage.scene;
  const parts = [first, second].map((tool) => {
    const given: Given = new Map();
    const details = tool.parameters.filter((one) => one.required).map((one) => give(stage, one, given));
    return { tool, given, words: [requestWords(stage, tool), ...details].join(" ") };
  });
  callerSays(
    stage,
    parts.map((part) => part.words).join(draw.pick([", and ", " and also ", ", then ", " and ", ". also "])),
  );
  const uses = parts.map(({ tool, given }): MadeUse => ({ tool, fields: fieldsOf(tool, given) }));
  const results = uses.map((one) => resultOf(stage, one));
  agentUses(
    stage,
    uses,
    results.map((result) => result.value),
    null,
  );
  agentSays(stage, ["Both are done.", "[Done|Okay], that's both.", "I've done both for you."]);
}

/** What the caller said of themselves before needn't be said again, nor ids that a tool returned. */
function takeKnown(stage: Stage, tool: MadeTool, given: Given): void {
  const id = stage.ids.get(tool.thing);
  for (const parameter of tool.parameters) {
    const said = stage.known.get(parameter.role);
    const fits =
      parameter.maker.schema["pattern"] === undefined && parameter.maker.schema["format"] === undefined;
    if (parameter.role === "code" && id !== undefined && fits) given.set(parameter, { value: id, words: id });
    else if (said && fits && parameter.required && parameter.role === "self") given.set(parameter, said);
  }
}

function openRequest(stage: Stage, tool: MadeTool, given: Given): string {
  const { draw } = stage.scene;
  const eagerness = draw.random.pick([0, 0.2, 0.5, 0.8, 1]);
  const chosen = tool.parameters.filter(
    (one) =>
      !given.has(one) && one.gives.length > 0 && draw.chance(one.required ? eagerness : eagerness * 0.5),
  );
  const order = draw.chance(0.5) ? chosen : [...chosen].sort(() => draw.random.next() - 0.5);
  const details = order.map((one) => give(stage, one, given));
  const between = stage.scene.voice.lowerCase ? " " : draw.pick([" ", ", ", " "]);
  const wish = requestWords(stage, tool);
  if (draw.chance(0.08) && details.length > 0) return [...details, wish].join(", ");
  return (
    [wish, ...details].join(between) +
    (draw.chance(0.1) ? draw.pick([" please", ", please", " thanks", "?"]) : "")
  );
}

export function requestWords(stage: Stage, tool: MadeTool): string {
  const { draw } = stage.scene;
  const my =
    stage.ids.has(tool.thing) && draw.chance(0.6)
      ? draw.pick(["it", "that"])
      : `${draw.pick(["my", "my", "the", "that"])} ${tool.thing}`;
  const words = { a: withArticle(tool.thing), my, n: tool.thing, ns: `${tool.thing}s` };
  const wish = tool.oddVerb
    ? draw.say(
        ["[I want|I'd like|I need] to {v} {my}", "[can|could] you {v} {a}", "please {v} {my}", "{v} {a}"],
        { ...words, v: tool.oddVerb },
      )
    : draw.say(tool.action.requests, words);
  return draw.chance(0.25)
    ? `${draw.say(["hi", "hello", "hey", "yes", "okay", "also", "good morning", "now"])}, ${wish}`
    : wish;
}

/** The caller gives a value along with something else. */
function give(stage: Stage, parameter: MadeParameter, given: Given): string {
  const { draw } = stage.scene;
  const said = parameter.maker.make(stage.scene);
  if (draw.chance(0.05)) {
    const meant = parameter.maker.make(stage.scene);
    keep(stage, parameter, meant, given);
    const wrong = draw.say(parameter.gives, { v: said.words, p: parameter.words });
    return `${wrong}${draw.pick([", no, ", ", sorry, ", ", I mean ", " no wait ", " uh make that ", ", or rather "])}${meant.words}`;
  }
  keep(stage, parameter, said, given);
  return draw.say(parameter.gives, { v: said.words, p: parameter.words });
}

function keep(stage: Stage, parameter: MadeParameter, said: Said, given: Given): void {
  given.set(parameter, said);
  if (parameter.role === "self") stage.known.set("self", said);
}

function interrupt(stage: Stage, opening: string): void {
  const { draw } = stage.scene;
  const words = opening.split(" ");
  const cut = Math.max(1, Math.floor(words.length / 3));
  callerSays(
    stage,
    draw.say([
      "[hi|hello|yes hi]",
      "[hello|hi], are you there",
      "can you hear me",
      `${words.slice(0, cut).join(" ")}...`,
    ]),
  );
  agentSays(stage, ["Yes, I'm here. [How can I help|Go ahead]?", "[Go ahead|I'm listening].", "Yes?"]);
  callerSays(stage, opening);
}

/** Asks for what is required and missing, one or two at a time, until nothing is. */
function askForMissing(stage: Stage, tool: MadeTool, given: Given): void {
  const { draw } = stage.scene;
  for (;;) {
    const missing = tool.parameters.filter((one) => one.required && !given.has(one));
    const [first, second] = missing;
    if (!first) return;
    if (second && draw.chance(0.12)) {
      agentSays(stage, ["What's the {p} and the {q}?", "I need the {p} and the {q}."], {
        p: first.words,
        q: second.words,
      });
      callerSays(
        stage,
        `${tell(stage, first, given)}${draw.pick([", and ", ", ", " and "])}${tell(stage, second, given)}`,
      );
      continue;
    }
    agentSays(stage, first.asks, { p: first.words });
    if (draw.chance(0.07)) hesitate(stage, first);
    const more = draw.chance(0.15) ? missing[1] : undefined;
    const answer = tell(stage, first, given);
    callerSays(stage, more && more.gives.length > 0 ? `${answer}, ${give(stage, more, given)}` : answer);
  }
}

function hesitate(stage: Stage, parameter: MadeParameter): void {
  const { draw } = stage.scene;
  callerSays(
    stage,
    draw.say(
      [
        "[hm |]let me see",
        "one second",
        "wait",
        "where do I find that",
        "why do you need that",
        "sorry, what",
        "the {p}?",
        "hold on a moment",
      ],
      { p: parameter.words },
    ),
  );
  agentSays(
    stage,
    ["Sure, take your time.", "I need the {p} to go on.", "The {p}, please.", "No hurry. What's the {p}?"],
    { p: parameter.words },
  );
}

function tell(stage: Stage, parameter: MadeParameter, given: Given): string {
  const said = parameter.maker.make(stage.scene);
  keep(stage, parameter, said, given);
  return stage.scene.draw.say(parameter.tells, { v: said.words, p: parameter.words });
}

/** Where the system prompt wants it, the caller is asked first; now and then they change something or say no. */
function confirm(stage: Stage, tool: MadeTool, given: Given): boolean {
  const { draw } = stage.scene;
  const summary = tool.parameters
    .filter((one) => given.has(one) && one.role !== "items")
    .slice(0, 3)
    .map((one) => `${one.words} ${given.get(one)?.words ?? ""}`)
    .join(", ");
  agentSays(
    stage,
    [
      "So {s}. Is that right?",
      "{s}, correct?",
      "Let me confirm: {s}. Okay?",
      "I have {s}. Shall I go ahead?",
    ],
    {
      s: summary === "" ? `your ${tool.thing}` : summary,
    },
  );
  const changed = draw.chance(0.12)
    ? tool.parameters.find((one) => given.has(one) && one.role !== "code")
    : undefined;
  if (changed) {
    const said = changed.maker.make(stage.scene);
    given.set(changed, said);
    callerSays(
      stage,
      draw.say(
        [
          "no, the {p} is {v}",
          "almost, make it {v}",
          "no, {v}",
          "wait, {v} please",
          "not quite, the {p} should be {v}",
        ],
        { v: said.words, p: changed.words },
      ),
    );
  } else if (draw.chance(0.07)) {
    callerSays(
      stage,
      draw.say(["no, [never mind|forget it]", "no, leave it", "actually no", "hm no, not now"]),
    );
    agentSays(stage, ["Okay, I won't.", "Alright, nothing done. Anything else?", "No problem."]);
    return false;
  } else
    callerSays(
      stage,
      draw.say([
        "yes",
        "yes please",
        "correct",
        "that's right",
        "[yeah|yep|sure]",
        "exactly",
        "go ahead",
        "perfect",
        "[yes|yeah], do it",
      ]),
    );
  return true;
}

function use(stage: Stage, tool: MadeTool, given: Given): void {
  const { draw } = stage.scene;
  const lead = draw.chance(0.12)
    ? draw.say(["One moment.", "Let me see.", "Just a second.", "I'll do that now."])
    : null;
  const made: MadeUse = { tool, fields: fieldsOf(tool, given) };
  const code = tool.parameters.find((one) => one.role === "code" && given.has(one));
  if (draw.chance(0.08)) {
    agentUses(stage, [made], [failedUse(stage, code !== undefined)], lead);
    if (!code || !draw.chance(0.7)) {
      agentSays(stage, [
        "I'm sorry, that didn't work.",
        "Sorry, the system [is down|doesn't answer].",
        "That failed, I'm afraid.",
      ]);
      return;
    }
    agentSays(
      stage,
      [
        "I can't find it. Can you check the {p}?",
        "Sorry, the {p} isn't valid. What is it?",
        "Nothing under that {p}. Once more, please?",
      ],
      { p: code.words },
    );
    callerSays(stage, tell(stage, code, given));
    const again: MadeUse = { tool, fields: fieldsOf(tool, given) };
    finish(stage, again, null);
    return;
  }
  finish(stage, made, lead);
  if (draw.chance(0.08)) correctAfterwards(stage, tool, given);
}

function finish(stage: Stage, made: MadeUse, lead: string | null): void {
  const result = resultOf(stage, made);
  agentUses(stage, [made], [result.value], lead);
  reportResult(stage, made, result);
}

/** The caller changes a detail of what was just done: the tool is used again with all of them. */
function correctAfterwards(stage: Stage, tool: MadeTool, given: Given): void {
  const { draw } = stage.scene;
  const changed = tool.parameters.find(
    (one) => given.has(one) && one.role !== "code" && one.gives.length > 0,
  );
  if (!changed || tool.action.nature === "changes") return;
  const said = changed.maker.make(stage.scene);
  given.set(changed, said);
  callerSays(
    stage,
    draw.say(
      [
        "[sorry|wait|oh], the {p} should be {v}",
        "actually make the {p} {v}",
        "I got that wrong, {p} is {v}",
        "[can we|could you] try {v} for the {p}",
        "and with {p} {v}",
      ],
      { v: said.words, p: changed.words },
    ),
  );
  finish(stage, { tool, fields: fieldsOf(tool, given) }, null);
}

function fieldsOf(tool: MadeTool, given: Given): JsonObject {
  const fields: Record<string, Json> = {};
  for (const parameter of tool.parameters) {
    const said = given.get(parameter);
    if (said) fields[parameter.key] = said.value;
  }
  return fields;
}
