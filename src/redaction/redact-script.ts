import { questionIn, searchText } from "../plugins/redactors/reading/search-text.ts";
import type { Topic } from "../plugins/redactors/reading/topics.ts";
import type { Draw, Entity, Finding, Form, SearchedText } from "../plugins/redactors/redactor.ts";
import { joinWords } from "./business.ts";
import { chooseFindings } from "./choose-findings.ts";
import { listingPaths, redactorOf } from "./fields.ts";
import { type JsonLeaf, jsonLeaves, withLeaves } from "./json-leaves.ts";
import { isConfined } from "./leaf-schema.ts";
import { ownKinds } from "./own-values.ts";
import type { Part, Script } from "./parts.ts";
import type { Passage } from "./passages.ts";
import { createRegistry, type Registry } from "./registry.ts";
import { createTally, type RedactionCounts, type Tally } from "./report.ts";
import type { Rules } from "./rules.ts";
import type { ToolFacts } from "./tool-facts.ts";

export interface RedactedScript {
  readonly texts: readonly string[];
  readonly counts: RedactionCounts;
}

/** A leaf whose field's name says what it holds. */
interface FieldLeaf {
  readonly leaf: JsonLeaf;
  readonly form: Form;
}

interface TextLeaf {
  readonly leaf: JsonLeaf;
  readonly passage: Passage;
}

type ReadPart =
  | { readonly json: null; readonly passage: Passage; readonly ofArguments: boolean }
  | {
      readonly json: string;
      readonly ofArguments: boolean;
      readonly fields: readonly FieldLeaf[];
      readonly others: readonly TextLeaf[];
    };

interface Context {
  readonly rules: Rules;
  readonly registry: Registry;
  readonly tools: ToolFacts;
  readonly business: () => string;
  /** Values of the business itself, and of the listings its tools return; by entity and value. */
  readonly own: ReadonlySet<string>;
  readonly listed: Pick<Set<string>, "add" | "has">;
  /** Texts of fields that aren't personal. */
  readonly things: SearchedText[];
}

/**
 * Redacts the texts of one scope together. First all fields and texts are read, so that what is learnt late in a call
 * (a name that only an argument holds) is found from its first words on.
 */
export function redactScript(script: Script, rules: Rules, draw: Draw): RedactedScript {
  const context = createContext(script, rules, draw);
  const read = readParts(script.parts, context);
  for (const known of rules.denied) context.registry.add(known);
  for (const part of read) learnFrom(part, context);
  const finders = context.registry.finders(context.business);
  const tally = createTally();
  const writing = { ...context, finders, tally };
  const texts = read.map((part) => writePart(part, writing));
  return { texts, counts: tally.counts() };
}

function createContext(script: Script, rules: Rules, draw: Draw): Context {
  const tools = rules.readTools(script.tools);
  let words: string | null = null;
  const things: SearchedText[] = [];
  const business = () => {
    words ??= tools.words() + rules.columnWords(script) + joinWords(things);
    return words;
  };
  return {
    rules,
    registry: createRegistry(draw),
    tools,
    business,
    own: rules.ownValues(script),
    listed: new Set(),
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
      if (question !== null || passage.text.words.length > longestNod) asked = question;
    }
    return { json: null, passage, ofArguments: false };
  });
}

/** Words of "okay, go ahead please", after which the caller still answers the question before. */
const longestNod = 4;

function readFields(part: Extract<Part, { tool: string }>, context: Context): ReadPart {
  const { rules } = context;
  const leaves = jsonLeaves(part.text);
  const ofArguments = part.kind === "arguments";
  if (leaves === null)
    return { json: null, ofArguments, passage: rules.readPassage(part.text, "data", null) };
  const listings = part.kind === "result" ? listingPaths(leaves) : noListings;
  const fields: FieldLeaf[] = [];
  const others: TextLeaf[] = [];
  for (const leaf of leaves) {
    if (leaf.text === "" || isEntirelyBusiness(part, leaf, context)) continue;
    const form = soloZip(readForm(part, leaf, { leaves, context }), leaves, context);
    const isField = form !== null && form.entity !== "LOCATION";
    if (form !== null && listings.has(leaf.parent)) context.listed.add(`${form.entity}\n${form.value}`);
    else if (isField) fields.push({ leaf, form });
    if (!isField && leaf.type === "string" && leaf.text.length > 2) {
      const asked = form === null ? topicOf(leaf, context) : "postcode";
      const passage = rules.readPassage(leaf.text, "data", asked);
      if (asked === "business") listNumber(passage.text, context);
      others.push({ leaf, passage: listings.has(leaf.parent) ? ofListing(passage, context) : passage });
      if (form === null || listings.has(leaf.parent)) context.things.push(passage.text);
    }
    if (form !== null && !listings.has(leaf.parent)) addField(part, leaf, { form, context });
  }
  return { json: part.text, ofArguments, fields, others };
}

function topicOf(leaf: JsonLeaf, { rules }: Context): Topic | null {
  return rules.fields.isBusinessNumber(leaf) ? "business" : null;
}

/** Phones and addresses in a listing are the listed business's. */
function ofListing({ text, found }: Passage, { listed }: Context): Passage {
  const own = found.filter(({ entity }) => ownKinds.has(entity));
  for (const { entity, value } of own) listed.add(`${entity}\n${value}`);
  return { text, found: found.filter(({ entity }) => !ownKinds.has(entity)) };
}

