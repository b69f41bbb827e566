import { type Given, give, tell } from "./give.ts";
import type { MadeParameter } from "./parameters.ts";
import { agentSays, callerSays, type Stage } from "./stage.ts";
import type { MadeTool } from "./tools.ts";

/** The line is bad, or the caller stops in the middle and begins again. */
export function interrupt(stage: Stage, opening: string): void {
  const { draw } = stage.scene;
  const words = opening.split(" ");
  const cut = Math.max(1, Math.floor(words.length / 3));
  callerSays(
    stage,
    draw.say([
      "[hi|hello|yes hi]",
      "[hello|hi], are you there",
      "can you hear me",
      `${words.slice(0, cut).join(" ")}...`,
    ]),
  );
  agentSays(stage, ["Yes, I'm here. [How can I help|Go ahead]?", "[Go ahead|I'm listening].", "Yes?"]);
  callerSays(stage, opening);
}

/** Asks for what is required and missing, one or two at a time, until nothing is. */
export function askForMissing(stage: Stage, tool: MadeTool, given: Given): void {
  const { draw } = stage.scene;
  for (;;) {
    const missing = tool.parameters.filter((one) => one.required && !given.has(one));
    const [first, second] = missing;
    if (!first) return;
    if (second && draw.chance(0.12)) {
      agentSays(stage, ["What's the {p} and the {q}?", "I need the {p} and the {q}."], {
        p: first.words,
        q: second.words,
      });
      callerSays(
        stage,
        `${tell(stage, first, given)}${draw.pick([", and ", ", ", " and "])}${tell(stage, second, given)}`,
      );
      continue;
    }
    agentSays(stage, first.asks, { p: first.words });
    if (draw.chance(0.07)) hesitate(stage, first);
    const more = draw.chance(0.15) ? missing[1] : undefined;
    const answer = tell(stage, first, given);
    callerSays(stage, more && more.gives.length > 0 ? `${answer}, ${give(stage, more, given)}` : answer);
  }
}

function hesitate(stage: Stage, parameter: MadeParameter): void {
  const { draw } = stage.scene;
  callerSays(
    stage,
    draw.say(
      [
        "[hm |]let me see",
        "one second",
        "wait",
        "where do I find that",
        "why do you need that",
        "sorry, what",
        "the {p}?",
        "hold on a moment",
      ],
      { p: parameter.words },
    ),
  );
  agentSays(
    stage,
    ["Sure, take your time.", "I need the {p} to go on.", "The {p}, please.", "No hurry. What's the {p}?"],
    { p: parameter.words },
  );
}
