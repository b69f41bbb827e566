import { fieldsOf, type Given, tell } from "./give.ts";
import type { MadeParameter } from "./parameters.ts";
import { failedUse, reportResult, resultOf } from "./results.ts";
import { agentSays, agentUses, callerSays, type MadeUse, type Stage } from "./stage.ts";
import type { MadeTool } from "./tools.ts";
import { lines } from "./words/list.ts";

/** The agent uses a tool with what was given; it may fail, and the caller may correct themselves afterwards. */
export function use(stage: Stage, tool: MadeTool, given: Given): void {
  const { draw } = stage.scene;
  const lead = draw.chance(0.12) ? draw.say(leads) : null;
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

const leads = lines(`One moment.
Let me see.
Just a second.
I'll do that now.
Sure, one second.
Let me take care of that.
Bear with me.
I'm on it.
Okay, I'll do it right away.
Give me a moment.
Let me check.
Alright, one moment please.
I'm entering that.
Let me do this for you.
Of course, just a second.
Right, here we go.
Okay, doing it now.
I'll look into it.
Let me have a look.
Certainly, one moment.
Thanks, I have everything.
Great, I'll see to it.
Hold on, please.
That'll be a second.`);

const apologies = lines(`I'm sorry, that didn't work.
Sorry, the system [is down|doesn't answer].
That failed, I'm afraid.
Unfortunately something went wrong.
I'm sorry, I can't get through to the system.
There's a problem on our side, sorry.
It didn't go through. Please try again later.
Sorry, I got an error.
I'm afraid the system refused that.
Apologies, it isn't working right now.
That didn't go through, I'm sorry.
Our computer has trouble at the moment, sorry.
I'm sorry, that wasn't possible.
The system gives me an error. Can you call again later?
Something isn't right with our system, I apologize.`);

interface Retry {
  readonly tool: MadeTool;
  readonly given: Given;
  readonly code: MadeParameter;
}

function tryAgain(stage: Stage, { tool, given, code }: Retry): void {
  agentSays(stage, notFound, { p: code.words });
  callerSays(stage, tell(stage, code, given));
  finish(stage, { tool, fields: fieldsOf(tool, given) }, null);
}

const notFound = lines(`I can't find it. Can you check the {p}?
Sorry, the {p} isn't valid. What is it?
Nothing under that {p}. Once more, please?
I don't see that {p} here. Could you repeat it?
There's nothing with that {p}. Is it correct?
That {p} doesn't exist. What does it say exactly?
The system doesn't know that {p}. Can you read it again?
I'm afraid that {p} is unknown. Could you look once more?
Hm, no match for that {p}. Please say it again.
It wasn't found. What's the {p} again?
I may have misheard the {p}. Once more?
Sorry, I couldn't find that {p}.
Could you give me the {p} again? Nothing came up.`);

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
  callerSays(stage, draw.say(afterthoughts, { v: said.words, p: changed.words }));
  finish(stage, { tool, fields: fieldsOf(tool, given) }, null);
}

const afterthoughts = lines(`[sorry|wait|oh], the {p} should be {v}
actually make the {p} {v}
I got that wrong, {p} is {v}
[can we|could you] try {v} for the {p}
and with {p} {v}
hold on, the {p} is {v}
I'm sorry, I meant {v} for the {p}
oh no, not that, {p} {v}
what if the {p} is {v}
do it again with {v} as the {p}
I told you the wrong {p}, it's {v}
let's take {v} for the {p} instead
hm, {v} would be better for the {p}
please change the {p} to {v}
my mistake, the {p} is {v}`);
