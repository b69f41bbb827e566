import type { JsonObject } from "../../lib/json.ts";
import { wordsOfName } from "../../lib/spoken/parameter-names.ts";
import { tokensOf } from "../../lib/spoken/tokens.ts";
import type { Leaf } from "./leaves.ts";

const countWords: ReadonlySet<string> = new Set(
  (
    "quantity qty count counts number num size people guests party seats tickets passengers adults children kids infants " +
    "rooms nights beds persons pax copies units amount items pieces riders travelers travellers times"
  ).split(" "),
);
const largestImpliedCount = 1;
/** What the line is set up for, and callers don't say. */
const settingWords: ReadonlySet<string> = new Set("currency locale timezone tz".split(" "));
const exampleMarks = /\be\.?g\b|example|such as|\blike\b/i;
const shortestDescribed = 3;

/** Whether a value needs no witness: the schema or common sense gives it. */
export function isInferred(leaf: Leaf): boolean {
  const { value, schemas } = leaf;
  if (value === null || value === "" || typeof value === "boolean") return true;
  if (schemas.some((schema) => givenBySchema(schema, value))) return true;
  return isImpliedCount(leaf) || wordsOfName(leaf.path.at(-1) ?? "").some((word) => settingWords.has(word));
}

/**
 * Whether the parameter's description lists the value ("low, normal or high"): an enum in words. Examples are none: who
 * copies "e.g. John Smith" has made it up.
 */
export function isDescribed({ value, schemas }: Leaf): boolean {
  if (typeof value !== "string" || value.length < shortestDescribed || /\d/.test(value)) return false;
  return schemas.some(({ description }) => {
    if (typeof description !== "string" || exampleMarks.test(description)) return false;
    return ` ${tokensOf(description).join(" ")} `.includes(` ${tokensOf(value).join(" ")} `);
  });
}

function givenBySchema(schema: JsonObject, value: string | number): boolean {
  const { const: constant, default: fallback, enum: choices } = schema;
  return constant === value || fallback === value || (Array.isArray(choices) && choices.includes(value));
}

/** "a latte" is one latte, and no children are zero. */
function isImpliedCount({ path, value }: Leaf): boolean {
  const count = typeof value === "string" ? Number(value.trim()) : value;
  if (typeof count !== "number" || !Number.isInteger(count) || count < 0 || count > largestImpliedCount)
    return false;
  return wordsOfName(path.at(-1) ?? "").some((word) => countWords.has(word));
}
