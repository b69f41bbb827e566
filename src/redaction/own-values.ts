import { parseJson } from "../lib/json.ts";
import { searchText } from "../plugins/redactors/reading/search-text.ts";
import type { Entity, SearchedText } from "../plugins/redactors/redactor.ts";
import { businessWords, stringsOf } from "./business.ts";
import { allRedactors } from "./fields.ts";
import type { Script } from "./parts.ts";

/** What the tenant's columns and the prompt say about the business. */
export interface OwnFacts {
  /** Its phones, addresses and the like, by entity and value. */
  readonly values: ReadonlySet<string>;
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
  const remembered = new Map<string, OwnFacts>();
  return (script) => {
    const first = script.parts[0];
    const prompt = first?.kind === "prompt" ? first.text : "";
    const key = `${prompt}\n${script.businessJson ?? ""}`;
    const before = remembered.get(key);
    if (before !== undefined) return before;
    const facts = readBusiness(prompt, script.businessJson);
    if (remembered.size >= mostRemembered) remembered.clear();
    remembered.set(key, facts);
    return facts;
  };
}

function readBusiness(prompt: string, columns: string | null): OwnFacts {
  const texts = [...stringsOf(columns === null ? "" : (parseJson(columns) ?? ""))];
  const values = new Set<string>();
  for (const text of [prompt, ...texts]) addOwn(values, searchText(text, "system"));
  return { values, words: businessWords([...texts, ...prompt.split(/[.,;:\n]/)]) };
}

function addOwn(values: Set<string>, text: SearchedText): void {
  for (const redactor of allRedactors) {
    for (const finding of redactor.find(text)) {
      if (!ownKinds.has(finding.entity) || isOfCaller(text, finding)) continue;
      values.add(`${finding.entity}\n${finding.value}`);
    }
  }
}

const callers =
  /\b(?:caller|customer|client|patient|guest|user|calling from|speaking (?:with|to)|from number)\b[^.\n]*$/i;

/** "The caller's number is …" in a prompt: the caller's after all. */
export function isOfCaller(text: SearchedText, { start }: { readonly start: number }): boolean {
  return callers.test(text.text.slice(Math.max(0, start - 60), start));
}
