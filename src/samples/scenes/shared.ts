import { fullName, writtenName } from "../personal-words.ts";
import { numberWords } from "../speech/numbers.ts";
import { shuffled } from "../speech/vary.ts";
import type { Stage } from "../stage.ts";
import { asides } from "../vocabulary/asides.ts";
import { problemsWithFood, problemsWithTeeth, problemsWithWork } from "../vocabulary/offers.ts";

/** One way a call goes, behind the agent's greeting and before the goodbye. */
export type Scene = (stage: Stage) => "goodbye" | "over";

/** Up to the moment when the agent waits for what the caller wants; ends behind the agent. */
export function greet(stage: Stage): void {
  const name = stage.tenant.agent_name;
  const greeting = [
    `[Hi|Hello|Good day], [this is ${name} at ${stage.tenant.business_name}|thanks for calling ${stage.tenant.business_name}, this is ${name}]. [How can I help|What can I do for you][| today]?`,
    `${stage.tenant.business_name}, ${name} speaking. [How can I help you|What can I do for you]?`,
    `Thank you for calling ${stage.tenant.business_name}. [My name is|I'm] ${name}, [how may I help you|what can I do for you][| today]?`,
  ];
  if (stage.happens("caller_first")) {
    stage.callerSays("[Hello?|Hi, anyone there?|Hello, is this working?|Yeah, hi.]");
    stage.agentSays(greeting);
  } else {
    stage.agentSays(greeting, "before_caller");
  }
  if (stage.mishap === "false_call") answerAGreeting(stage);
  else if (stage.happens("small_talk_first")) answerPleasantries(stage);
}

function answerPleasantries(stage: Stage): void {
  stage.callerSays(pleasantries);
  stage.agentSays([
    "[I'm doing great|I'm fine|Very well], thanks for asking. [How can I help|What can I do for you]?",
    "All good here, thank you! What can I do for you?",
  ]);
}

const pleasantries = [
  "[Hi|Hey|Hello], how are you[| doing][| today]?",
  "[Good morning|Good afternoon|Hello there], [nice to hear you|lovely day, isn't it]?",
  "[Hi|Hello], [can you hear me okay|am I talking to a real person]?",
];

/** The mishap `false_call`: a tool is used where nothing was asked. */
function answerAGreeting(stage: Stage): void {
  stage.settleMishap();
  stage.callerSays(pleasantries);
  stage.agentUses(
    [
      {
        name: "get_opening_hours",
        args: {},
        result: { monday_to_saturday: "09:00-21:00", sunday: "closed" },
        succeeded: true,
      },
    ],
    "contradicted",
  );
  stage.agentSays(
    "We're open Monday to Saturday from nine to nine[.|, and closed on Sundays.]",
    "contradicted",
  );
  stage.callerSays([
    "[No, |Uh no, ]that's not what I asked[.|, I just said hello.]",
    "[No, I didn't ask that|I didn't ask about your hours][.|, I was only saying hi.]",
  ]);
  stage.agentSays("[Sorry about that|My mistake|I'm sorry]! [How can I help|What can I do for you]?");
}

/** Questions that need no tool; begins and ends behind the agent. */
export function asideQuestions(stage: Stage, count: number): void {
  for (const aside of shuffled(stage.random, asides[stage.tenantKey]).slice(0, count)) {
    stage.callerSays(aside.question);
    stage.agentSays(aside.answer);
  }
}

/** The last turns, behind the agent. Some callers just hang up, and some agents hang up by tool. */
export function sayGoodbye(stage: Stage): void {
  const { random } = stage;
  if (random.chance(0.2)) {
    stage.callerSays(
      "[Great|Perfect|Okay|Wonderful|Sounds good|Awesome], [thanks|thank you][| so much| a lot].",
    );
    stage.agentSays(
      "[You're welcome|My pleasure|Happy to help]! [Is there anything else I can do|Anything else] for you[| today]?",
    );
  }
  stage.callerSays([
    "[No|Nope|No no], [that's all|that's it|that's everything|I'm good][, thanks|, thank you|].",
    "[Thanks|Thank you|Okay great, thanks], [bye|have a good one|bye bye|that's all I needed].",
    "[Perfect|Cool|Alright], [thank you|thanks], [bye|goodbye|take care].",
  ]);
  if (random.chance(0.12)) return;
  const farewell = [
    `[Thank you for calling|Thanks for calling] ${stage.tenant.business_name}[. Have a great day|, goodbye|. Bye]!`,
    "[You're welcome|My pleasure]. [Have a nice day|Goodbye|Take care|Have a good one]!",
  ];
  if (random.chance(0.4)) {
    stage.agentSays(farewell);
    return;
  }
  stage.agentUses(
    [{ name: "end_call", args: { reason: "caller_done" }, result: { ended: true }, succeeded: true }],
    "good",
    farewell,
  );
}

