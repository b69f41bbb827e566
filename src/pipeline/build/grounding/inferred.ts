import type { JsonObject } from "../../../lib/json.ts";
import type { Leaf } from "./leaves.ts";
import { wordsOfName } from "./parameter-names.ts";

const countWords: ReadonlySet<string> = new Set(
  (
    "quantity qty count counts number num size people guests party seats tickets passengers adults children kids infants " +
    "rooms nights beds persons pax copies units amount items pieces riders travelers travellers times"
  ).split(" "),
);
const largestImpliedCount = 1;

/** Whether a value needs no witness: the schema or common sense gives it. */
export function isInferred(leaf: Leaf): boolean {
  const { value, schemas } = leaf;
  if (value === null || value === "" || typeof value === "boolean") return true;
  if (schemas.some((schema) => givenBySchema(schema, value))) return true;
  return isImpliedCount(leaf);
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
