import { searchText } from "../plugins/redactors/reading/search-text.ts";
import type { Topic } from "../plugins/redactors/reading/topic-words.ts";
import type { Entity, Finding, Form, SearchedText } from "../plugins/redactors/redactor.ts";
import { redactorOf, type Siblings, siblingsAmong } from "./fields.ts";
import { type JsonLeaf, readJson } from "./json-leaves.ts";
import { isLabel } from "./labels.ts";
import { isConfined } from "./leaf-schema.ts";
import { ownKinds } from "./own-values.ts";
import type { Part } from "./parts.ts";
import type { Passage } from "./passages.ts";
import type { Context, FieldLeaf, NumberLeaf, ReadPart, TextLeaf } from "./scope.ts";

/** Reads the leaves of arguments or of a result: which hold a personal value, and what stands in the others. */
export function readFields(part: FieldPart, context: Context): ReadPart {
  const json = readJson(part.text);
  const ofArguments = part.kind === "arguments";
  if (json === null)
    return { json: null, ofArguments, passage: context.rules.readPassage(part.text, "data", null) };
  const isListed = listingsIn(part, json.leaves, context);
  const reading = besides(json.leaves, context);
  const fields: FieldLeaf[] = [];
  const others: TextLeaf[] = [];
  const numbers: NumberLeaf[] = [];
  for (const leaf of json.leaves) {
    if (leaf.text === "" || isEntirelyBusiness(part, leaf, context)) continue;
    const form = soloZip(readForm(part, leaf, reading), reading);
    const listed = isListed(leaf, form);
    if (form !== null) noteForm(part, leaf, { form, listed, context });
    if (form !== null && form.entity !== "LOCATION" && !listed) fields.push({ leaf, form });
    else if (isText(leaf)) others.push(readText(leaf, { form, listed, context }));
    else if (isLongNumber(leaf)) numbers.push(readNumberLeaf(part, leaf, context));
  }
  return { json: part.text, ofArguments, fields, others, numbers, keys: readKeys(part, json.keys, context) };
}

/** A number that may be a known one, whatever its field is called; its look alone says nothing. */
function readNumberLeaf(part: FieldPart, leaf: JsonLeaf, { tools }: Context): NumberLeaf {
  const schemas = part.kind === "arguments" ? tools.schemas(part.tool, leaf.path) : [];
  return { leaf, schemas, passage: { text: searchText(leaf.text, "data"), found: [] } };
}

function isLongNumber({ type, text }: JsonLeaf): boolean {
  return type === "number" && /^[1-9]\d{6,18}$/.test(text);
}

/** Keys that are values: "John Smith", "415-555-2671". What a schema names is a field. */
function readKeys(
  part: FieldPart,
  keys: readonly JsonLeaf[],
  { rules, tools }: Context,
): readonly TextLeaf[] {
  if (keys.length === 0) return none;
  return keys.flatMap((leaf) => {
    // The fields of a row of a file: their names are its columns.
    if (part.tool === "" && leaf.path.length === 0) return [];
    if (part.kind === "arguments" && tools.names(part.tool, leaf.path, leaf.text)) return [];
    const { text, found } = rules.readPassage(leaf.text, "data", null);
    return [{ leaf, passage: { text, found: found.filter(isPlain) } }];
  });
}

const none: readonly TextLeaf[] = [];

/** Grouped as a phone is, or an address with "@": a bare number may be anything's key. */
function isPlain({ entity, score }: Finding): boolean {
  return entity !== "PERSON" && entity !== "LOCATION" && score >= 0.7;
}

/** What describes a business; and a booking's result repeats what an earlier listing told of it. */
function listingsIn(
  { kind }: FieldPart,
  leaves: readonly JsonLeaf[],
  { listed, rules: { fields } }: Context,
) {
  if (kind !== "result") return fields.namesBusiness;
  const listings = fields.listingPaths(leaves);
  return (leaf: JsonLeaf, form: Form | null) => {
    if (listings.has(leaf.parent) || fields.namesBusiness(leaf)) return true;
    return form !== null && ownKinds.has(form.entity) && listed.has(form);
  };
}

interface TextReading {
  readonly form: Form | null;
  readonly listed: boolean;
  readonly context: Context;
}

