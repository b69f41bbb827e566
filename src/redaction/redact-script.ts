import { letters } from "../plugins/redactors/reading/scan.ts";
import { questionIn } from "../plugins/redactors/reading/search-text.ts";
import type { Topic } from "../plugins/redactors/reading/topic-words.ts";
import type { Draw, Finding, SearchedText } from "../plugins/redactors/redactor.ts";
import { joinWords } from "./business.ts";
import { chooseFindings } from "./choose-findings.ts";
import { type JsonLeaf, withLeaves } from "./json-leaves.ts";
import { isInLabel } from "./labels.ts";
import { isOwnAnswer, isOwnTalk } from "./own-talk.ts";
import type { Part, Script } from "./parts.ts";
import type { Passage } from "./passages.ts";
import { placeNumbers } from "./place-numbers.ts";
import { readFields } from "./read-fields.ts";
import { createRegistry, type Registry, type Replacement } from "./registry.ts";
import { addReplaced, createTally, type RedactionCounts, type Tally } from "./report.ts";
import { type Rules, withRead } from "./rules.ts";
import type { Context, ReadPart, TextLeaf } from "./scope.ts";
import { createValueSet } from "./value-table.ts";
import { writeKeys } from "./write-keys.ts";

export interface RedactedScript {
  readonly texts: readonly string[];
  readonly counts: RedactionCounts;
  /** Made when asked for; never to be written beside the texts. */
  replacements(): readonly Replacement[];
}

/**
 * Redacts the texts of one scope together. A surrogate may make a guess about its neighbours look better than before
 * ("Oak 12" is nothing, "Brackenrise 12" an address): where the written text gives rise to one, the texts are redacted
 * once more, so that redacting them later changes nothing.
 */
export function redactScript(script: Script, rules: Rules, createDraw: () => Draw): RedactedScript {
  let { texts, counts, settled, reread, replacements } = redactOnce(script, rules, createDraw());
  for (let pass = 1; pass < mostPasses && !settled; pass += 1) {
    const parts = script.parts.map((part, index) => ({ ...part, text: texts[index] ?? "" }));
    const again = redactOnce({ ...script, parts }, withRead(rules, reread), createDraw());
    ({ texts, settled, reread } = again);
    counts = addReplaced(counts, again.counts);
    const before = replacements;
    replacements = () => [...before(), ...again.replacements()];
  }
  return { texts, counts, replacements };
}

const mostPasses = 4;

interface Pass extends RedactedScript {
  readonly settled: boolean;
  /** The written texts, as far as they were read to find that out: the next pass need not read them again. */
  readonly reread: readonly Passage[];
}

/**
 * First all fields and texts are read, so that what is learnt late in a call (a name that only an argument holds) is
 * found from its first words on.
 */
function redactOnce(script: Script, rules: Rules, draw: Draw): Pass {
  const context = createContext(script, rules, draw);
  const read = readParts(script.parts, context);
  for (const known of rules.denied) context.registry.add(known);
  for (const part of read) learnFrom(part, context);
  const finders = context.registry.finders(context.business);
  for (const part of read) placeNumbers(part, finders, context.registry);
  const writing: Writing = { context, finders, tally: createTally(), rewritten: [] };
  const texts = read.map((part) => writePart(part, writing));
  const reread: Passage[] = [];
  const settled = writing.rewritten.every(({ text, speaker, asked }) => {
    const passage = rules.readPassage(text, speaker, asked);
    reread.push(passage);
    return isSettled(passage, context);
  });
  const { replacements } = context.registry;
  return { texts, counts: writing.tally.counts(), settled, reread, replacements };
}

/** A written text in which nothing but surrogates is found. */
function isSettled({ text, found }: Passage, context: Context): boolean {
  return found.every(
    (finding) => !isPersonal(text, finding, context) || context.registry.isSurrogate(finding),
  );
}

function createContext(script: Script, rules: Rules, draw: Draw): Context {
  const tools = rules.readTools(script.tools);
  const ownFacts = rules.ownFacts(script);
  let words: string | null = null;
  const things: SearchedText[] = [];
  const business = () => {
    words ??= tools.words() + ownFacts.words + joinWords(things);
    return words;
  };
  return {
    rules,
    registry: createRegistry(draw),
    tools,
    business,
    own: ownFacts.values,
    listed: createValueSet(),
    things,
  };
}

function readParts(parts: readonly Part[], context: Context): ReadPart[] {
  let asked: Topic | null = null;
  return parts.map((part): ReadPart => {
    if (part.kind === "arguments" || part.kind === "result") return readFields(part, context);
    const speaker = part.kind === "prompt" ? "system" : part.kind;
    const passage = context.rules.readPassage(part.text, speaker, part.kind === "caller" ? asked : null);
    if (part.kind === "agent" && part.text !== "") {
      const question = questionIn(passage.text);
      if (question !== null || !isNod(passage.text)) asked = question;
    }
    return { json: null, passage, ofArguments: false };
  });
}