export const askQuestions: Scene = (stage) => {
  asideQuestions(stage, 2 + stage.random.below(2));
  stage.endAs("info_given");
  return "goodbye";
};

export const chat: Scene = (stage) => {
  const rounds = shuffled(stage.random, chatRounds).slice(0, 2 + stage.random.below(3));
  for (const round of rounds) {
    stage.callerSays(round.caller);
    stage.agentSays(round.agent);
  }
  stage.endAs("no_request");
  return "goodbye";
};

const chatRounds = [
  {
    caller: "[So are you|Are you] a [robot|real person|computer]?",
    agent: "I'm the [virtual|automated] assistant here. [How can I help|What can I do for you]?",
  },
  {
    caller: "[Ha, okay|Oh wow|Interesting], you sound [really real|very human|nice].",
    agent: "[Thank you|That's kind of you]! [Is there something I can do for you|Can I help with something]?",
  },
  {
    caller:
      "[It's raining cats and dogs here|What a hot day|Such weather today], [isn't it|huh|I can't believe it]?",
    agent:
      "[I hope you're keeping comfortable|I hope it gets better soon]! [What can I do for you|How can I help]?",
  },
  {
    caller: "[I'm just|Just] [testing this number|seeing if anybody picks up|calling to hear who answers].",
    agent: "[You've reached us|It works]! [Let me know if you need anything|Anything I can do for you]?",
  },
  {
    caller: "[My|So my] [dog|son|neighbor] [just dialed this by accident|pressed the button, sorry].",
    agent: "[No problem at all|Happens to everybody]! [Anything I can help with|Is there anything you need]?",
  },
  {
    caller:
      "[Hold on|One second|Wait], [somebody is at the door|I have another call|let me turn the TV down].",
    agent: "[Sure, take your time|No rush|Of course].",
  },
];

export const wrongNumber: Scene = (stage) => {
  const wanted = stage.random.pick([
    "the pharmacy",
    "the bank",
    "Doctor Miles' office",
    "the car wash",
    "the library",
    "the tax office",
  ]);
  stage.callerSays([`[Hi, is|Is] this ${wanted}?`, `[Yeah hi|Hello], I'm trying to reach ${wanted}.`]);
  stage.agentSays(
    `[No, I'm sorry|I'm afraid not], this is ${stage.tenant.business_name}. [You may have the wrong number|I think you've dialed the wrong number].`,
  );
  stage.callerSays(
    "[Oh sorry|Oops|My bad|Oh, I'm sorry], [wrong number|I must have misdialed][|, bye|, thanks anyway].",
  );
  stage.agentUses(
    [{ name: "end_call", args: { reason: "wrong_number" }, result: { ended: true }, succeeded: true }],
    "good",
    "[No problem|No worries]. [Goodbye|Have a nice day]!",
  );
  stage.endAs("wrong_number");
  return "over";
};

/** The caller complains and is put through, with the reason in their own words. */
export const complain: Scene = (stage) => {
  const { random } = stage;
  const problem = random.pick(
    { pizza: problemsWithFood, dental: problemsWithTeeth, home: problemsWithWork }[stage.tenantKey],
  );
  const words = () => stage.business("words", problem);
  const days = numberWords(2 + random.below(7));
  stage.callerSays([
    `[I want to complain|I have a complaint|I'm really upset|I'm calling because I'm not happy], ${words()}.`,
    `[So |]${days} days ago I [called|was a customer], and ${words()}. [I want to speak to a manager|Can I talk to somebody about it|This is not okay].`,
  ]);
  if (random.chance(0.6)) {
    stage.agentSays(
      "[I'm very sorry to hear that|I'm so sorry about this|That should not have happened]. [May I have your name|Who am I speaking with|Can you tell me your name], please?",
    );
    stage.callerSays([
      `[It's |My name is |This is |]${writtenName(stage)}.`,
      `[It's |]${writtenName(stage)}, [and I want somebody to call me back|and I'd like this sorted out].`,
    ]);
  }
  const department = { pizza: "manager", dental: "billing", home: "manager" }[stage.tenantKey];
  stage.agentUses(
    [
      {
        name: "transfer_to_human",
        args: { department, reason: words() },
        result: { transferred: true, agent: "on duty" },
        succeeded: true,
      },
    ],
    "good",
    [
      `[Thank you|I understand]. [Let me connect you with somebody who can fix this|I'll put you through to a colleague right away].`,
      "[I'm sorry about that|I understand completely], [one moment, I'm transferring you|I'll get you to the right person].",
    ],
  );
  stage.endAs("transferred");
  return "over";
};

/** Whose booking it is, for results that name the person. */
export function personOf(stage: Stage): string {
  return stage.personal("person", fullName(stage.caller));
}
