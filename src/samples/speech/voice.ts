import type { Random } from "../../lib/seeded-random.ts";
import { marked } from "../marks.ts";
import { shares } from "../shares.ts";

/** How a caller sounds, and what the speech recogniser makes of it. */
export interface Voice {
  readonly hesitant: boolean;
  /** The recogniser writes small letters without punctuation. */
  readonly lowerCase: boolean;
  readonly slips: boolean;
  /** Numbers come as words rather than digits. */
  readonly spokenNumbers: boolean;
}

export interface Heard {
  readonly text: string;
  readonly fillers: number;
  readonly slips: number;
}

export function drawVoice(random: Random): Voice {
  return {
    hesitant: random.chance(shares.voice.hesitant),
    lowerCase: random.chance(shares.voice.lower_case),
    slips: random.chance(shares.voice.slips),
    spokenNumbers: random.chance(shares.voice.spoken_numbers),
  };
}

/** What stands in the transcript for what was said. Marked stretches keep their words: the truth is about them. */
export function hear(random: Random, voice: Voice, said: string): Heard {
  let fillers = 0;
  let slips = 0;
  const fill = (gap: string) => {
    if (!random.chance(0.22)) return gap;
    fillers += 1;
    return `${gap}${random.pick(fillerWords)}, `;
  };
  const slip = (word: string) => {
    if (!random.chance(0.3)) return word;
    slips += 1;
    return slipWords[word] ?? word;
  };
  const ordinary = (words: string) => {
    let heard = words;
    if (voice.hesitant) heard = heard.replace(pause, fill);
    if (voice.slips) heard = heard.replace(slippery, slip);
    return voice.lowerCase ? heard.replace(punctuation, "") : heard;
  };
  let text = outsideMarks(said, ordinary);
  if (voice.hesitant && random.chance(0.3)) {
    text = `${random.pick(openers)}, ${text.replace(sentenceStart, (letter) => letter.toLowerCase())}`;
    fillers += 1;
  }
  if (voice.lowerCase) text = text.toLowerCase().replace(/,(?=\s)/g, "");
  return { text, fillers, slips };
}

/** A capital that only stands for the beginning: not "I", and not a name. */
const sentenceStart = /^[A-Z](?=[a-z])/;
const pause = /, /g;
const punctuation = /[,.?!]/g;
const fillerWords = ["um", "uh", "you know", "like", "let me see", "er", "I mean to say"];
const openers = ["Um", "Uh", "Well", "So", "Yeah", "Okay so", "Er"];

/** Words that recognisers get wrong or drop. None of them is a number, a name or a "no". */
const slipWords: Readonly<Record<string, string>> = {
  their: "there",
  your: "you're",
  would: "wood",
  appointment: "a point meant",
  delivery: "deliver he",
  please: "peas",
  hear: "here",
  need: "knead",
  know: "now",
  right: "write",
  the: "",
  is: "",
  have: "half of",
  make: "made",
  get: "got",
  order: "older",
  thanks: "tanks",
  great: "grate",
  could: "good",
};
const slippery = new RegExp(`\\b(?:${Object.keys(slipWords).join("|")})\\b`, "g");

function outsideMarks(text: string, change: (words: string) => string): string {
  let changed = "";
  let from = 0;
  for (const match of text.matchAll(marked)) {
    changed += change(text.slice(from, match.index)) + match[0];
    from = match.index + match[0].length;
  }
  return (changed + change(text.slice(from))).replace(/ {2,}/g, " ").trim();
}
