import { isJsonObject } from "../lib/json.ts";
import type { Tool } from "../domain/tool.ts";
import { redactors } from "../plugins/redactors/index.ts";
import type { Entity, FieldName, Redactor } from "../plugins/redactors/redactor.ts";
import type { JsonLeaf } from "./json-leaves.ts";

export const allRedactors: readonly Redactor[] = Object.values(redactors);

const byEntity = new Map(allRedactors.flatMap((redactor) => redactor.entities.map((entity) => [entity, redactor])));

export function redactorOf(entity: Entity): Redactor {
  const redactor = byEntity.get(entity);
  if (redactor === undefined) throw new TypeError(`no redactor for ${entity}`);
  return redactor;
}

/** "customerName", "customer_name" and "Customer Name" are ["customer", "name"]. */
export function wordsOf(key: string): string[] {
  return key
    .replace(/([a-z0-9])([A-Z])/g, "$1 $2")
    .toLowerCase()
    .split(/[^a-z0-9]+/)
    .filter((word) => word !== "");
}

/** What the name of a field says about its value; remembers names, of which a log has few. */
export interface FieldReader {
  entityOf(leaf: JsonLeaf, around: string): Entity | null;
  /** True for ids, codes, prices, dates: a long number in such a field is the business's. */
  isBusinessNumber(leaf: JsonLeaf): boolean;
}

const mostRemembered = 10_000;

export function createFieldReader(): FieldReader {
  const remembered = new Map<string, Entity | null>();
  const numbers = new Map<string, boolean>();
  return {
    entityOf(leaf, around) {
      const key = keyOf(leaf);
      const name = `${key}\n${around}`;
      const before = remembered.get(name);
      if (before !== undefined) return before;
      const entity = readField({ words: wordsOf(key), around: new Set(wordsOf(around)) });
      if (remembered.size < mostRemembered) remembered.set(name, entity);
      return entity;
    },
    isBusinessNumber(leaf) {
      const key = keyOf(leaf);
      const before = numbers.get(key);
      if (before !== undefined) return before;
      const isNumber = wordsOf(key).some((word) => numberWords.has(word));
      if (numbers.size < mostRemembered) numbers.set(key, isNumber);
      return isNumber;
    },
  };
}

const numberWords = new Set(
  "id ids number no code sku price amount total subtotal quantity qty count date time at timestamp order tracking reference ref confirmation invoice version size".split(
    " ",
  ),
);

/** The last named key: items of a list are named by the list; `{op, value}` by what holds it. */
function keyOf({ path }: JsonLeaf): string {
  const named = path.filter((key) => key !== "[]");
  const last = named.at(-1) ?? "";
  return /^values?$/i.test(last) ? (named.at(-2) ?? last) : last;
}

function readField(field: FieldName): Entity | null {
  for (const redactor of allRedactors) {
    const entity = redactor.entityOf(field);
    if (entity !== null) return entity;
  }
  return null;
}

const businesses =
  /(?:restaurant|hotel|business|company|venue|store|shop|salon|stylist|dentist|doctor|clinic|provider|attraction|property|theater|theatre|bank|branch|event|location|place|movie|title|airport|station|artist|dealer|office)_?(?:name)?$/i;
const persons = /^(?:customer|caller|patient|guest|client|user|contact|first|last|full|host|renter|driver)/i;

/**
 * The objects of a result that describe a business (a listing): their phone and address are the business's. By the
 * object's path, list indexes aside.
 */
export function listingPaths(leaves: readonly JsonLeaf[]): ReadonlySet<string> {
  const listings = new Set<string>();
  const owned = new Set<string>();
  for (const { path } of leaves) {
    const key = path.at(-1) ?? "";
    const parent = path.slice(0, -1).join("/");
    if (businesses.test(key)) listings.add(parent);
    if (persons.test(key)) owned.add(parent);
  }
  for (const parent of owned) listings.delete(parent);
  return listings;
}

/** The parameters of a tool, where the call says which tools there were. */
export function parametersOf(tools: readonly Tool[] | null, name: string) {
  const parameters = tools?.find((tool) => tool.function.name === name)?.function.parameters;
  return isJsonObject(parameters) ? parameters : null;
}
