import { answerFact } from "./facts.ts";
import { type Given, give, tell } from "./give.ts";
import type { MadeParameter } from "./parameters.ts";
import { agentSays, callerSays, type Stage } from "./stage.ts";
import type { MadeTool } from "./tools.ts";
import { lines } from "./words/list.ts";

/** What became of a wish whose details were being asked for. */
export type Turnout = "goes on" | "dropped" | "something else";

/** While details are missing the caller may leave it, want something else, ask something, or answer another question. */
export function wander(stage: Stage, tool: MadeTool, given: Given): Turnout {
  const { draw } = stage.scene;
  const missing = tool.parameters.find((one) => one.required && !given.has(one));
  if (!missing || draw.chance(0.83)) return "goes on";
  agentSays(stage, missing.asks, { p: missing.words });
  const kind = draw.random.next();
  if (kind < 0.2) return leave(stage);
  if (kind < 0.35) return "something else";
  if (kind < 0.7) askInBetween(stage, missing, given);
  else answerAnother(stage, { tool, missing, given });
  return "goes on";
}

function leave(stage: Stage): Turnout {
  callerSays(stage, stage.scene.draw.say(leavings));
  agentSays(stage, leaveAnswers);
  return "dropped";
}

/** The agent answers, and asks again. */
function askInBetween(stage: Stage, missing: MadeParameter, given: Given): void {
  const { draw } = stage.scene;
  const { question, answer } = draw.chance(0.5)
    ? answerFact(stage)
    : {
        question: draw.say(sideQuestions, { p: missing.words }),
        answer: draw.say(sideAnswers, { p: missing.words }),
      };
  callerSays(stage, draw.chance(0.4) ? `${draw.say(beforehand)} ${question}` : question);
  agentSays(stage, [`${answer} ${draw.say(missing.asks, { p: missing.words })}`]);
  callerSays(stage, tell(stage, missing, given));
}

interface Answer {
  readonly tool: MadeTool;
  readonly missing: MadeParameter;
  readonly given: Given;
}

/** Another detail than the one asked for; without one, only a sound. */
function answerAnother(stage: Stage, { tool, missing, given }: Answer): void {
  const { draw } = stage.scene;
  const other = tool.parameters.find((one) => one !== missing && !given.has(one) && one.gives.length > 0);
  callerSays(
    stage,
    other ? give(stage, other, given) : draw.say(["yes", "okay", "sure", "right", "of course", "hm", "well"]),
  );
}

const leavings = lines(`actually no, leave it
oh, [never mind|forget it]
you know what, [never mind|forget it|leave it]
hm, then I'd rather not
no, that's too complicated, leave it
wait, I changed my mind
I'll do it another time
I don't have that here, I'll call again
let me call you back when I have that
oh I don't know that, then leave it
I have to find that first, I'll call again
on second thought, no
it can wait, forget it
sorry, my wife says she did it already, never mind
ah, it has settled itself, thanks
no no, then let's not do it
stop, I don't want to anymore
my husband just told me it's done, so forget it
if it's that much work I'll leave it
actually it's not that important, never mind
I'd have to look for it, not today
oh, hold on, let's not do that now
I thought it over, no
I'd rather do that online, thanks`);

const leaveAnswers = lines(`Okay, no problem.
Alright, I've done nothing. Anything else?
That's fine. Just call again when you like.
Sure, we leave it.
No problem at all. Can I do something else?
As you like. Nothing was done.
All right, then not.
Okay, I'll leave it for now.
Understood. Is there anything else?
Of course. We're here when you need us.
Fine, I won't do it.
No worries. Anything else I can do?`);

const sideQuestions = lines(`why do you need the {p}
what do you need that for
where do I find the {p}
how long will this take
is that really necessary
does it cost anything
will I get a confirmation
is my data safe with you
can I change it later
what happens then
do I have to pay right away
do you write that down
is somebody going to call me
are you still there
am I the only one who has trouble with this
can't you see that in your system
do I have to know that
is this going to be quick
who else sees that
can I ask my wife to do it
what if I don't know
don't you have that already`);

const sideAnswers = lines(`I need it to go on.
It's needed for the next step.
It won't take long.
I can't tell you that, sorry.
I'm not sure about that.
Don't worry.
The system asks for it.
I don't know, I'm afraid.
It has to be entered.
That I can't say.
We need it for our records.
Good question, but I don't know.
Only for this.
I can't go on without it.`);

const beforehand = lines(`before that,
first tell me,
wait,
one question,
hold on,
sure, but
quick question,
just a second,
okay but
in a moment,
yes but`);