/** A leaf that is searched like a text. What follows the street in an address is a postal code. */
function readText(leaf: JsonLeaf, { form, listed, context }: TextReading): TextLeaf {
  const topic = form === null ? topicOf(leaf, context) : "postcode";
  const passage = context.rules.readPassage(leaf.text, "data", topic);
  if (topic === "business") listNumber(passage.text, context);
  if (form === null || listed) context.things.push(passage.text);
  return { leaf, passage: listed ? ofListing(passage, context) : passage };
}

function topicOf(leaf: JsonLeaf, { rules }: Context): Topic | null {
  return rules.fields.isBusinessNumber(leaf) ? "business" : null;
}

/** Phones and addresses in a listing are the listed business's, and names are part of titles. */
function ofListing({ text, found }: Passage, { listed }: Context): Passage {
  const own = found.filter(({ entity }) => ownKinds.has(entity));
  for (const finding of own) listed.add(finding);
  return { text, found: found.filter(({ entity }) => entity !== "PERSON" && !ownKinds.has(entity)) };
}

/** An order's number is the business's wherever it is said, though it look like a phone's. */
function listNumber(text: SearchedText, { listed }: Context): void {
  const [run, ...others] = text.runs;
  if (run === undefined || run.digits.length < 5 || others.length > 0) return;
  for (const entity of numberKinds) listed.add({ entity, value: run.digits });
}

const numberKinds: readonly Entity[] = ["PHONE_NUMBER", "US_BANK_NUMBER", "POSTAL_CODE", "ID", "SECRET"];

/** What is asked of all leaves of a text together, once, when first asked for. */
function besides(leaves: readonly JsonLeaf[], context: Context): LeafContext {
  const { fields } = context.rules;
  const siblings = siblingsAmong(leaves);
  let personal: boolean | null = null;
  const hasPersonal = () => {
    personal ??= leaves.some((leaf) => {
      const entity = fields.entityOf(leaf, "", siblings);
      return entity !== null && entity !== "POSTAL_CODE";
    });
    return personal;
  };
  return { siblings, hasPersonal, context };
}

/** An American code with nothing personal beside it asks for an area served: some ten thousand people live there. */
function soloZip(form: Form | null, { hasPersonal, context }: LeafContext): Form | null {
  if (form?.entity !== "POSTAL_CODE" || !/^\d{5}$/.test(form.value) || hasPersonal()) return form;
  context.listed.add(form);
  return null;
}

type FieldPart = Extract<Part, { tool: string }>;

/** Values that a schema offers to choose from are the business's. */
function isEntirelyBusiness(part: FieldPart, leaf: JsonLeaf, { tools }: Context): boolean {
  return part.kind === "arguments" && isConfined(tools.schemas(part.tool, leaf.path));
}

interface LeafContext {
  readonly siblings: Siblings;
  /** Whether a field but a postal code's holds something personal. */
  readonly hasPersonal: () => boolean;
  readonly context: Context;
}

function readForm(part: FieldPart, leaf: JsonLeaf, { siblings, context }: LeafContext): Form | null {
  const entity: Entity | null = context.rules.fields.entityOf(leaf, part.tool, siblings);
  if (entity === null || isLabel(leaf.text)) return null;
  const form = redactorOf(entity).read(searchText(leaf.text, "data"), entity);
  if (form === null || !context.rules.isOpen(form)) return null;
  if (part.kind === "result" && context.tools.words().includes(`| ${form.value} |`)) return null;
  const source = context.own.get(form);
  return source === "columns" || (source === "prompt" && !isOfCaller(part, leaf)) ? null : form;
}

/** An argument of a person's holds no number of the business, unless the call is passed on to it. */
function isOfCaller(part: FieldPart, { path }: JsonLeaf): boolean {
  return part.kind === "arguments" && !elsewhere.test(`${part.tool} ${path.join(" ")}`);
}

const elsewhere =
  /transfer|forward|escalat|hand_?off|redirect|business|store|shop|restaurant|location|office|clinic|branch|agent|staff|company|destination|from|pickup/i;

function noteForm(part: FieldPart, leaf: JsonLeaf, { form, listed, context }: FormReading): void {
  if (listed) {
    context.listed.add(form);
    return;
  }
  const schemas = part.kind === "arguments" ? context.tools.schemas(part.tool, leaf.path) : [];
  context.registry.add(form, { form, text: leaf.text, type: leaf.type, schemas });
}

interface FormReading extends TextReading {
  readonly form: Form;
}

function isText({ type, text }: JsonLeaf): boolean {
  return type === "string" && text.length > 2;
}
