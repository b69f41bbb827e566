import type { JsonObject } from "../lib/json.ts";
import type {
  Business,
  Draw,
  Entity,
  Finding,
  Form,
  KnownValue,
  Redactor,
  SearchedText,
} from "../plugins/redactors/redactor.ts";
import { fallbackSlots, fallbackValue, isFallbackValue } from "./fallback.ts";
import { redactorOf } from "./fields.ts";
import { keepsSchemas } from "./leaf-schema.ts";
import { createValueSet, createValueTable } from "./value-table.ts";

/** A leaf that a value stands in, and the rules its surrogate has to keep there. */
export interface Place {
  readonly form: Form;
  readonly text: string;
  readonly type: "string" | "number";
  readonly schemas: readonly JsonObject[];
}

/** The personal values of one call and their surrogates. */
export interface Registry {
  add(value: KnownValue, place?: Place): void;
  has(value: KnownValue): boolean;
  surrogateOf(value: KnownValue): string;
  /** True for surrogates given out here, and for those that can be known for one by their look. */
  isSurrogate(value: KnownValue): boolean;
  /** Finders of all values added so far, in any form. */
  finders(business: Business): readonly ((text: SearchedText) => readonly Finding[])[];
  /** What was given out, in the order of the asking; values that stay left out. */
  replacements(): readonly Replacement[];
}

/** A value, as its redactor writes it for itself, and what stands in its place. */
export interface Replacement {
  readonly entity: Entity;
  readonly value: string;
  readonly surrogate: string;
}

interface Entry {
  readonly known: KnownValue;
  readonly places: Place[];
}

export function createRegistry(draw: Draw): Registry {
  const entries: Entry[] = [];
  const entryOf = createValueTable<Entry>();
  const given: Replacement[] = [];
  const surrogates = createValueTable<string>();
  const taken = createValueSet();
  const parts = new Set<string>();
  const choose = (known: KnownValue, places: readonly Place[]): string => {
    const redactor = redactorOf(known.entity);
    if (redactor.isSurrogate(known, draw) || isFallback(known, places, draw)) return known.value;
    const isFree = (value: string) =>
      value !== known.value && (known.entity === "PERSON" || !taken.has({ entity: known.entity, value }));
    const tries = given.length < attempts ? attempts : mostAttempts;
    for (let attempt = 0; attempt < tries; attempt += 1) {
      const candidate = redactor.surrogate(known, draw, attempt);
      if (isFree(candidate) && places.every((place) => fits(place, candidate))) return candidate;
    }
    return fallbackFor(known, places, draw, isFree);
  };
  return {
    add(known, place) {
      const before = entryOf.get(known);
      if (before === undefined) {
        const { entity, value, heard } = known;
        const entry = { known: { entity, value, heard }, places: place === undefined ? [] : [place] };
        entries.push(entry);
        entryOf.set(known, entry);
      } else if (place !== undefined) before.places.push(place);
    },
    has: (known) => entryOf.get(known) !== undefined,
    surrogateOf(known) {
      const before = surrogates.get(known);
      if (before !== undefined) return before;
      const { entity, value } = known;
      const surrogate = choose(known, entryOf.get(known)?.places ?? []);
      surrogates.set(known, surrogate);
      given.push({ entity, value, surrogate });
      taken.add({ entity, value: surrogate });
      if (known.entity === "PERSON") for (const part of surrogate.split(" ")) parts.add(part);
      return surrogate;
    },
    isSurrogate(known) {
      if (taken.has(known) || redactorOf(known.entity).isSurrogate(known, draw)) return true;
      return known.entity === "PERSON" && known.value.split(" ").every((part) => parts.has(part));
    },
    finders: (business) =>
      findersOf(
        entries.map(({ known }) => known),
        business,
      ),
    replacements: () => given.filter(({ value, surrogate }) => value !== surrogate),
  };
}

const attempts = 24;
/** Where a call has many values: a hundred phones are reserved in each area code, and others behind them. */
const mostAttempts = 140;

function findersOf(values: readonly KnownValue[], business: Business) {
  const byRedactor = new Map<Redactor, KnownValue[]>();
  for (const known of values) {
    const redactor = redactorOf(known.entity);
    const list = byRedactor.get(redactor);
    if (list === undefined) byRedactor.set(redactor, [known]);
    else list.push(known);
  }
  return [...byRedactor].map(([redactor, own]) => redactor.findKnown(own, business));
}

function fits({ form, text, type, schemas }: Place, candidate: string): boolean {
  if (type === "string" && schemas.length === 0) return true;
  const written = form.write(candidate);
  if (type === "number" && !/^-?(?:0|[1-9]\d*)$/.test(written)) return false;
  return keepsSchemas(schemas, text, written);
}

/** Where no surrogate of the kind keeps the schema: letters and digits of the same shape, less and less changed. */
function fallbackFor(
  known: KnownValue,
  places: readonly Place[],
  draw: Draw,
  isFree: (value: string) => boolean,
): string {
  for (let slot = 0; slot < fallbackSlots; slot += 1) {
    const candidate = fallbackValue(known, slot, draw);
    if (isFree(candidate) && places.every((place) => fits(place, candidate))) return candidate;
  }
  return fallbackValue(known, 0, draw);
}

function isFallback(known: KnownValue, places: readonly Place[], draw: Draw): boolean {
  const bound = places.some(({ type, schemas }) => type === "number" || schemas.length > 0);
  return bound && isFallbackValue(known, draw);
}
