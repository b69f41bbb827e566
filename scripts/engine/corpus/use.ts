import { fieldsOf, type Given, tell } from "./give.ts";
import type { MadeParameter } from "./parameters.ts";
import { failedUse, reportResult, resultOf } from "./results.ts";
import { agentSays, agentUses, callerSays, type MadeUse, type Stage } from "./stage.ts";
import type { MadeTool } from "./tools.ts";

/** The agent uses a tool with what was given; it may fail, and the caller may correct themselves afterwards. */
export function use(stage: Stage, tool: MadeTool, given: Given): void {
  const { draw } = stage.scene;
  const lead = draw.chance(0.12)
    ? draw.say(["One moment.", "Let me see.", "Just a second.", "I'll do that now."])
    : null;
  if (draw.chance(0.08)) failFirst(stage, tool, given);
  else {
    finish(stage, { tool, fields: fieldsOf(tool, given) }, lead);
    if (draw.chance(0.08)) correctAfterwards(stage, tool, given);
  }
}

/** An id that isn't found is asked for once more. */
function failFirst(stage: Stage, tool: MadeTool, given: Given): void {
  const code = tool.parameters.find((one) => one.role === "code" && given.has(one));
  const made: MadeUse = { tool, fields: fieldsOf(tool, given) };
  agentUses(stage, [made], [failedUse(stage, code !== undefined)], null);
  if (code && stage.scene.draw.chance(0.7)) tryAgain(stage, { tool, given, code });
  else agentSays(stage, apologies);
}

const apologies = [
  "I'm sorry, that didn't work.",
  "Sorry, the system [is down|doesn't answer].",
  "That failed, I'm afraid.",
];

interface Retry {
  readonly tool: MadeTool;
  readonly given: Given;
  readonly code: MadeParameter;
}

function tryAgain(stage: Stage, { tool, given, code }: Retry): void {
  const questions = [
    "I can't find it. Can you check the {p}?",
    "Sorry, the {p} isn't valid. What is it?",
    "Nothing under that {p}. Once more, please?",
  ];
  agentSays(stage, questions, { p: code.words });
  callerSays(stage, tell(stage, code, given));
  finish(stage, { tool, fields: fieldsOf(tool, given) }, null);
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
