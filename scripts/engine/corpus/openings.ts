import { interrupt } from "./ask.ts";
import { type Given, giveAll } from "./give.ts";
import { stories } from "./small-talk/chatter.ts";
import { vagueWish } from "./small-talk/small-talk.ts";
import { agentSays, callerSays, type Stage } from "./stage.ts";
import type { MadeTool } from "./tools.ts";
import { requestWords } from "./wish-words.ts";
import { lines } from "./words/list.ts";

/** The caller says what they want, in one turn or several, with all, some or none of the details. */
export function open(stage: Stage, tool: MadeTool, given: Given): void {
  const { draw } = stage.scene;
  const kind = draw.random.next();
  if (stage.eager || kind < 0.75) callerSays(stage, openRequest(stage, tool, given));
  else if (kind < 0.82) interrupt(stage, openRequest(stage, tool, given));
  else if (kind < 0.88) openWithSubject(stage, tool, given);
  else if (kind < 0.92) openWithDetails(stage, tool, given);
  else if (kind < 0.95) openAsked(stage, tool, given);
  else openWithStory(stage, tool, given);
}

/** The caller changes from one wish to this one. */
export function openInstead(stage: Stage, tool: MadeTool, given: Given): void {
  const words = openRequest(stage, tool, given);
  callerSays(stage, `${stage.scene.draw.say(instead)} ${words}`);
}

const instead = lines(`actually no,
oh wait, something else first,
hm, forget that,
no, leave that,
you know what, not that,
on second thought,
wait, before that,
sorry, that's not it,
no no,
let's do something else,
I'd rather do something else,
ah no, what I really called for,
forget what I said,
scrap that,`);

function openRequest(stage: Stage, tool: MadeTool, given: Given, my?: string): string {
  const { draw } = stage.scene;
  const eagerness = stage.eager ? 1 : draw.random.pick([0, 0.2, 0.5, 0.8, 1]);
  const details = giveSome(stage, { tool, given, eagerness });
  const wish = requestWords(stage, tool, my);
  const at = draw.chance(0.16) ? draw.between(1, details.length) : 0;
  const words = joined(stage, [...details.slice(0, at), wish, ...details.slice(at)]);
  return words + (draw.chance(0.1) ? draw.pick(endings) : "");
}

/** In one breath or in several sentences. */
function joined({ scene: { draw, voice } }: Stage, parts: readonly string[]): string {
  const joints = voice.lowerCase ? breathless : draw.random.pick(writtenJoints);
  return parts.reduce((words, part) => {
    const joint = /^(?:and|oh|also|so|well|because|since|but)\b/.test(part) ? " " : draw.random.pick(joints);
    return words + joint + part;
  });
}

const breathless = [" ", " ", " ", " ", " and "];
const writtenJoints = [[" "], [", "], [". "], [" ", ", "], [", ", ". ", ", and "], [", ", ", ", " and "]];

const endings = [
  " please",
  ", please",
  " thanks",
  "?",
  ", thank you",
  ", if you can",
  " if possible",
  ", okay",
  " right away",
  ", that's all",
];

interface Giving {
  readonly tool: MadeTool;
  readonly given: Given;
  /** How likely each required detail is given; the others half as much. */
  readonly eagerness: number;
}

function giveSome(stage: Stage, { tool, given, eagerness }: Giving): string[] {
  const { draw } = stage.scene;
  const chosen = tool.parameters.filter(
    (one) =>
      !given.has(one) && one.gives.length > 0 && draw.chance(one.required ? eagerness : eagerness * 0.5),
  );
  const order = draw.chance(0.5) ? chosen : [...chosen].sort(() => draw.random.next() - 0.5);
  return giveAll(stage, order, given);
}

/** First what it is about, then what should be done with it. */
function openWithSubject(stage: Stage, tool: MadeTool, given: Given): void {
  const { draw } = stage.scene;
  vagueWish(stage, tool.thing);
  callerSays(
    stage,
    openRequest(stage, tool, given, draw.chance(0.6) ? draw.pick(["it", "that"]) : undefined),
  );
}

/** The details come before the wish. */
function openWithDetails(stage: Stage, tool: MadeTool, given: Given): void {
  const { draw } = stage.scene;
  const details = giveSome(stage, { tool, given, eagerness: 0.6 });
  if (details.length > 0) {
    callerSays(stage, details.join(draw.pick([", ", " and ", " "])));
    agentSays(stage, whatFor);
  }
  callerSays(stage, openRequest(stage, tool, given));
}

const whatFor = lines(`Okay. And what can I do for you?
Thanks. What would you like to do?
Noted. What is it about?
I see. What do you need?
All right, and what is it for?
Okay, what would you like me to do?
Good. How can I help?
Right. What should I do with that?
Thank you. And what do you want?
Got it. What's your wish?
Fine, and what is it you need?`);

/** A question whether one may ask; then the wish. */
function openAsked(stage: Stage, tool: MadeTool, given: Given): void {
  callerSays(stage, stage.scene.draw.say(knocks));
  agentSays(stage, invitations);
  callerSays(stage, openRequest(stage, tool, given));
}

const knocks = lines(`can you do something for me
I have another thing
one more thing
there's something else
can I ask for something
are you able to help me with something
I need something from you
do you have time for one more
I'd need your help once more
okay, next
right, the reason I called
could you do me a favor
another question
so, to the point
I'm ready now`);

const invitations = lines(`Sure, what is it?
Of course, go ahead.
Yes, what do you need?
Certainly. Tell me.
Gladly. What is it?
Yes?
I'm listening.
Go on, please.
Okay, what can I do?
By all means.
Sure. How can I help?
All right, tell me.`);

/** Something about themselves before the wish; not where it might be taken for a detail. */
function openWithStory(stage: Stage, tool: MadeTool, given: Given): void {
  const { draw } = stage.scene;
  const wish = openRequest(stage, tool, given);
  const plain = tool.parameters.every((one) => one.gives.length > 0 && one.role !== "remark");
  callerSays(
    stage,
    plain
      ? `${draw.pick(stories)}${draw.pick([", and ", ", so ", " and ", ". ", ", anyway, "])}${wish}`
      : wish,
  );
}
