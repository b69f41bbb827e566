import { parseJson } from "../lib/json.ts";
import { searchText } from "../plugins/redactors/reading/search-text.ts";
import type { Entity, SearchedText } from "../plugins/redactors/redactor.ts";
import { businessWords, stringsOf } from "./business.ts";
import { isAboutCaller, isCallersName } from "./caller-in-prompt.ts";
import { allRedactors } from "./fields.ts";
import type { Script } from "./parts.ts";
import { createValueTable, type ValueTable } from "./value-table.ts";

/** Columns are the business's for sure; in a prompt a caller's own number may stand too. */
export type OwnValues = Pick<ValueTable<"columns" | "prompt">, "get">;

/** What the tenant's columns and the prompt say about the business. */
export interface OwnFacts {
  /** Its phones, addresses and the like, and where they stand. */
  readonly values: OwnValues;
  /** Its words, as in `businessWords`. */
  readonly words: string;
}

/** Kinds that a business has too. */
export const ownKinds: ReadonlySet<Entity> = new Set<Entity>([
  "PHONE_NUMBER",
  "EMAIL_ADDRESS",
  "LOCATION",
  "POSTAL_CODE",
]);
const mostRemembered = 64;

/** Prompts and columns are the same in most calls of a business: they are read once. */
export function rememberBusinesses(): (script: Script) => OwnFacts {
  const byPrompt = new Map<string, Map<string | null, OwnFacts>>();
  let size = 0;
  return ({ parts, businessJson }) => {
    const [first] = parts;
    const prompt = first?.kind === "prompt" ? first.text : "";
    const before = byPrompt.get(prompt)?.get(businessJson);
    if (before !== undefined) return before;
    const facts = readBusiness(prompt, businessJson);
    if (size >= mostRemembered) {
      byPrompt.clear();
      size = 0;
    }
    size += 1;
    const byColumns = byPrompt.get(prompt) ?? new Map<string | null, OwnFacts>();
    byPrompt.set(prompt, byColumns.set(businessJson, facts));
    return facts;
  };
}

function readBusiness(prompt: string, columns: string | null): OwnFacts {
  const texts = [...stringsOf(columns === null ? "" : (parseJson(columns) ?? ""))];
  const values = createValueTable<"columns" | "prompt">();
  addOwn(values, searchText(prompt, "system"), "prompt");
  for (const text of texts) addOwn(values, searchText(text, "system"), "columns");
  return { values, words: businessWords([...texts, ...phrasesOf(prompt)]) };
}

function addOwn(
  values: ValueTable<"columns" | "prompt">,
  text: SearchedText,
  source: "columns" | "prompt",
): void {
  for (const redactor of allRedactors) {
    for (const finding of redactor.find(text)) {
      if (!ownKinds.has(finding.entity) || isOfCaller(text, finding)) continue;
      values.set(finding, source);
    }
  }
}

/** What a prompt calls things, between its marks; who calls is no thing of the business's. */
function phrasesOf(prompt: string): string[] {
  return [...prompt.matchAll(/[^.,;:\n]+/g)].flatMap(({ 0: phrase, index }) =>
    isCallersName(prompt, index + phrase.length) ? [] : [phrase],
  );
}

/** "The caller's number is …" in a prompt: the caller's after all. */
export function isOfCaller(text: SearchedText, { start }: { readonly start: number }): boolean {
  return isAboutCaller(text.text, start);
}