/** An order's number is the business's wherever it is said, though it look like a phone's. */
function listNumber(text: SearchedText, { listed }: Context): void {
  const [run, ...others] = text.runs;
  if (run === undefined || others.length > 0) return;
  for (const entity of numberKinds) listed.add(`${entity}\n${run.digits}`);
}

const numberKinds: readonly Entity[] = ["PHONE_NUMBER", "US_BANK_NUMBER", "POSTAL_CODE", "ID", "SECRET"];
const nothing = new Set<string>();
const noListings: ReadonlySet<number> = new Set();

/** An American code with nothing personal beside it asks for an area served: some ten thousand people live there. */
function soloZip(form: Form | null, leaves: readonly JsonLeaf[], { rules, listed }: Context): Form | null {
  if (form?.entity !== "POSTAL_CODE" || !/^\d{5}$/.test(form.value)) return form;
  const beside = leaves.some((leaf) => {
    const entity = rules.fields.entityOf(leaf, "", leaves);
    return entity !== null && entity !== "POSTAL_CODE";
  });
  if (beside) return form;
  listed.add(`POSTAL_CODE\n${form.value}`);
  return null;
}

type FieldPart = Extract<Part, { tool: string }>;

/** Values that a schema offers to choose from are the business's. */
function isEntirelyBusiness(part: FieldPart, leaf: JsonLeaf, { tools }: Context): boolean {
  return part.kind === "arguments" && isConfined(tools.schemas(part.tool, leaf.path));
}

interface LeafContext {
  readonly leaves: readonly JsonLeaf[];
  readonly context: Context;
}

function readForm(part: FieldPart, leaf: JsonLeaf, { leaves, context }: LeafContext): Form | null {
  const entity: Entity | null = context.rules.fields.entityOf(leaf, part.tool, leaves);
  if (entity === null) return null;
  const form = redactorOf(entity).read(searchText(leaf.text, "data"), entity);
  if (form === null || !context.rules.isOpen(form)) return null;
  if (part.kind === "result" && context.tools.words().includes(`| ${form.value} |`)) return null;
  return context.own.has(`${form.entity}\n${form.value}`) ? null : form;
}

function addField(
  part: FieldPart,
  leaf: JsonLeaf,
  { form, context }: { readonly form: Form; readonly context: Context },
): void {
  const schemas = part.kind === "arguments" ? context.tools.schemas(part.tool, leaf.path) : [];
  context.registry.add(form, { form, text: leaf.text, type: leaf.type, schemas });
}

/** Adds what was found in texts, after all fields: a value that a field holds need not be guessed. */
function learnFrom(part: ReadPart, context: Context): void {
  const passages = part.json === null ? [part.passage] : part.others.map(({ passage }) => passage);
  for (const { text, found } of passages) {
    for (const finding of found) {
      if (!isPersonal(text, finding, part.ofArguments ? { ...context, listed: nothing } : context)) continue;
      const { entity, value } = finding;
      context.registry.add({ entity, value, heard: true });
    }
  }
}

function isPersonal(text: SearchedText, finding: Finding, context: Context): boolean {
  const { rules, own, listed, registry } = context;
  if (!rules.isOpen(finding)) return false;
  if (registry.has(finding)) return true;
  const key = `${finding.entity}\n${finding.value}`;
  if (own.has(key)) return text.speaker === "system" && rules.isOfCaller(text, finding);
  if (finding.unlessBusiness === true && context.business().includes(` ${finding.value} `)) return false;
  return !listed.has(key);
}

interface WriteContext extends Context {
  readonly finders: ReturnType<Registry["finders"]>;
  readonly tally: Tally;
}

function writePart(part: ReadPart, context: WriteContext): string {
  if (part.json === null) return writePassage(part.passage, context);
  const changes: { leaf: JsonLeaf; text: string }[] = [];
  const change = (leaf: JsonLeaf, text: string) => {
    if (text !== leaf.text) changes.push({ leaf, text });
  };
  for (const { leaf, form } of part.fields) {
    const surrogate = context.registry.surrogateOf(form);
    context.tally.count(form.entity, surrogate === form.value ? "left" : "replaced");
    if (surrogate !== form.value) change(leaf, context.rules.write(form, surrogate, leaf.type));
  }
  for (const { leaf, passage } of part.others) change(leaf, writePassage(passage, context));
  if (changes.length === 0) return part.json;
  changes.sort((left, right) => left.leaf.start - right.leaf.start);
  return withLeaves(part.json, changes);
}

function writePassage({ text, found }: Passage, context: WriteContext): string {
  const findings = found.filter((finding) => isPersonal(text, finding, context));
  for (const find of context.finders) for (const finding of find(text)) findings.push(finding);
  if (findings.length === 0) return text.text;
  let written = "";
  let end = 0;
  for (const finding of chooseFindings(findings)) {
    const surrogate = context.registry.surrogateOf(finding);
    context.tally.count(finding.entity, surrogate === finding.value ? "left" : "replaced");
    if (surrogate === finding.value) continue;
    written += text.text.slice(end, finding.start) + context.rules.write(finding, surrogate, "string");
    end = finding.end;
  }
  return written + text.text.slice(end);
}
