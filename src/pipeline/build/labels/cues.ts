import { denialEnd, pastFillers } from "../../../lib/spoken/denial.ts";
import { phraseEnd, phrases } from "./phrases.ts";

/** What in a caller's answer may say that the agent got something wrong. Indexes are of the token after the cue. */
export interface Cues {
  /** "That's not what I asked for": the deed; "I only asked": its purpose; "that's wrong": a value; null for none. */
  readonly rejects: "deed" | "purpose" | "value" | null;
  /** "I said …", "I meant …". */
  readonly restates: number | null;
  /** "I said", "I asked for": that the agent had been told. */
  readonly claims: boolean;
  /** "No, make that …", "actually it's …", "sorry, change that to …". */
  readonly replaces: number | null;
  /** So plain ("it should be …", "make that …") that it corrects even what was only offered. */
  readonly insists: boolean;
  /** "No, …" */
  readonly denies: number | null;
  /** Where "not …" may stand that rules something out: after the "no", or at the front. */
  readonly excludes: number | null;
  /** The callers take it upon themselves or think again: "sorry, it's …", "actually", "my mistake", "I changed my mind". */
  readonly admits: boolean;
  /** After the cue comes a wish of its own: "no, what about …", "no, I'd like …". */
  readonly wishes: "asks" | "wants" | null;
}

const deedRejections = phrases(
  "not what i|i didnt ask|i did not ask|i never asked|i havent asked|i have not asked|i havent even asked|i didnt order|" +
    "i did not order|i never ordered|i havent ordered|i have not ordered|i didnt request|i never requested|" +
    "i didnt want that|i did not want that|i havent said anything|i only said|i just said|you misunderstood|" +
    "im not asking|i wasnt asking|i didnt say to|i didnt tell you to|i dont want to be transferred|i dont want to be connected|" +
    "i dont want to be put|i dont want to speak",
);
/** Said to a deed these reject it; said to an answer they ask on. */
const purposes = phrases(
  "i was just asking|i was only asking|i only asked|i just asked|i only wanted to know|i just wanted to know|" +
    "i was just wondering|i was only wondering|i only want to know|i just want to know|i was only enquiring",
);
const valueRejections = phrases(
  "thats wrong|that is wrong|thats not right|that is not right|that isnt right|thats not correct|that is not correct|" +
    "that isnt correct|thats incorrect|that is incorrect|not what i said|not what i meant|not what i ordered|" +
    "not what i wanted|not what i want|not what i need|i didnt say|i did not say|i never said|got that wrong|got it wrong|" +
    "misheard|thats not my|that is not my|that isnt my|not my name|not my number|not my address|not my email|not my phone|" +
    "not my order|not my last|not my first|wrong name|wrong day|wrong date|wrong time|wrong address|wrong order|wrong size|" +
    "wrong item|wrong one|wrong person|wrong email|wrong street",
);
const rejectionStarts = new Set(
  [deedRejections, purposes, valueRejections].flatMap((list) => [...list.keys()]),
);
const restatements = phrases(
  "i said|i told you|i asked for|i asked you|i asked|i meant|i wanted|i ordered|i was saying|what i said was",
);
const claimed: ReadonlySet<string> = new Set("said told asked ordered saying".split(" "));
/** "Like I said, Tuesday is fine" and "that's all I wanted" agree. */
const agreeing: ReadonlySet<string> = new Set(
  "like as what when if thought think remember all that one only everything it which because than see".split(
    " ",
  ),
);
/** "I wanted to ask …" asks. */
const asking: ReadonlySet<string> = new Set(["to", "if", "about", "whether", "what", "how"]);
const hedges = phrases("actually|wait|sorry|hold on|im sorry|hang on|correction|excuse me|one second");
const admissions = phrases(
  "actually|sorry|im sorry|my mistake|my bad|my fault|i misspoke|i forgot|i should have said|i shouldve said|changed my mind|" +
    "change my mind|change of plans|change of plan|second thought|second thoughts|come to think|gave you the wrong|i got that wrong|" +
    "i was wrong|scratch that|thinking about it|on reflection|i realised|i realized|i just realised|i just realized",
);
const replacements = phrases(
  "it should be|that should be|make that|make it|change that to|change it to|change to|should be|should have been|supposed to be|its|it is|" +
    "thats|that is|i mean|not|correction|the name is|my name is|name is|number is|address is",
);
const insistences = phrases(
  "it should be|that should be|should be|should have been|make that|its|it is|thats|that is|not|the name is|name is",
);
const askingWishes = phrases(
  "what about|how about|can|could|would|do you|does|did you|is there|are there|is it|are you|when|where|which|who|what|" +
    "how|lets|let us|try|find|search|look|show|check|maybe|tell|give me|also|another|any|anything",
);
const wantingWishes = phrases(
  "i want|i would|id like|id rather|id prefer|i prefer|i need|i like|i think|i was hoping|i have|we want|we need|" +
    "i just|i remember|i actually|i really|i also|i dont|i do|i cant|i will|ill|ive|im|i am|please|just|there|they|he|she|because|since|if",
);

