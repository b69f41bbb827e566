import { hmacUnder } from "../lib/hash.ts";
import { scan } from "../plugins/redactors/reading/scan.ts";
import { searchText } from "../plugins/redactors/reading/search-text.ts";
import {
  type Entity,
  entities,
  type Finding,
  type Form,
  type KnownValue,
  type SearchedText,
} from "../plugins/redactors/redactor.ts";
import { createFieldReader, type FieldReader, redactorOf } from "./fields.ts";
import type { Operator, RedactionOptions } from "./options.ts";
import { ownPatternFinder } from "./own-patterns.ts";
import { isOfCaller, type OwnFacts, rememberBusinesses } from "./own-values.ts";
import type { Script } from "./parts.ts";
import { createPassageReader, type Passage, type PassageReader } from "./passages.ts";
import { createToolReader, type ToolReader } from "./tool-facts.ts";

/** The options, compiled. */
export interface Rules {
  readonly fields: FieldReader;
  readonly readTools: ToolReader;
  readonly readPassage: PassageReader;
  /** Values of the deny lists. */
  readonly denied: readonly KnownValue[];
  /** Not kept by an operator, not on the allow list. */
  isOpen(form: Form): boolean;
  /** What the tenant's columns and the prompt say about the business. */
  ownFacts(script: Script): OwnFacts;
  /** In the prompt: "the caller's number is …" is the caller's after all. */
  isOfCaller(text: SearchedText, finding: Finding): boolean;
  /** The text to put in a form's place. */
  write(form: Form, surrogate: string, type: "string" | "number"): string;
}

export function compileRules(options: RedactionOptions): Rules {
  const allowed = new Set(options.allow.map(plain));
  const kept = keptKinds(options);
  const hmac = hmacUnder(options.salt, "hex");
  return {
    fields: createFieldReader(),
    readTools: createToolReader(),
    readPassage: createPassageReader(
      options.threshold,
      ownPatternFinder(options.patterns, options.threshold),
    ),
    denied: deniedValues(options),
    isOpen: ({ entity, value }) => !kept.has(entity) && (allowed.size === 0 || !allowed.has(plain(value))),
    ownFacts: rememberBusinesses(),
    isOfCaller,
    write: (form, surrogate, type) => {
      const operator = type === "number" ? "surrogate" : (options.operators[form.entity] ?? "surrogate");
      return writers[operator](form, surrogate, hmac);
    },
  };
}

/** The same rules for texts of which some have been read by them already. */
export function withRead(rules: Rules, passages: readonly Passage[]): Rules {
  const known = new Map(passages.map((passage) => [passage.text.text, passage]));
  return {
    ...rules,
    readPassage(text, speaker, asked) {
      const before = known.get(text);
      const isSame = before?.text.speaker === speaker && before.text.asked === asked;
      return isSame ? before : rules.readPassage(text, speaker, asked);
    },
  };
}

/** Values are compared by their letters and digits. */
function plain(text: string): string {
  return scan(text).words.join("");
}

const writers: Record<Operator, (form: Form, surrogate: string, hmac: (text: string) => string) => string> = {
  surrogate: (form, surrogate) => form.write(surrogate),
  label: ({ entity }) => `<${entity}>`,
  hash: ({ entity, value }, _, hmac) => `<${entity}:${hmac(`${entity}:${value}`).slice(0, 16)}>`,
  keep: (form) => form.write(form.value),
};

/** Kinds that aren't asked for, or that their operator keeps. */
function keptKinds({ entities: wanted, operators }: RedactionOptions): ReadonlySet<Entity> {
  return new Set(
    entities.filter(
      (entity) => operators[entity] === "keep" || (wanted !== undefined && !wanted.includes(entity)),
    ),
  );
}

function deniedValues({ deny, names }: RedactionOptions): KnownValue[] {
  const all = { ...deny, PERSON: [...(deny.PERSON ?? []), ...names] };
  return entities.flatMap((entity) =>
    (all[entity] ?? []).flatMap((value) => {
      const form = readValue(value, entity);
      return form === null ? [] : [{ entity, value: form.value }];
    }),
  );
}

/** A value of a deny list, read as one of its kind; null where it can't be one. */
export function readValue(value: string, entity: Entity): Form | null {
  return redactorOf(entity).read(searchText(value, "data"), entity);
}
