import { searchText } from "../plugins/redactors/reading/search-text.ts";
import type { Topic } from "../plugins/redactors/reading/topics.ts";
import type { Entity, Form, SearchedText } from "../plugins/redactors/redactor.ts";
import { listingPaths, namesBusiness, redactorOf } from "./fields.ts";
import { type JsonLeaf, jsonLeaves } from "./json-leaves.ts";
import { isLabel } from "./labels.ts";
import { isConfined } from "./leaf-schema.ts";
import { ownKinds } from "./own-values.ts";
import type { Part } from "./parts.ts";
import type { Passage } from "./passages.ts";
import type { Context, FieldLeaf, ReadPart, TextLeaf } from "./scope.ts";

/** Reads the leaves of arguments or of a result: which hold a personal value, and what stands in the others. */
export function readFields(part: FieldPart, context: Context): ReadPart {
  const leaves = jsonLeaves(part.text);
  const ofArguments = part.kind === "arguments";
  if (leaves === null) {
    return { json: null, ofArguments, passage: context.rules.readPassage(part.text, "data", null) };
  }
  const listings = part.kind === "result" ? listingPaths(leaves) : noListings;
  const fields: FieldLeaf[] = [];
  const others: TextLeaf[] = [];
  for (const leaf of leaves) {
    if (leaf.text === "" || isEntirelyBusiness(part, leaf, context)) continue;
    const form = soloZip(readForm(part, leaf, { leaves, context }), leaves, context);
    const listed =
      listings.has(leaf.parent) || namesBusiness(leaf) || (part.kind === "result" && isListed(form, context));
    if (form !== null) noteForm(part, leaf, { form, listed, context });
    if (form !== null && form.entity !== "LOCATION" && !listed) fields.push({ leaf, form });
    else if (isText(leaf)) others.push(readText(leaf, { form, listed, context }));
  }
  return { json: part.text, ofArguments, fields, others };
}

/** A booking's result repeats what an earlier listing told of the business. */
function isListed(form: Form | null, { listed }: Context): boolean {
  return form !== null && ownKinds.has(form.entity) && listed.has(`${form.entity}\n${form.value}`);
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
  for (const { entity, value } of own) listed.add(`${entity}\n${value}`);
  return { text, found: found.filter(({ entity }) => entity !== "PERSON" && !ownKinds.has(entity)) };
}

/** An order's number is the business's wherever it is said, though it look like a phone's. */
function listNumber(text: SearchedText, { listed }: Context): void {
  const [run, ...others] = text.runs;
  if (run === undefined || run.digits.length < 5 || others.length > 0) return;
  for (const entity of numberKinds) listed.add(`${entity}\n${run.digits}`);
}

const numberKinds: readonly Entity[] = ["PHONE_NUMBER", "US_BANK_NUMBER", "POSTAL_CODE", "ID", "SECRET"];
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
  if (entity === null || isLabel(leaf.text)) return null;
  const form = redactorOf(entity).read(searchText(leaf.text, "data"), entity);
  if (form === null || !context.rules.isOpen(form)) return null;
  if (part.kind === "result" && context.tools.words().includes(`| ${form.value} |`)) return null;
  const source = context.own.get(`${form.entity}\n${form.value}`);
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
    context.listed.add(`${form.entity}\n${form.value}`);
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