const comparing: ReadonlySet<string> = new Set(
  "before after until till later earlier more less than".split(" "),
);
const openingLength = 14;
const searchedLength = 40;

/** Who would rather have something else has been understood. */
const preferring: ReadonlySet<string> = new Set(
  "better rather instead prefer change switch forgot decided".split(" "),
);

/** Reads the front of an answer; tokens as `tokensOf` makes them. */
export function cuesOf(tokens: readonly string[]): Cues {
  const denies = denialEnd(tokens);
  const opening = pastFillers(tokens);
  const restates = restatementEnd(tokens);
  const hedged = denies ?? hedgeEnd(tokens, opening);
  const replaces = hedged === null ? null : phraseEnd(tokens, hedged, replacements);
  const excludes = denies ?? (tokens[opening] === "not" ? opening : laterNot(tokens));
  const after = restates ?? replaces ?? denies ?? opening;
  return {
    rejects: rejectionIn(tokens),
    restates,
    claims: restates !== null && tokens.slice(0, openingLength + 2).some((token) => claimed.has(token)),
    replaces,
    insists: hedged !== null && phraseEnd(tokens, hedged, insistences) !== null,
    denies,
    excludes,
    admits: (restates ?? replaces ?? denies) !== null && admitsIn(tokens),
    wishes: wishAt(tokens, hedgeEnd(tokens, after) ?? after) ?? (prefersIn(tokens) ? "wants" : null),
  };
}

/** "The twenty first, not the twenty second": short, and said of what stands before it. */
function laterNot(tokens: readonly string[]): number | null {
  if (tokens.length > openingLength) return null;
  const at = tokens.indexOf("not");
  return at > 1 && !comparing.has(tokens[at + 1] ?? "") ? at : null;
}

function admitsIn(tokens: readonly string[]): boolean {
  const end = Math.min(tokens.length, searchedLength);
  for (let index = 0; index < end; index += 1) if (phraseEnd(tokens, index, admissions) !== null) return true;
  return false;
}

function prefersIn(tokens: readonly string[]): boolean {
  const end = Math.min(tokens.length, searchedLength);
  for (let index = 0; index < end; index += 1) if (preferring.has(tokens[index] ?? "")) return true;
  return false;
}

function rejectionIn(tokens: readonly string[]): Cues["rejects"] {
  const end = Math.min(tokens.length, searchedLength);
  for (let index = 0; index < end; index += 1) {
    if (!rejectionStarts.has(tokens[index] ?? "")) continue;
    const isOwn = tokens[index - 1] === "i" || tokens[index - 1] === "ive";
    if (!isOwn && phraseEnd(tokens, index, valueRejections) !== null) return "value";
    if (phraseEnd(tokens, index, deedRejections) !== null) return "deed";
    if (phraseEnd(tokens, index, purposes) !== null) return "purpose";
  }
  return null;
}

function restatementEnd(tokens: readonly string[]): number | null {
  const end = Math.min(tokens.length, openingLength);
  for (let index = 0; index < end; index += 1) {
    const after = phraseEnd(tokens, index, restatements);
    if (after === null || agreeing.has(tokens[index - 1] ?? "")) continue;
    if (asking.has(tokens[after] ?? "")) return null;
    // "6 pm, I said."
    return after === tokens.length ? 0 : after;
  }
  return null;
}

function hedgeEnd(tokens: readonly string[], opening: number): number | null {
  let end: number | null = null;
  for (let index = opening; index < tokens.length; ) {
    const after = phraseEnd(tokens, index, hedges);
    if (after === null) break;
    end = after;
    index = after;
  }
  return end;
}

function wishAt(tokens: readonly string[], index: number): Cues["wishes"] {
  if (phraseEnd(tokens, index, askingWishes) !== null) return "asks";
  return phraseEnd(tokens, index, wantingWishes) === null ? null : "wants";
}
