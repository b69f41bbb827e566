import { canonicalJson } from "../../../lib/json.ts";
import type { Comparator } from "./comparator.ts";

/** Members of an enum and booleans: the tool refuses anything else, so nothing else is the same. */
export const exact: Comparator = {
  about: "the very same JSON value",
  same: (expected, given) => canonicalJson(expected) === canonicalJson(given),
};
