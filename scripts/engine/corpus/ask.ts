import { type Given, give, tell } from "./give.ts";
import type { MadeParameter } from "./parameters.ts";
import { agentSays, callerSays, type Stage } from "./stage.ts";
import type { MadeTool } from "./tools.ts";
import { lines } from "./words/list.ts";

/** The line is bad, or the caller stops in the middle and begins again. */
export function interrupt(stage: Stage, opening: string): void {
  const { draw } = stage.scene;
  const words = opening.split(" ");
  const cut = Math.max(1, Math.floor(words.length / 3));
  callerSays(stage, draw.chance(0.4) ? `${words.slice(0, cut).join(" ")}...` : draw.say(lostLines));
  agentSays(stage, stillThere);
  callerSays(stage, opening);
}

const lostLines = lines(`[hi|hello|yes hi]
[hello|hi], are you there
can you hear me
hello, is anybody there
[hello|hi], can you hear me now
is this thing working
hello hello
can you hear me okay
is somebody there
I can't hear you
are you still there
am I through
one second, I'm putting you on speaker
wait, let me get somewhere quiet`);

const stillThere = lines(`Yes, I'm here. [How can I help|Go ahead]?
[Go ahead|I'm listening].
Yes?
[Yes, I|I] can hear you. Go ahead, please.
I'm here. What can I do for you?
Loud and clear. How can I help?
Yes, I'm still here.
[Sorry, I|I] lost you for a moment. Go on, please.
I hear you now. What do you need?
Yes, go on.`);

/** Asks for what is required and missing, one or two at a time, until nothing is. */
export function askForMissing(stage: Stage, tool: MadeTool, given: Given): void {
  const { draw } = stage.scene;
  for (;;) {
    const missing = tool.parameters.filter((one) => one.required && !given.has(one));
    const [first, second] = missing;
    if (!first) return;
    if (second && draw.chance(0.12)) {
      askForTwo(stage, [first, second], given);
      continue;
    }
    agentSays(stage, first.asks, { p: first.words, n: first.noun });
    if (draw.chance(0.07)) hesitate(stage, first);
    const more = draw.chance(0.15) ? missing[1] : undefined;
    const answer = tell(stage, first, given);
    callerSays(stage, more && more.gives.length > 0 ? `${answer}, ${give(stage, more, given)}` : answer);
    if (draw.chance(0.08)) askBack(stage, first, given);
  }
}

function askForTwo(
  stage: Stage,
  [first, second]: readonly [MadeParameter, MadeParameter],
  given: Given,
): void {
  const { draw } = stage.scene;
  agentSays(stage, questionsForTwo, { p: first.words, q: second.words });
  const [one, two] = [tell(stage, first, given), tell(stage, second, given)];
  callerSays(stage, draw.say(answersToTwo, { v: one, w: two }));
}

const questionsForTwo = lines(`What's the {p} and the {q}?
I need the {p} and the {q}.
I [still |]need the {p} and the {q}, please.
[Could|Can] you give me the {p} and the {q}?
The {p} and the {q}, please?
[Sure|Okay]. What's the {p}, and what's the {q}?
And the {p} and the {q}?
May I have the {p} and the {q}?
Please tell me the {p} and the {q}.
Two more things, the {p} and the {q}.
What are the {p} and the {q}?
Just the {p} and the {q} are missing.
First the {p}, then the {q}, please.
I'll need two things, the {p} and the {q}.`);

const answersToTwo = lines(`{v}, and {w}
{v}, {w}
{v} and {w}
{v}, and then {w}
{v}. {w}
{v}, and the other is {w}
{v}, then {w}
first {v}, then {w}
{v} for the first, {w} for the second
{v} and, let me see, {w}
okay, {v}, and {w}
{v}, second {w}`);

/** The agent makes sure of what it heard: a spelling, or just the same again. */
function askBack(stage: Stage, parameter: MadeParameter, given: Given): void {
  const said = given.get(parameter);
  if (!said || parameter.maker.answer) return;
  if (said.spelling) {
    agentSays(stage, spellingQuestions, { p: parameter.words });
    callerSays(stage, stage.scene.draw.say(spellingAnswers, { s: said.spelling }));
    return;
  }
  agentSays(stage, echoes, { v: said.words });
  callerSays(stage, stage.scene.draw.say(agreements));
}

const spellingQuestions = lines(`How do you spell that?
How is that spelled?
Could you spell that for me?
[Can|Could] you spell the last part?
Would you spell it, please?
How is it written?
Spell that for me, please.
What's the spelling?
Sorry, how do I write that?
Letter by letter, please?`);

const spellingAnswers = lines(`{s}
[sure|yes|of course], {s}
that's {s}
it's {s}
it's spelled {s}
you spell it {s}
I spell it {s}
[sure|okay], that's {s}
{s}, that's all
written {s}
letter by letter, {s}
here goes, {s}`);

const echoes = lines(`{v}, is that right?
So {v}?
{v}, correct?
Was that {v}?
I heard {v}. Is that right?
Did you say {v}?
{v}, did I get that right?
Let me repeat, {v}. Okay?`);

const agreements = lines(`yes
that's right
correct
exactly
yes, that's it
[yeah|yep|yup]
right
[yes|yeah], that's right
that's the one
you got it
[perfect|great], yes
mhm
that's what I said`);

function hesitate(stage: Stage, parameter: MadeParameter): void {
  const words = { p: parameter.words };
  callerSays(stage, stage.scene.draw.say(hesitations, words));
  agentSays(stage, encouragements, words);
}

const hesitations = lines(`[hm |]let me see
one second
wait
where do I find that
why do you need that
sorry, what
the {p}?
hold on a moment
[hm|uh], good question
let me [look|check|think]
I have to look that up
just a [second|moment|minute]
what do you mean
what do you mean by {p}
say again
what was that
do you really need that
I have it here somewhere
let me ask my [wife|husband|colleague]
where did I put it
is that important
bear with me
oh, that
I'm not sure, wait`);

const encouragements = lines(`Sure, take your time.
I need the {p} to go on.
The {p}, please.
No hurry. What's the {p}?
[Of course|Certainly], take your time.
I asked for the {p}.
No problem, I'll wait.
Just the {p}, then we can go on.
Whenever you're ready. The {p}?
It's the {p} that I need.
All I need is the {p}.
I'm sorry, I meant the {p}.
Without the {p} I can't go on, I'm afraid.`);
