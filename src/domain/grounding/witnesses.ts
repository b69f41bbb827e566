import { dayHalves, fillers, nameParticles, otherWritings, stopWords } from "../../lib/spoken/lexicon.ts";
import { type Mention, mentionsIn } from "../../lib/spoken/mentions.ts";
import { differsByOneSlip } from "../../lib/spoken/slips.ts";
import { isNumeric } from "../../lib/spoken/tokens.ts";
import type { IndexedEvidence, IndexedKind, Seen } from "./evidence-index.ts";
import type { Grounding } from "./grounding-of.ts";

/** A set of sources, one bit each; 0 is nobody. */
type Witnesses = number;
const caller = 1;
const tool = 2;
const system = 4;
const agent = 8;
const everybody = caller | tool | system | agent;

const nationalDigits = 10;
const shortestSlip = 5;
const shortestCompound = 5;
/** "decaf" for "decaffeinated". */
const shortestShortening = 5;
/** "fran" for "Francisco", where "San" stands before both. */
const shortestPiece = 3;
const longestInitials = 4;
/** Letters that a written instant has around its numbers. */
const instantLetters: ReadonlySet<string> = new Set(["t", "z"]);

/** The best source that gave the whole number before that turn, or null. */
export function numberWitnesses(value: number, evidence: IndexedEvidence, before: number): Grounding | null {
  const asked = Math.abs(value);
  let witnesses = formWitnesses(evidence, "number", [String(asked)], before);
  if (witnesses === 0) witnesses = seenBefore(evidence.word(String(value), before), before);
  if (witnesses === 0 && Number.isInteger(asked) && asked > 99)
    witnesses =
      formWitnesses(evidence, "digits", [String(asked)], before) ||
      (evidence.callerReadOut(String(asked), before) ? caller : 0);
  if (witnesses === 0) witnesses = formWitnesses(evidence, "number", otherScales(asked), before);
  if (witnesses === 0 && Number.isInteger(asked) && asked <= 24)
    witnesses = formWitnesses(evidence, "time", [`${String(asked % 24).padStart(2, "0")}:00`], before);
  return best(witnesses, "user_normalised");
}

/** Cents for dollars, percent for shares. */
function otherScales(value: number): string[] {
  if (value > 0 && value < 1) return [String(Math.round(value * 10_000) / 100)];
  return value >= 100 ? [String(value / 100)] : [];
}

/**
 * The best source that gave the whole text before that turn, word by word and value by value; where no single source
 * gave all of it, the weakest of those needed. Null where a part has no witness.
 */
export function textWitnesses(
  tokens: readonly string[],
  evidence: IndexedEvidence,
  before: number,
): Grounding | null {
  // Signs alone hold nothing that could be looked for.
  if (tokens.length === 0) return "inferred";
  if (evidence.callerSaid(tokens, before)) return "user_literal";
  const parts = partWitnesses(tokens, evidence, before);
  if (parts !== null) {
    const all = parts.reduce((left, right) => left & right, everybody);
    if (all !== 0) return best(all, "user_normalised");
    return weakest(parts);
  }
  if (callerSaidInitials(tokens, evidence, before)) return "user_normalised";
  const letters = tokens.join("");
  return letters.length > shortestCompound && evidence.callerSpells(letters, before)
    ? "user_normalised"
    : null;
}

/** Who gave each part that carries a value; null as soon as one has nobody. */
function partWitnesses(
  tokens: readonly string[],
  evidence: IndexedEvidence,
  before: number,
): Witnesses[] | null {
  const mentions = mentionsIn(tokens, evidence.today);
  const parts: Witnesses[] = [];
  for (let index = 0; index < tokens.length; ) {
    const { witnesses, end } = partAt(tokens, index, { mentions, evidence, before });
    if (witnesses !== 0) parts.push(witnesses);
    else if (!carriesNothing(tokens, index)) return null;
    index = end;
  }
  return parts.length === 0 ? null : parts;
}

interface Search {
  readonly mentions: readonly Mention[];
  readonly evidence: IndexedEvidence;
  readonly before: number;
}

/** The longest value said that starts here and was given by someone, else the word itself. */
function partAt(
  tokens: readonly string[],
  index: number,
  search: Search,
): { witnesses: Witnesses; end: number } {
  const { evidence, before } = search;
  const here = search.mentions.filter((mention) => mention.start === index);
  here.sort((one, other) => other.end - one.end);
  for (const mention of here) {
    const witnesses = mentionWitnesses(mention, evidence, before);
    if (witnesses !== 0) return { witnesses, end: mention.end };
  }
  const token = tokens[index] ?? "";
  const witnesses = wordWitnesses(token, evidence, before) || pieceWitnesses(tokens, index, search);
  return { witnesses, end: index + 1 };
}

/** "San Fran": the word before it and the beginning of the word, side by side. */
function pieceWitnesses(tokens: readonly string[], index: number, { evidence, before }: Search): Witnesses {
  const [previous = "", token = ""] = [tokens[index - 1], tokens[index]];
  if (previous === "" || isNumeric(token)) return 0;
  for (let length = token.length - 1; length >= shortestPiece; length -= 1)
    if (evidence.callerSaid([previous, token.slice(0, length)], before)) return caller;
  return 0;
}

