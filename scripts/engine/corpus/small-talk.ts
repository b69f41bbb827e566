import { agentSays, callerSays, type Stage } from "./stage.ts";
import { bookables, goods, records } from "./words/things.ts";

interface Exchange {
  readonly caller: readonly string[];
  readonly agent: readonly string[];
}

/** What needs no tool, and what the agent says to it. */
const exchanges: readonly Exchange[] = [
  {
    caller: [
      "[hi|hello|hey]",
      "[hello|hi] there",
      "good [morning|evening|day]",
      "yes hello",
      "hey, good to reach you",
      "greetings",
    ],
    agent: ["[Hello|Hi]! How can I help?", "Hi, what can I do for you?", "[Hello|Good day], how may I help?"],
  },
  {
    caller: [
      "how are you",
      "how's it going [today|over there]",
      "[and |]how are you doing",
      "everything good with you",
    ],
    agent: ["[I'm well|Very good], thank you. How can I help?", "Fine, thanks! What do you need?"],
  },
  {
    caller: [
      "am I speaking with a [machine|person|bot]",
      "is this a recording",
      "are you human",
      "you're not real, are you",
    ],
    agent: ["I'm an automated assistant. How can I help?", "I'm a virtual agent. What do you need?"],
  },
  {
    caller: [
      "[one|just a] [moment|second|minute]",
      "hang on",
      "wait a second",
      "let me get my [papers|glasses|card]",
      "somebody's [calling|knocking]",
      "give me a minute",
    ],
    agent: ["[Sure|Of course], take your time.", "No hurry.", "I'll wait."],
  },
  {
    caller: [
      "[thanks|thank you]",
      "[great|perfect|lovely], [thanks|thank you]",
      "you've been [great|helpful]",
      "that helps",
      "awesome",
      "cheers",
    ],
    agent: [
      "You're welcome. Anything else?",
      "My pleasure. Is there more I can do?",
      "Gladly. Anything else?",
    ],
  },
  {
    caller: [
      "what did you say",
      "sorry, I didn't catch that",
      "can you [repeat|say] that[ again|]",
      "the line is bad",
      "you're breaking up",
      "pardon",
    ],
    agent: ["I asked how I can help.", "Sorry. What can I do for you?"],
  },
  {
    caller: [
      "what can you do",
      "what can you help me with",
      "[I have|I've got] a question",
      "can you help me",
      "I need some help",
      "I have a request",
    ],
    agent: ["Sure, what do you need?", "Of course. What is it about?", "I'm happy to help. What is it?"],
  },
  {
    caller: [
      "it's so [hot|cold|windy|wet] today",
      "did you see the [game|match|news] [yesterday|last night]",
      "I'm having a [long|bad|great] day",
      "my [kids|dogs|neighbors] are so loud",
      "traffic was [awful|terrible]",
    ],
    agent: ["I hear you! How can I help?", "Oh, I see. What can I do for you?"],
  },
  {
    caller: [
      "[oh|ah] [okay|alright]",
      "I see",
      "got it",
      "right",
      "hmm",
      "mhm",
      "let me think",
      "interesting",
      "okay",
    ],
    agent: ["Is there anything you need?", "Take your time.", "Anything else?"],
  },
  {
    caller: [
      "[oops|sorry], I [called|dialed] the wrong [place|number]",
      "is this not the {m}",
      "I was trying to reach somebody else",
      "wrong number, sorry",
    ],
    agent: ["No problem. Have a good day.", "That's alright. Goodbye."],
  },
  {
    caller: [
      "tell me a joke",
      "sing something for me",
      "what do you think about {m}",
      "who will win the election",
      "do you like {m}",
      "how old are you",
    ],
    agent: ["I'm afraid I can't do that. Anything else?", "I can only help with our services."],
  },
  {
    caller: [
      "do I have to bring anything",
      "can I bring a friend",
      "is it [safe|worth it|difficult]",
      "what do most people choose",
      "what if it rains",
      "do you speak {m}",
      "how long have you been around",
    ],
    agent: [
      "I'm sorry, I don't know that.",
      "I don't have that information, sorry.",
      "I can't say, I'm afraid.",
    ],
  },
  {
    caller: [
      "I'm [angry|upset] with you",
      "this takes forever",
      "you're not listening",
      "why is this so complicated",
      "that's ridiculous",
    ],
    agent: ["I'm sorry about that. What can I do for you?", "I apologize. How can I help?"],
  },
];

/** A turn or two that need no tool. */
export function smallTalk(stage: Stage): void {
  const { draw } = stage.scene;
  const exchange = draw.random.pick(exchanges);
  callerSays(stage, draw.say(exchange.caller, { m: draw.pick(draw.chance(0.5) ? goods : bookables) }));
  agentSays(stage, exchange.agent);
}

/** A wish that none of the tools can fulfil. */
export function impossibleWish(stage: Stage, wish: string): void {
  callerSays(stage, wish);
  agentSays(stage, [
    "I'm sorry, I can't do that.",
    "I can't help with that, I'm afraid.",
    "Sorry, that's not something I can do.",
  ]);
}

/** The caller says what it is about, but not what they want. */
export function vagueWish(stage: Stage): void {
  const { draw } = stage.scene;
  const thing = draw.pick(draw.chance(0.5) ? records : bookables);
  callerSays(
    stage,
    draw.say([
      `it's about my ${thing}`,
      `[hi |]I'm calling about my ${thing}`,
      `I have a question about a ${thing}`,
      `my ${thing}`,
      `about the ${thing}`,
    ]),
  );
  agentSays(stage, [
    "What can I do about it?",
    "What would you like to do?",
    "How can I help with that?",
    "What do you need?",
  ]);
}

export function farewell(stage: Stage): void {
  const { draw } = stage.scene;
  callerSays(
    stage,
    draw.say([
      "[bye|goodbye]",
      "that was all[, bye|]",
      "[no |]that's [all|it] [for today|for now|]",
      "[thanks|thank you], [bye|goodbye]",
      "nothing else[, thanks|]",
      "no, [I'm done|we're done]",
      "have a good [day|one]",
      "see you",
    ]),
  );
}

export const farewells = [
  "Goodbye!",
  "[Thank you|Thanks]. [Bye|Goodbye]!",
  "[Have a nice day|Take care]!",
  "Bye, and thanks for calling.",
];
