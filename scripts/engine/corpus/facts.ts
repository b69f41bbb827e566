import { agentSays, callerSays, type Stage } from "./stage.ts";

/** A question that the system prompt answers. */
export function factQuestion(stage: Stage): void {
  if (stage.facts.length === 0) return;
  const fact = stage.scene.draw.random.pick(stage.facts);
  callerSays(stage, stage.scene.draw.say(fact.questions));
  agentSays(stage, ["{f}"], { f: fact.fact });
}

const factTable: readonly (readonly [
  topic: string,
  fact: readonly string[],
  questions: readonly string[],
])[] = [
  [
    "hours",
    ["We're open from {x} to {y}.", "Opening hours are {x} to {y}."],
    [
      "when do you [open|close]",
      "what are your hours",
      "are you open [late|today|on weekends]",
      "until when are you open",
    ],
  ],
  [
    "parking",
    ["You can park {x}.", "Parking is {x}."],
    ["where can I park", "[is there|do you have] parking", "can I leave my car somewhere"],
  ],
  [
    "address",
    ["We are at {x}.", "You find us at {x}."],
    ["where are you", "what's your address", "how do I find you", "where is your [shop|office]"],
  ],
  [
    "payment",
    ["We take {x}.", "You can pay by {x}."],
    ["how can I pay", "do you [take|accept] cards", "which payments do you take"],
  ],
  ["dogs", ["Dogs are {x}.", "Pets are {x}."], ["can I bring my [dog|pet]", "are [dogs|pets] allowed"]],
  [
    "owner",
    ["The owner is {x}.", "Our manager is {x}."],
    ["who [runs|owns] [this|the place]", "who is [in charge|your boss]"],
  ],
  [
    "fee",
    ["There is a fee of {x}.", "We charge {x} extra."],
    ["is there [a fee|an extra charge]", "do you charge [extra|a fee]"],
  ],
  [
    "wifi",
    ["The wifi password is {x}.", "Wifi is called {x}."],
    ["do you have wifi", "what's the [wifi|internet] password"],
  ],
];

/** Up to `most` facts for the system prompt. */
export function drawFacts(stage: Pick<Stage, "scene">, most: number): Stage["facts"] {
  const { draw } = stage.scene;
  const fill: Readonly<Record<string, () => string>> = {
    hours: () => draw.say(["eight", "nine", "10 am", "7:30", "noon"]),
    parking: () =>
      draw.say([
        "behind the house",
        "in the street",
        "next door",
        "in the garage below",
        "for free at the station",
      ]),
    address: () => `${draw.between(1, 99)} ${draw.word(2, 2)} street`,
    payment: () => draw.say(["card and cash", "cash only", "card, cheque or transfer", "all cards"]),
    dogs: () => draw.say(["welcome", "not allowed", "allowed on a leash", "fine outside"]),
    owner: () => `${draw.word(1, 2)} ${draw.word(2, 2)}`,
    fee: () => `${draw.between(2, 60)} ${draw.say(["dollars", "percent", "euros"])}`,
    wifi: () => draw.word(2, 3),
  };
  return draw.some(factTable, draw.between(0, most)).map(([topic, facts, questions]) => ({
    topic,
    questions,
    fact: draw.say(facts, { x: fill[topic]?.() ?? "", y: draw.say(["five", "six", "8 pm", "ten", "18:30"]) }),
  }));
}
