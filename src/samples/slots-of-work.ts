import type { Slot, Words } from "./slot.ts";
import type { Stage } from "./stage.ts";
import { trades, treatments } from "./vocabulary/offers.ts";

export function treatmentSlot(stage: Stage): Slot {
  const keys = Object.keys(treatments) as (keyof typeof treatments)[]; // a constant's own keys
  const right = stage.random.pick(keys);
  const wrong = stage.random.pick(keys.filter((key) => key !== right));
  return {
    ...serviceSlot(treatmentWords(stage, right), treatmentWords(stage, wrong)),
    ask: ["[What|What kind of visit] is it for?", "[What would you like to have done|What do you need]?"],
    loose: { service: stage.business("service", right, treatments[right][0]) },
  };
}

function treatmentWords(stage: Stage, key: keyof typeof treatments): Words {
  return {
    said: () => stage.business("service", key, stage.random.pick<string>(treatments[key])),
    echo: () => stage.business("service", key, treatments[key][0]),
    args: { service: stage.business("service", key) },
  };
}

/** A trade, and the problem it is for. */
export function drawWork(stage: Stage): { service: Slot; problem: Slot } {
  const keys = Object.keys(trades) as (keyof typeof trades)[]; // a constant's own keys
  const right = stage.random.pick(keys);
  const wrong = stage.random.pick(keys.filter((key) => key !== right));
  return {
    service: {
      ...serviceSlot(tradeWords(stage, right), tradeWords(stage, wrong)),
      ask: ["[What do you need|Who do you need|What kind of help do you need]?"],
      loose: { service: stage.business("service", right, trades[right].said[0]) },
    },
    problem: problemSlot(stage, stage.random.pick<string>(trades[right].problems)),
  };
}

function tradeWords(stage: Stage, key: keyof typeof trades): Words {
  return {
    said: () => stage.business("service", key, stage.random.pick<string>(trades[key].said)),
    echo: () => stage.business("service", key, trades[key].said[0]),
    args: { service: stage.business("service", key) },
  };
}

function problemSlot(stage: Stage, problem: string): Slot {
  const words = () => stage.business("words", problem);
  return {
    name: "problem",
    ask: [
      "[What seems to be the problem|What's going on|Can you describe the problem]?",
      "[Can you tell me a bit more|What exactly needs doing]?",
    ],
    within: (said) => `because ${said},`,
    answer: (said) => `[well, |so |basically, |]${said}`,
    right: { said: words, echo: words, args: { problem: words() } },
    wrong: null,
    distinct: false,
    loose: null,
  };
}

export function postalCodeSlot(stage: Stage): Slot {
  const code = stage.caller.address.postalCode;
  const words = () => stage.business("reference", code);
  return {
    name: "postal_code",
    ask: ["[What's your zip code|And the zip code|Which zip code is that in]?"],
    within: (said) => `in ${said}`,
    answer: (said) => `[it's ||zip code ]${said}`,
    right: { said: words, echo: words, args: { postal_code: words() } },
    wrong: null,
    distinct: false,
    loose: null,
  };
}

function serviceSlot(
  right: Words,
  wrong: Words,
): Pick<Slot, "name" | "within" | "answer" | "right" | "wrong" | "distinct"> {
  return {
    name: "service",
    within: (said) => `for ${said}`,
    answer: (said) => `[it's for |I need |]${said}`,
    right,
    wrong,
    distinct: false,
  };
}
