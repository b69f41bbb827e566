import { redactors } from "../plugins/redactors/index.ts";
import type { Entity, FieldName, Redactor } from "../plugins/redactors/redactor.ts";
import type { JsonLeaf } from "./json-leaves.ts";

export const allRedactors: readonly Redactor[] = Object.values(redactors);

const byEntity = new Map(
  allRedactors.flatMap((redactor) => redactor.entities.map((entity) => [entity, redactor])),
);

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

/** What the names of fields say about their values; remembers them, since a log has few. */
export interface FieldReader {
  entityOf(leaf: JsonLeaf, tool: string, siblings: Siblings): Entity | null;
  /** True for ids, codes, prices, dates: a long number in such a field is the business's. */
  isBusinessNumber(leaf: JsonLeaf): boolean;
  /** True for the names of what the caller asks for: "restaurant_name" holds no address, whatever it looks like. */
  namesBusiness(leaf: JsonLeaf): boolean;
  /** The objects of a result that describe a business (a listing): their phone and address are the business's. */
  listingPaths(leaves: readonly JsonLeaf[]): ReadonlySet<number>;
}

const mostRemembered = 10_000;

export function createFieldReader(): FieldReader {
  const entities = remember((name) => {
    const [key = "", around = ""] = name.split("\n");
    return readField({ words: wordsOf(key), around: new Set(wordsOf(around)) });
  });
  const plain = remember((key) => (vague.test(key) ? "vague" : entities(key)));
  const numbers = remember((key) => wordsOf(key).some((word) => numberWords.has(word)));
  const roles = remember(rolesOf);
  return {
    entityOf(leaf, tool, siblings) {
      const key = keyOf(leaf);
      const entity = plain(key);
      return entity === "vague"
        ? entities(`${key}\n${tool} ${leaf.path.join(" ")} ${siblings(leaf)}`)
        : entity;
    },
    isBusinessNumber: (leaf) => numbers(keyOf(leaf)),
    namesBusiness: ({ path }) => roles(path[path.length - 1] ?? "").namesBusiness,
    listingPaths: (leaves) => listingsAmong(leaves, roles),
  };
}

/** Only these names need their neighbours to be understood. */
const vague = /^(?:names?|numbers?|no)$/i;

/** The names of the fields beside a leaf, in the same object. */
export type Siblings = (leaf: JsonLeaf) => string;

/** All leaves are grouped once, when a neighbour is first asked for. */
export function siblingsAmong(leaves: readonly JsonLeaf[]): Siblings {
  const joined = new Map<number, string>();
  let names: Map<number, Set<string>> | null = null;
  return ({ parent }) => {
    names ??= namesByParent(leaves);
    const before = joined.get(parent);
    if (before !== undefined) return before;
    const all = [...(names.get(parent) ?? [])].slice(0, mostSiblings).join(" ");
    joined.set(parent, all);
    return all;
  };
}

const mostSiblings = 200;

function namesByParent(leaves: readonly JsonLeaf[]): Map<number, Set<string>> {
  const names = new Map<number, Set<string>>();
  for (const leaf of leaves) {
    const beside = names.get(leaf.parent);
    if (beside === undefined) names.set(leaf.parent, new Set([keyOf(leaf)]));
    else beside.add(keyOf(leaf));
  }
  return names;
}

function remember<Answer>(answer: (key: string) => Answer): (key: string) => Answer {
  const answers = new Map<string, Answer>();
  return (key) => {
    const before = answers.get(key);
    if (before !== undefined) return before;
    const fresh = answer(key);
    if (answers.size < mostRemembered) answers.set(key, fresh);
    return fresh;
  };
}

const numberWords = new Set(
  "id ids number no code sku price amount total subtotal quantity qty count date time at timestamp order tracking reference ref confirmation invoice version size".split(
    " ",
  ),
);

/** The last named key: items of a list are named by the list; `{op, value}` by what holds it. */
function keyOf({ path }: JsonLeaf): string {
  for (let index = path.length - 1; index >= 0; index -= 1) {
    const key = path[index] ?? "";
    if (key !== "[]" && key !== "value" && key !== "values") return key;
  }
  return "";
}

function readField(field: FieldName): Entity | null {
  for (const redactor of allRedactors) {
    const entity = redactor.entityOf(field);
    if (entity !== null) return entity;
  }
  return null;
}

const businesses =
  /(?:restaurant|hotel|business|company|venue|store|shop|salon|stylist|dentist|doctor|clinic|provider|attraction|property|theater|theatre|bank|branch|event|location|place|movie|title|airport|station|artist|dealer|office|rating|hours|website|cuisine)_?(?:name)?$/i;
const persons = /^(?:customer|caller|patient|guest|client|user|contact|first|last|full|host|renter|driver)/i;

/** What is booked is somebody's: the phone beside it is not the doctor's, unless what else is told of him is there. */
const bookings =
  /^(?:booking|confirmation|confirmed|appointment|order|reservation|member|membership)(?:$|_|[A-Z])/;

const describing = /(?:rating|ratings|reviews|hours|website|cuisine|price_range)$/i;

const businessNames =
  /(?:restaurant|hotel|business|company|venue|store|shop|salon|stylist|dentist|doctor|clinic|attraction|property|theater|theatre|bank|branch|event|movie|song|album|artist|airport|station|dealer|brand|product|item|dish|place|service)_?name$/i;

/** What the name of one field of an object says about the object. */
interface Roles {
  readonly namesBusiness: boolean;
  readonly isBusiness: boolean;
  readonly isPerson: boolean;
  readonly isBooking: boolean;
  readonly describes: boolean;
}

function rolesOf(key: string): Roles {
  return {
    namesBusiness: businessNames.test(key),
    isBusiness: businesses.test(key),
    isPerson: persons.test(key),
    isBooking: bookings.test(key),
    describes: describing.test(key),
  };
}

function listingsAmong(leaves: readonly JsonLeaf[], roles: (key: string) => Roles): ReadonlySet<number> {
  const rolesAt = (leaf: JsonLeaf) => roles(leaf.path[leaf.path.length - 1] ?? "");
  if (!leaves.some((leaf) => rolesAt(leaf).isBusiness)) return noListings;
  const listings = new Set<number>();
  const owned = new Set<number>();
  const booked = new Set<number>();
  const described = new Set<number>();
  for (const leaf of leaves) {
    const { isBusiness, isPerson, isBooking, describes } = rolesAt(leaf);
    if (isBusiness) listings.add(leaf.parent);
    if (isPerson) owned.add(leaf.parent);
    if (isBooking) booked.add(leaf.parent);
    if (describes) described.add(leaf.parent);
  }
  for (const parent of booked) if (!described.has(parent)) owned.add(parent);
  for (const parent of owned) listings.delete(parent);
  return listings;
}

const noListings: ReadonlySet<number> = new Set();
