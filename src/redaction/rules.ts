import { createHmac } from "node:crypto";
import { scan } from "../plugins/redactors/reading/scan.ts";
import { searchText } from "../plugins/redactors/reading/search-text.ts";
import type { Entity, Finding, Form, KnownValue, SearchedText } from "../plugins/redactors/redactor.ts";
import { allRedactors, createFieldReader, type FieldReader, redactorOf } from "./fields.ts";
import type { Operator, RedactionOptions } from "./options.ts";
import { isOfCaller, rememberBusinesses } from "./own-values.ts";
import type { Script } from "./parts.ts";
import { createPassageReader, type PassageReader } from "./passages.ts";
import { createToolReader, type ToolReader } from "./tool-facts.ts";

/** The options, compiled. */
export interface Rules {
  readonly fields: FieldReader;
  readonly readTools: ToolReader;
  readonly readPassage: PassageReader;
  /** The words of the tenant's columns and of the prompt. */
  columnWords(script: Script): string;
  /** Values of the deny lists. */
  readonly denied: readonly KnownValue[];
  /** Not kept by an operator, not on the allow list. */
  isOpen(form: Form): boolean;
  /** Phones, addresses and the like that belong to the business: they stand in its columns or in the prompt. */
  ownValues(script: Script): ReadonlySet<string>;
  /** In the prompt: "the caller's number is …" is the caller's after all. */
  isOfCaller(text: SearchedText, finding: Finding): boolean;
  /** The text to put in a form's place. */
  write(form: Form, surrogate: string, type: "string" | "number"): string;
}

export function compileRules(options: RedactionOptions): Rules {
  const allowed = new Set(options.allow.map(plain));
  const patterns = options.patterns.map(({ entity, pattern }) => ({
    entity,
    pattern: new RegExp(pattern, "gu"),
  }));
  const businesses = rememberBusinesses();
  return {
    fields: createFieldReader(),
    readTools: createToolReader(),
    readPassage: createPassageReader(options.threshold, (text) =>
      patterns.flatMap(({ entity, pattern }) => matchesOf(text, entity, pattern)),
    ),
    columnWords: (script) => businesses(script).words,
    denied: deniedValues(options.deny),
    isOpen: ({ entity, value }) =>
      options.operators[entity] !== "keep" && (allowed.size === 0 || !allowed.has(plain(value))),
    ownValues: (script) => businesses(script).values,
    isOfCaller,
    write: (form, surrogate, type) => {
      const operator = type === "number" ? "surrogate" : (options.operators[form.entity] ?? "surrogate");
      return writers[operator](form, surrogate, options.salt);
    },
  };
}

/** Values are compared by their letters and digits. */
function plain(text: string): string {
  return scan(text).words.join("");
}

const writers: Record<Operator, (form: Form, surrogate: string, salt: string) => string> = {
  surrogate: (form, surrogate) => form.write(surrogate),
  label: ({ entity }) => `<${entity}>`,
  hash: ({ entity, value }, _, salt) =>
    `<${entity}:${createHmac("sha256", salt).update(`${entity}:${value}`).digest("hex").slice(0, 16)}>`,
  keep: (form) => form.write(form.value),
};

function deniedValues(deny: RedactionOptions["deny"]): KnownValue[] {
  return Object.entries(deny).flatMap(([name, values]) => {
    const redactor = allRedactors.find(({ entities }) => entities.some((entity) => entity === name));
    const entity = redactor?.entities.find((candidate) => candidate === name);
    if (redactor === undefined || entity === undefined) return [];
    return (values ?? []).flatMap((value) => {
      const form = redactor.read(searchText(value, "data"), entity);
      return form === null ? [] : [{ entity, value: form.value }];
    });
  });
}

function matchesOf(text: SearchedText, entity: Entity, pattern: RegExp): Finding[] {
  return [...text.text.matchAll(pattern)].flatMap((match) => {
    if (match[0] === "") return [];
    const form = redactorOf(entity).read(searchText(match[0], "data"), entity);
    return form === null
      ? []
      : [{ ...form, score: 1, start: match.index, end: match.index + match[0].length }];
  });
}