/** "Okay, go ahead please": the caller still answers the question before. "What was the charge" is another one. */
function isNod({ words }: SearchedText): boolean {
  return words.length <= longestNod && !questionWords.has(words[0] ?? "");
}

const longestNod = 4;
const questionWords = new Set(
  "what when where who whose how which why is are was were do does did can could will would should and".split(
    " ",
  ),
);

const nothing = createValueSet();

/** Adds what was found in texts, after all fields: a value that a field holds need not be guessed. */
function learnFrom(part: ReadPart, context: Context): void {
  const { ofArguments } = part;
  if (part.json === null) {
    learnFromPassage(part.passage, ofArguments, context);
    return;
  }
  for (const { passage } of part.others) learnFromPassage(passage, ofArguments, context);
  for (const { passage } of part.keys) learnFromPassage(passage, ofArguments, context);
}

function learnFromPassage({ text, found }: Passage, ofArguments: boolean, context: Context): void {
  for (const finding of found) {
    const copied = ofArguments && finding.entity !== "LOCATION";
    if (!isPersonal(text, finding, copied ? { ...context, listed: nothing } : context)) continue;
    const { entity, value } = finding;
    context.registry.add({ entity, value, heard: true });
  }
}

function isPersonal(text: SearchedText, finding: Finding, context: Context): boolean {
  const { rules, own, listed, registry } = context;
  if (!rules.isOpen(finding) || isInLabel(text.text, finding.start)) return false;
  if (registry.has(finding)) return true;
  const source = own.get(finding);
  if (source !== undefined) {
    if (text.speaker === "system") return rules.isOfCaller(text, finding);
    return source === "prompt" && isOwnTalk(text, finding);
  }
  if (finding.entity === "PERSON" && context.tools.words().includes(`| ${finding.value} |`)) return false;
  if (finding.unlessBusiness === true && context.business().includes(` ${finding.value} `)) return false;
  return !listed.has(finding) || isOwnAnswer(text, finding);
}

/** A text that was changed, and what it was read as. */
type Rewritten = Pick<SearchedText, "text" | "speaker" | "asked">;

interface Writing {
  readonly context: Context;
  readonly rewritten: Rewritten[];
  readonly finders: ReturnType<Registry["finders"]>;
  readonly tally: Tally;
}

function writePart(part: ReadPart, writing: Writing): string {
  if (part.json === null) return writePassage(part.passage, writing);
  const { context, tally } = writing;
  const changes: Change[] = [];
  for (const { leaf, form } of part.fields) {
    const surrogate = context.registry.surrogateOf(form);
    tally.count(form.entity, surrogate === form.value ? "left" : "replaced");
    if (surrogate === form.value) continue;
    const text = context.rules.write(form, surrogate, leaf.type);
    if (text !== leaf.text) changes.push({ leaf, text });
  }
  addWritten(part.others, writing, changes);
  addWritten(part.numbers, writing, changes);
  if (part.keys.length > 0)
    for (const change of writeKeys(part, (passage) => writePassage(passage, writing))) changes.push(change);
  if (changes.length === 0) return part.json;
  if (changes.length > 1) changes.sort((left, right) => left.leaf.start - right.leaf.start);
  return withLeaves(part.json, changes);
}

interface Change {
  readonly leaf: JsonLeaf;
  readonly text: string;
}

function addWritten(leaves: readonly TextLeaf[], writing: Writing, changes: Change[]): void {
  for (const { leaf, passage } of leaves) {
    const text = writePassage(passage, writing);
    if (text !== leaf.text) changes.push({ leaf, text });
  }
}

/**
 * Names among words alone stay names among words: only beside numbers and spelled letters, or where two findings
 * overlapped, can a surrogate look like more.
 */
function mayGiveRise(text: SearchedText, findings: readonly Finding[], chosen: readonly Finding[]): boolean {
  if (text.runs.length > 0 || (text.any & letters) !== 0 || findings.length > fewFindings) return true;
  return findings.some(
    ({ entity, start, end }) =>
      entity !== "PERSON" || !chosen.some((other) => other.start <= start && other.end >= end),
  );
}

const fewFindings = 12;

function writePassage({ text, found }: Passage, { context, finders, tally, rewritten }: Writing): string {
  const findings: Finding[] = [];
  for (const finding of found) if (isPersonal(text, finding, context)) findings.push(finding);
  for (const find of finders) for (const finding of find(text)) findings.push(finding);
  if (findings.length === 0) return text.text;
  let written = "";
  let end = 0;
  const chosen = chooseFindings(findings);
  for (const finding of chosen) {
    const surrogate = context.registry.surrogateOf(finding);
    tally.count(finding.entity, surrogate === finding.value ? "left" : "replaced");
    if (surrogate === finding.value) continue;
    written += text.text.slice(end, finding.start) + context.rules.write(finding, surrogate, "string");
    end = finding.end;
  }
  if (end === 0) return text.text;
  const whole = written + text.text.slice(end);
  if (mayGiveRise(text, findings, chosen))
    rewritten.push({ text: whole, speaker: text.speaker, asked: text.asked });
  return whole;
}
