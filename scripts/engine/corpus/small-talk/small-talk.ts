import { hypotheticalAnswers, hypotheticals, refusals } from "../actions/frames.ts";
import { agentSays, callerSays, type Stage } from "../stage.ts";
import { doing, type Wish } from "../wish-words.ts";
import { plural, withArticle } from "../words/articles.ts";
import { lines } from "../words/list.ts";
import { bookables, clauses, goods, records } from "../words/things.ts";
import { chatter, stories } from "./chatter.ts";
import type { Exchange } from "./exchange.ts";
import { goodbyes } from "./farewells.ts";
import { pauses, repeatRequests } from "./pauses.ts";
import { nameAnswers, pleasantries, whoQuestions } from "./pleasantries.ts";
import { offerQuestions, openQuestions } from "./questions.ts";

const exchanges: readonly Exchange[] = [
  ...pleasantries,
  ...pauses,
  ...chatter,
  ...openQuestions,
  ...openQuestions,
  ...openQuestions,
];

/** A turn or two that need no tool. */
export function smallTalk(stage: Stage): void {
  const { draw } = stage.scene;
  const kind = draw.random.next();
  if (kind < 0.08) askWho(stage);
  else if (kind < 0.17) askAgain(stage);
  else if (kind < 0.26 && askForOffer(stage)) return;
  else exchangeWords(stage, draw.random.pick(exchanges));
}

function exchangeWords(stage: Stage, exchange: Exchange): void {
  const { draw } = stage.scene;
  const thing = drawAnyThing(stage);
  const values = { m: thing, ms: plural(thing), a: withArticle(thing), c: drawStory(stage) };
  callerSays(stage, draw.say(exchange.caller, values));
  agentSays(stage, exchange.agent);
}

function drawAnyThing({ scene: { draw } }: Stage): string {
  return draw.pick(draw.chance(0.5) ? goods : bookables);
}

const reporting = new Set([
  "report",
  "claim",
  "dispatch",
  "emergency",
  "replace",
  "rate",
  "refund",
  "remind",
  "deactivate",
]);

/** What is the matter only where no tool would take it down. */
export function drawStory({ scene: { draw }, tools }: Stage): string {
  const mayTell = !tools.some((one) => reporting.has(one.actionName));
  return draw.pick(mayTell && draw.chance(0.5) ? clauses : stories);
}

function askWho(stage: Stage): void {
  const { draw } = stage.scene;
  const { name, business } = stage.persona;
  callerSays(stage, draw.say(whoQuestions.caller));
  if (name !== null && (business === null || draw.chance(0.5))) agentSays(stage, nameAnswers, { a: name });
  else if (business !== null) agentSays(stage, whoQuestions.agent, { k: business });
  else agentSays(stage, ["I'm the phone assistant. How can I help?", "I'm an assistant. What do you need?"]);
}

/** The last sentence once more. */
function askAgain(stage: Stage): void {
  const { draw } = stage.scene;
  const last = stage.messages.at(-1);
  callerSays(stage, draw.say(repeatRequests.caller));
  if (last?.role === "assistant" && last.content) agentSays(stage, repeatRequests.agent, { l: last.content });
  else
    agentSays(stage, ["I asked how I can help.", "I said hello. What can I do for you?", "How can I help?"]);
}

const looking = new Set(["search", "available", "compare", "price", "eligible", "order", "book", "enroll"]);

/** False where a tool might know. */
function askForOffer(stage: Stage): boolean {
  const { draw } = stage.scene;
  const thing = drawAnyThing(stage);
  if (stage.tools.some((one) => looking.has(one.actionName) && (one.hidden || one.thing === thing)))
    return false;
  const words = { a: withArticle(thing), ns: plural(thing) };
  callerSays(stage, draw.say(offerQuestions.caller, words));
  agentSays(stage, offerQuestions.agent, words);
  return true;
}

/** A wish that none of the tools can fulfil, said in these words. */
export function impossibleWish(stage: Stage, wish: Wish, words: string): void {
  const { draw } = stage.scene;
  callerSays(stage, words);
  const values = { w: toYou(doing(draw, wish, "your")), a: withArticle(wish.thing), ns: plural(wish.thing) };
  agentSays(stage, refusals, values);
}

/** Talk about what a tool does that is no wish for it. */
export function hypotheticalTalk(stage: Stage, wish: Wish): void {
  const { draw } = stage.scene;
  callerSays(stage, draw.say(hypotheticals, { w: doing(draw, wish, draw.pick(["my", "the"])) }));
  agentSays(stage, hypotheticalAnswers);
}

function toYou(words: string): string {
  return words.replace(/\b(?:my|me|myself|I|I'm)\b/g, (word) => yours[word] ?? word);
}

const yours: Readonly<Record<string, string>> = {
  my: "your",
  me: "you",
  myself: "yourself",
  I: "you",
  "I'm": "you're",
};

/** The caller says what it is about, but not what they want. */
export function vagueWish(stage: Stage, thing: string = drawRecordOrBooking(stage)): void {
  const { draw } = stage.scene;
  callerSays(stage, draw.say(subjects, { n: thing, a: withArticle(thing), ns: plural(thing) }));
  agentSays(stage, subjectQuestions, { n: thing });
}

function drawRecordOrBooking({ scene: { draw } }: Stage): string {
  return draw.pick(draw.chance(0.5) ? records : bookables);
}

const subjects = lines(`it's about my {n}
[hi |]I'm calling about my {n}
I have a question about {a}
my {n}
about the {n}
it's to do with my {n}
this is in connection with the {n}
I wanted to talk about my {n}
I'm ringing because of {a}
there's something with my {n}
it concerns our {n}
regarding my {n}
it has to do with {a}
I need to talk to you about the {n}
so about the {n}
you know the {n} I have with you
I need something done about my {n}
my question is about {ns}
can we talk about my {n}
it's my {n} again
I have something to discuss about the {n}
{n}
[okay|well], my {n}
we spoke about my {n} last time
I've got {a} with you`);

const subjectQuestions = lines(`What can I do about it?
What would you like to do?
How can I help with that?
What do you need?
Sure, what about it?
What about your {n}?
Okay, what would you like me to do?
I see. What should I do about the {n}?
Of course. What is it you need?
What is it about the {n}?
Right, how can I help with the {n}?
Gladly. What would you like to do with it?
All right. What do you want done?
Yes? What can I do?
Tell me what you need with the {n}.
Okay. Please tell me more.`);

export function farewell(stage: Stage): void {
  callerSays(stage, stage.scene.draw.say(goodbyes.caller));
}

export const farewells = goodbyes.agent;
