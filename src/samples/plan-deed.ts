import type { JsonObject } from "../lib/json.ts";
import type { Mishap } from "./shares.ts";
import { argsOf, type Slot, type Words } from "./slot.ts";
import { inventedPhone } from "./slots-of-people.ts";
import type { Stage } from "./stage.ts";

/** Something the agent does for the caller with one tool. */
export interface Deed {
  readonly tool: string;
  readonly slots: readonly Slot[];
  /** Slots that were said rightly before this deed was spoken of. */
  readonly settled?: readonly Slot[];
  /** Arguments that nobody has to ask for. */
  readonly fixed?: JsonObject;
  /** Said beside the tool call. */
  readonly lead: readonly string[];
  /** What comes back when it works. */
  readonly result: (args: JsonObject) => JsonObject;
  /** What the agent says then; `echo` reads a value back. */
  readonly done: (echo: (name: Slot["name"]) => string) => readonly string[];
  /** A value that the backend may turn down, and the one the caller gives instead. */
  readonly refusal?: Refusal;
}

interface Refusal {
  readonly slot: Slot;
  readonly renewed: Slot;
  /** What the backend says. */
  readonly error: string;
  /** What the agent makes of it. */
  readonly asks: readonly string[];
}

/** A deed and what will go wrong with it. Made before the caller says anything of it: some mishaps begin there. */
export interface Plan {
  readonly deed: Deed;
  readonly mishap: Mishap;
  /** The slot it goes wrong with, and the words or arguments in its place. */
  readonly astray: { readonly slot: Slot; readonly words: Words } | null;
}

/** Takes the stage's mishap where it can happen to this deed; else it stays for a later one. */
export function planDeed(stage: Stage, deed: Deed): Plan {
  const { mishap } = stage;
  const astray = astrayIn(stage, deed, mishap);
  if (astray === "impossible") return asPlanned(deed);
  stage.settleMishap();
  return { deed, mishap, astray };
}

/** A deed that goes right. */
export function asPlanned(deed: Deed): Plan {
  return { deed, mishap: "none", astray: null };
}

/** The arguments of a plan when nothing goes wrong. */
export function rightArgs({ slots, fixed }: Deed): JsonObject {
  return { ...argsOf(slots), ...fixed };
}

export function astrayArgs({ deed, astray }: Plan): JsonObject {
  const instead = astray === null ? null : { slot: astray.slot, args: astray.words.args };
  return { ...argsOf(deed.slots, instead), ...deed.fixed };
}

/** What the caller is heard saying for a slot; null for what nobody asks. */
export function heardWords({ mishap, astray }: Plan, slot: Slot): Words | null {
  if (astray?.slot !== slot) return slot.right;
  if (mishap === "recogniser_slip") return astray.words;
  return mishap === "invented_value" ? null : slot.right;
}

function astrayIn(stage: Stage, deed: Deed, mishap: Mishap): Plan["astray"] | "impossible" {
  switch (mishap) {
    case "needs_new_value":
      return deed.refusal === undefined ? "impossible" : null;
    case "wrong_value":
      return pickAstray(stage, deed, (slot) => slot.wrong);
    case "recogniser_slip":
      return pickAstray(stage, deed, (slot) =>
        slot.distinct && deed.settled?.includes(slot) !== true ? slot.wrong : null,
      );
    case "schema_slip":
    case "schema_slip_kept":
      return pickAstray(stage, deed, (slot) =>
        slot.loose === null ? null : { ...slot.right, args: slot.loose },
      );
    case "invented_value":
      return pickAstray(stage, deed, (slot) => (slot.name === "phone" ? inventedPhone(stage) : null));
    case "false_call":
      return "impossible";
    default:
      return null;
  }
}

function pickAstray(
  stage: Stage,
  deed: Deed,
  wordsOf: (slot: Slot) => Words | null,
): Plan["astray"] | "impossible" {
  const choices = deed.slots.flatMap((slot) => {
    const words = wordsOf(slot);
    return words === null ? [] : [{ slot, words }];
  });
  return choices.length === 0 ? "impossible" : stage.random.pick(choices);
}
