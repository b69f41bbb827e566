import { createDraw } from "../../scripts/engine/corpus/draw.ts";
import { phone } from "../../scripts/engine/corpus/values/codes.ts";
import { count } from "../../scripts/engine/corpus/values/numbers.ts";
import { drawPerson } from "../../scripts/engine/corpus/values/persons.ts";
import { date } from "../../scripts/engine/corpus/values/times.ts";
import {
  asHeard,
  type Said,
  type Scene,
  type ValueKind,
  type ValueMaker,
} from "../../scripts/engine/corpus/values/value.ts";
import type { Tool } from "../../src/domain/tool.ts";
import type { JsonObject } from "../../src/lib/json.ts";

/** Ways to say it: those a model may learn from, and those it is only asked with. */
export interface Phrases {
  readonly learnt: readonly string[];
  readonly heldOut: readonly string[];
}

export interface ClinicParameter {
  readonly name: string;
  readonly required: boolean;
  readonly schema: JsonObject;
  make(scene: Scene): Said;
  /** Along with the wish. */
  readonly gives: Phrases;
  /** In answer to a question. */
  readonly tells: Phrases;
  readonly asks: readonly string[];
}

export interface ClinicTool {
  readonly tool: Tool;
  readonly wishes: Phrases;
  readonly parameters: readonly ClinicParameter[];
}

/** One way of wanting a kind of value that keeps to a form; the domain's schemas don't change from call to call. */
function strict(kind: ValueKind): ValueMaker {
  for (let at = 0; ; at += 1) {
    const maker = kind(createDraw(`clinic ${at}`, "training"));
    if (maker.schema["format"] !== undefined || maker.schema["pattern"] !== undefined) return maker;
  }
}

const once = createDraw("clinic", "training");
const [dates, phones] = [strict(date), strict(phone)];
const counts = count(1, 12)(once);

/** First and last name; one in ten is spelled. */
function ownName({ draw, voice }: Scene): Said {
  const value = drawPerson(draw);
  if (!draw.chance(0.1)) return { value, words: value };
  const letters = Array.from(value.split(" ").at(-1)?.toLowerCase() ?? "").join(voice.lowerCase ? " " : "-");
  return { value, words: `${value}, ${draw.random.pick(["that's", "spelled", "written"])} ${letters}` };
}

const species = ["dog", "cat", "rabbit", "parrot", "hamster"];
const medicines = ["Pelvozin", "Ramitol", "Casprex", "Dolivet", "Murexan", "Tibacil", "Folarin", "Quendo"];
const symptoms = [
  "is limping",
  "won't eat",
  "keeps coughing",
  "has a swollen eye",
  "was stung by a wasp",
  "is bleeding from the paw",
  "can't get up",
  "threw up twice",
];

const petName: Omit<ClinicParameter, "required"> = {
  name: "pet_name",
  schema: { type: "string" },
  make: ({ draw }) => {
    const name = draw.word(1, 2);
    return { value: name.charAt(0).toUpperCase() + name.slice(1), words: name };
  },
  gives: {
    learnt: ["for {v}", "it's for {v}", "the pet is called {v}", "my pet {v}", "{v} is the name of the pet"],
    heldOut: ["it concerns {v}", "the little one's name is {v}", "we call our pet {v}"],
  },
  tells: {
    learnt: ["{v}", "it's {v}", "the name is {v}", "that would be {v}"],
    heldOut: ["we call it {v}", "{v} it is"],
  },
  asks: ["What's your pet's name?", "Which pet is it for?"],
};

const kindOfPet: Omit<ClinicParameter, "required"> = {
  name: "species",
  schema: { type: "string", enum: species },
  make: ({ draw }) => {
    const kind = draw.random.pick(species);
    return { value: kind, words: kind };
  },
  gives: {
    learnt: ["it's a {v}", "a {v}", "we have a {v}", "she's a {v}", "he is a {v}"],
    heldOut: ["the animal is a {v}", "that's our {v}", "it is only a {v}"],
  },
  tells: { learnt: ["a {v}", "it's a {v}", "{v}"], heldOut: ["that's a {v}", "we keep a {v}"] },
  asks: ["What kind of animal is it?", "Is it a dog or a cat?"],
};

const day: Omit<ClinicParameter, "required"> = {
  name: "visit_date",
  schema: dates.schema,
  make: dates.make,
  gives: {
    learnt: ["on {v}", "for {v}", "{v} would suit me", "best on {v}", "if possible {v}"],
    heldOut: ["ideally {v}", "say {v}", "{v} is when I have time"],
  },
  tells: { learnt: ["{v}", "{v} please", "on {v}"], heldOut: ["I could do {v}", "let's say {v}"] },
  asks: ["Which day suits you?", "What day would you like?"],
};