/** "NY" and "NYC" for New York. */
function callerSaidInitials(tokens: readonly string[], evidence: IndexedEvidence, before: number): boolean {
  if (tokens.length < 2 || tokens.length > longestInitials || tokens.some(isNumeric)) return false;
  const initials = tokens.map((token) => token.charAt(0)).join("");
  return [initials, `${initials}c`].some((said) => {
    if (stopWords.has(said) || fillers.has(said)) return false;
    const seen = [evidence.word(said, before), evidence.reading("spelled", said, before)];
    return seen.some((one) => one !== undefined && one.caller < before);
  });
}

function mentionWitnesses(mention: Mention, evidence: IndexedEvidence, before: number): Witnesses {
  if (mention.kind !== "digits") {
    const witnesses = formWitnesses(evidence, mention.kind, mention.readings, before);
    if (witnesses !== 0) return witnesses;
    if (mention.kind === "date") return readOutDates(mention, evidence, before);
    if (mention.kind !== "time") return 0;
    const hours = mention.readings.filter((reading) => reading.endsWith(":00"));
    const bare = hours.map((reading) => String(Number(reading.slice(0, 2)) % 12 || 12));
    return formWitnesses(evidence, "bare", bare, before);
  }
  const [digits = ""] = mention.readings;
  const forms = digits.length > nationalDigits ? [digits, digits.slice(-nationalDigits)] : [digits];
  const witnesses = formWitnesses(evidence, "digits", forms, before);
  if (witnesses !== 0) return witnesses;
  return forms.some((form) => evidence.callerReadOut(form, before)) ? caller : 0;
}

/** "oh seven oh four nineteen forty one": a date read out as digits, in either order. */
function readOutDates({ readings }: Mention, evidence: IndexedEvidence, before: number): Witnesses {
  const isReadOut = readings.some((reading) => {
    const [year = "", month = "", day = ""] = reading.split("-");
    const short = `${Number(month)}${Number(day)}${year}`;
    const forms = [month + day + year, day + month + year, short, month + day + year.slice(2)];
    return forms.some(
      (form) =>
        evidence.callerReadOut(form, before) || formWitnesses(evidence, "digits", [form], before) !== 0,
    );
  });
  return isReadOut ? caller : 0;
}

function formWitnesses(
  evidence: IndexedEvidence,
  kind: IndexedKind,
  forms: readonly string[],
  before: number,
): Witnesses {
  let witnesses = 0;
  for (const form of forms) witnesses |= seenBefore(evidence.reading(kind, form, before), before);
  return witnesses;
}

function wordWitnesses(token: string, evidence: IndexedEvidence, before: number): Witnesses {
  const exact =
    seenBefore(evidence.word(token, before), before) |
    seenBefore(evidence.reading("spelled", token, before), before);
  if (exact !== 0) return exact;
  for (const writing of [...(otherWritings.get(token) ?? []), ...numberForms(token)]) {
    const witnesses = seenBefore(evidence.word(writing, before), before);
    if (witnesses !== 0) return witnesses;
  }
  if (isNumeric(token))
    return (
      formWitnesses(evidence, "number", [String(Number(token))], before) ||
      formWitnesses(evidence, "digits", [token], before)
    );
  if (token.length < shortestSlip) return 0;
  return slipWitnesses(token, evidence, before) || (evidence.callerSpells(token, before) ? caller : 0);
}

/** Singular for plural, and the other way round. */
function numberForms(token: string): string[] {
  if (token.length < 3) return [];
  if (token.endsWith("ies")) return [`${token.slice(0, -3)}y`, token.slice(0, -1)];
  if (token.endsWith("es")) return [token.slice(0, -1), token.slice(0, -2)];
  if (token.endsWith("s")) return [token.slice(0, -1)];
  return token.endsWith("y") ? [`${token}s`, `${token.slice(0, -1)}ies`] : [`${token}s`, `${token}es`];
}

/** A word of the caller that is the same but for one letter: recognisers and fingers slip. */
function slipWitnesses(token: string, evidence: IndexedEvidence, before: number): Witnesses {
  for (const [word, seen] of evidence.words(before))
    if (seen.caller < before && word.length >= shortestSlip && isVariant(token, word)) return caller;
  return 0;
}

function isVariant(token: string, said: string): boolean {
  return differsByOneSlip(token, said) || isShortened(said, token) || isShortened(token, said);
}

/** "decaf" and "decaffeinated"; "Peter" and "Peterson" are two names. */
function isShortened(short: string, long: string): boolean {
  return short.length >= shortestShortening && long.startsWith(short) && long !== `${short}son`;
}

function carriesNothing(tokens: readonly string[], index: number): boolean {
  const token = tokens[index] ?? "";
  return (
    stopWords.has(token) || nameParticles.has(token) || dayHalves.has(token) || instantLetters.has(token)
  );
}

function seenBefore(seen: Seen | undefined, before: number): Witnesses {
  if (seen === undefined) return 0;
  return (
    (seen.caller < before ? caller : 0) |
    (seen.tool < before ? tool : 0) |
    (seen.system < before ? system : 0) |
    (seen.agent < before ? agent : 0)
  );
}

function best(witnesses: Witnesses, ofCaller: Grounding): Grounding | null {
  if ((witnesses & caller) !== 0) return ofCaller;
  if ((witnesses & tool) !== 0) return "tool_result";
  if ((witnesses & system) !== 0) return "system_prompt";
  return witnesses === 0 ? null : "agent_said";
}

function weakest(parts: readonly Witnesses[]): Grounding {
  const groundings = parts.map((part) => best(part, "user_normalised"));
  if (groundings.includes("agent_said")) return "agent_said";
  if (groundings.includes("system_prompt")) return "system_prompt";
  return groundings.includes("tool_result") ? "tool_result" : "user_normalised";
}
