import type { Given } from "./give.ts";
import { agentSays, callerSays, type Stage } from "./stage.ts";
import type { MadeTool } from "./tools.ts";
import { lines } from "./words/list.ts";

/** Where the system prompt wants it, the caller is asked first. False where they don't want it any more. */
export function confirm(stage: Stage, tool: MadeTool, given: Given): boolean {
  const { draw } = stage.scene;
  agentSays(stage, questions, { s: summaryOf(tool, given) });
  if (draw.chance(0.12) && changeOne(stage, tool, given)) return true;
  if (draw.chance(0.1)) {
    callerSays(stage, draw.say(refusals));
    agentSays(stage, leaving);
    return false;
  }
  if (draw.chance(0.08)) {
    callerSays(stage, draw.say(doubts));
    agentSays(stage, reassurances, { s: summaryOf(tool, given) });
  }
  callerSays(stage, draw.say(agreements));
  return true;
}

const questions = lines(`So {s}. Is that right?
{s}, correct?
Let me confirm: {s}. Okay?
I have {s}. Shall I go ahead?
That's {s}. Right?
Just to be sure: {s}?
To repeat: {s}. Do you want me to go on?
I understood {s}. Is that so?
Okay, {s}. Can I go ahead?
{s}. Is everything correct?
Before I do it: {s}. Yes?
Let me read that back: {s}. Does that sound right?
I've noted {s}. Shall I do it?
You said {s}. Correct?
So I'd enter {s}. All right?
My notes say {s}. Is that okay?
Here's what I have: {s}. Is it right?
Alright, {s}. Do I have that right?
{s}. Should I?
Good. {s}, yes?`);

const changes = lines(`no, the {p} is {v}
almost, make it {v}
no, {v}
wait, {v} please
not quite, the {p} should be {v}
the {p} is wrong, it's {v}
no no, {p} {v}
yes, but the {p} is {v}
everything but the {p}, that's {v}
change the {p} to {v}, then go ahead
nearly, {v} is the {p}
I said {v}
sorry, I meant {v}
make the {p} {v} and do it
yes, only with {v}
it's {v}, otherwise fine
one thing, the {p} is {v}
oh, {v}, my mistake`);

/** The caller doesn't want it any more. */
const refusals = lines(`no, [never mind|forget it]
no, leave it
actually no
hm no, not now
no thanks
no, I changed my mind
oh no, then don't
wait, no, I'd rather not
I need to think about it
no, stop
better not
actually, leave it
no, I'll call again
let me ask my [wife|husband|boss] first
oh, then no
no, I don't want that after all
forget it
hold on, don't do it
I'd rather wait
no, that's not what I want, leave it`);

const leaving = lines(`Okay, I won't.
Alright, nothing done. Anything else?
No problem.
That's fine, I've done nothing.
Of course, I'll leave it.
Understood, I won't do it.
Okay, we leave it as it is.
All right, just call again when you like.
Sure. Is there something else?
No worries, nothing was changed.
Fine. Can I help with something else?
As you wish.`);

const doubts = lines(`hm let me think
what did you say
can you repeat that
wait a second
I think so, say it again
is that everything
hm
once more please
sorry, what was that`);

const reassurances = lines(`I have {s}. Is that right?
Sure: {s}. Okay?
Once more: {s}. Shall I?
Take your time. It's {s}.
I said {s}. Is it correct?
{s}. Do you want that?`);

const agreements = lines(`yes
yes please
correct
that's right
[yeah|yep|sure]
exactly
go ahead
perfect
[yes|yeah], do it
right
that's it
absolutely
of course
yes, that's fine
sounds good
all correct
you got it
please do
uh-huh, yes
okay
fine with me
yes, everything's right
that is correct
let's do it
right, go on
do it please
yup
sure thing
that's what I want
precisely
it is
yes indeed
good, yes
I confirm`);

function summaryOf(tool: MadeTool, given: Given): string {
  const parts = tool.parameters.flatMap((one) => {
    const said = given.get(one);
    return said && one.role !== "items" ? [`${one.words} ${said.words}`] : [];
  });
  return parts.length === 0 ? `your ${tool.thing}` : parts.slice(0, 3).join(", ");
}

/** The caller corrects a detail, which counts as a yes to the rest. */
function changeOne(stage: Stage, tool: MadeTool, given: Given): boolean {
  const changed = tool.parameters.find((one) => given.has(one) && one.role !== "code");
  if (!changed) return false;
  const said = changed.maker.make(stage.scene);
  given.set(changed, said);
  callerSays(stage, stage.scene.draw.say(changes, { v: said.words, p: changed.words }));
  return true;
}