const owner: Omit<ClinicParameter, "required"> = {
  name: "owner_name",
  schema: { type: "string" },
  make: ownName,
  gives: {
    learnt: ["my name is {v}", "the owner is {v}", "this is {v}", "under {v}"],
    heldOut: ["{v} speaking", "you have {v} on the line"],
  },
  tells: { learnt: ["{v}", "I'm {v}", "my name is {v}"], heldOut: ["{v} here", "put down {v}"] },
  asks: ["And your own name?", "Who is the owner?"],
};

const callback: Omit<ClinicParameter, "required"> = {
  name: "callback_number",
  schema: phones.schema,
  make: phones.make,
  gives: {
    learnt: ["my number is {v}", "call me on {v}", "the number is {v}"],
    heldOut: ["you get me on {v}", "I answer at {v}"],
  },
  tells: { learnt: ["{v}", "it's {v}"], heldOut: ["try {v}"] },
  asks: ["What number can we call?"],
};

const medicine: Omit<ClinicParameter, "required"> = {
  name: "medicine",
  schema: { type: "string" },
  make: (scene) => asHeard(scene, scene.draw.random.pick(medicines)),
  gives: {
    learnt: ["of {v}", "the medicine is {v}", "we need {v}", "the {v} again", "it takes {v}"],
    heldOut: ["it's on {v}", "the stuff is called {v}", "we ran out of {v}"],
  },
  tells: { learnt: ["{v}", "it's {v}", "{v} please"], heldOut: ["it says {v}", "the label says {v}"] },
  asks: ["Which medicine is it?", "What is it called?"],
};

const packs: Omit<ClinicParameter, "required"> = {
  name: "packs",
  schema: counts.schema,
  make: counts.make,
  gives: {
    learnt: ["{v} packs", "I'd take {v} packs", "{v} of them", "{v} boxes"],
    heldOut: ["make that {v} packs", "{v} should do"],
  },
  tells: { learnt: ["{v}", "{v} packs", "{v} please"], heldOut: ["I think {v}", "{v} will do"] },
  asks: ["How many packs?"],
};

const visitCode: Omit<ClinicParameter, "required"> = {
  name: "visit_code",
  schema: { type: "string", pattern: "^VC-\\d{4}$" },
  make: ({ draw, voice }) => {
    const digits = String(draw.between(1000, 9999));
    return {
      value: `VC-${digits}`,
      words: voice.digits ? digits : digits.split("").map(digitWord).join(" "),
    };
  },
  gives: {
    learnt: ["the code is {v}", "code {v}", "with the code {v}", "the number on the card is {v}"],
    heldOut: ["my slip says {v}", "under code {v}", "I've got {v} written here"],
  },
  tells: { learnt: ["{v}", "it's {v}", "the code is {v}"], heldOut: ["it says {v}", "I read {v}"] },
  asks: ["What's the visit code?", "Which code is on your card?"],
};

const complaint: Omit<ClinicParameter, "required"> = {
  name: "symptom",
  schema: { type: "string" },
  make: (scene) => asHeard(scene, scene.draw.random.pick(symptoms)),
  gives: {
    learnt: ["it {v}", "she {v}", "the poor thing {v}", "my pet {v}"],
    heldOut: ["since this morning it {v}", "the animal {v}"],
  },
  tells: { learnt: ["it {v}", "she {v}"], heldOut: ["he {v} all of a sudden"] },
  asks: ["What is wrong?", "What happened?"],
};

function digitWord(digit: string): string {
  return "zero one two three four five six seven eight nine".split(" ")[Number(digit)] ?? "";
}

function clinicTool(
  [name, description]: readonly [string, string],
  parameters: readonly ClinicParameter[],
  wishes: Phrases,
): ClinicTool {
  const schema = {
    type: "object",
    properties: Object.fromEntries(parameters.map((one) => [one.name, one.schema])),
    required: parameters.filter((one) => one.required).map((one) => one.name),
  };
  return {
    tool: { type: "function", function: { name, description, parameters: schema } },
    wishes,
    parameters,
  };
}

const needed = (one: Omit<ClinicParameter, "required">): ClinicParameter => ({ ...one, required: true });
const optional = (one: Omit<ClinicParameter, "required">): ClinicParameter => ({ ...one, required: false });

/** What the phone desk of a veterinary clinic can do: nothing of it is in the base model's corpus. */
export const clinicTools: readonly ClinicTool[] = [
  clinicTool(
    ["vet_checkup_slot", "Puts a pet down for a checkup."],
    [needed(petName), needed(kindOfPet), needed(day), optional(callback)],
    {
      learnt: [
        "I'd like a checkup",
        "can you see my pet",
        "I need to come in with my pet",
        "my pet is due for a checkup",
        "can I get a slot with the vet",
        "please put us down for a checkup",
        "we want to come by for a checkup",
        "it's time for the yearly checkup",
      ],
      heldOut: [
        "could the vet have a look at my pet",
        "I'm calling to arrange a checkup",
        "when could we drop in for a checkup",
        "my pet needs to be looked over",
      ],
    },
  ),
  clinicTool(["vet_drop_slot", "Takes a pet's checkup off the calendar."], [needed(visitCode)], {
    learnt: [
      "we can't make it to our checkup",
      "please take us off the calendar",
      "I have to call off the visit",
      "cancel our visit",
      "we won't come after all",
      "I need to cancel the checkup",
      "drop our slot please",
      "we don't need the visit any more",
    ],
    heldOut: [
      "something came up so we're not coming",
      "could you scratch our visit",
      "I want out of the checkup",
      "the visit has to be cancelled",
    ],
  }),
  clinicTool(
    ["vet_medicine_again", "Orders more of a pet's medicine."],
    [needed(petName), needed(medicine), needed(packs)],
    {
      learnt: [
        "we're out of medicine",
        "I need a refill",
        "can you refill the prescription",
        "I'd like more medicine",
        "please order the medicine again",
        "we need some more tablets",
        "the tablets are nearly finished",
        "another round of medicine please",
      ],
      heldOut: [
        "could you get us more of the medicine",
        "our supply is running low",
        "I want to stock up on the tablets",
        "time for a new prescription",
      ],
    },
  ),
  clinicTool(
    ["vet_enroll_pet", "Adds a new pet to the clinic's records."],
    [needed(owner), needed(petName), needed(kindOfPet), optional(callback)],
    {
      learnt: [
        "I'd like to register my pet",
        "we're new here",
        "can you add my pet to your records",
        "I want to sign up my pet",
        "we just got a pet and want to register",
        "please open a file for my pet",
        "we have never been with you before",
        "I need to enroll a new pet",
      ],
      heldOut: [
        "how about putting our pet in your system",
        "we'd like to become clients of yours",
        "this is our first time, we want a file",
        "could you take on a new pet",
      ],
    },
  ),
  clinicTool(
    ["vet_page_doctor", "Calls the vet on duty to an emergency."],
    [needed(petName), needed(complaint)],
    {
      learnt: [
        "it's an emergency",
        "I need a vet right now",
        "please help quickly",
        "something is very wrong",
        "can the doctor come to the phone",
        "we need the vet on duty",
        "it can't wait",
        "I'm really worried",
      ],
      heldOut: [
        "get me the doctor at once",
        "it's urgent",
        "I don't know what to do, please fetch a vet",
        "this is really serious",
      ],
    },
  ),
];

/** Turns that need no tool, and a fitting reply. */
export const chitChat: readonly {
  readonly said: Phrases;
  readonly reply: string;
}[] = [
  {
    said: {
      learnt: ["thank you so much", "thanks, that's all", "great, thanks", "okay thank you"],
      heldOut: ["that's very kind of you", "wonderful, thanks a lot"],
    },
    reply: "You're welcome. Anything else?",
  },
  {
    said: {
      learnt: ["hello", "hi, good morning", "hello, is this the clinic", "hi there"],
      heldOut: ["good day to you", "hello, anybody there"],
    },
    reply: "Hello, how can I help?",
  },
  {
    said: {
      learnt: ["what are your hours", "when do you open", "are you open today", "until when are you there"],
      heldOut: ["how late can we come", "do you close over lunch"],
    },
    reply: "We're open from eight to six.",
  },
  {
    said: {
      learnt: [
        "do you sell dog food",
        "do you also treat horses",
        "can you groom my dog",
        "do you sell leashes",
      ],
      heldOut: ["would you board my cat for a week", "can you recommend a dog school"],
    },
    reply: "I'm sorry, we don't do that.",
  },
  {
    said: {
      learnt: ["bye", "goodbye", "okay bye then", "that was all, bye"],
      heldOut: ["I'll hang up now, bye", "see you, bye"],
    },
    reply: "Goodbye!",
  },
];
