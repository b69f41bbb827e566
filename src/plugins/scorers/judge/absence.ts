import type { Json, JsonObject } from "../../../lib/json.ts";
import type { Parameter } from "./parameter-tree.ts";

/**
 * The value as the tool takes it: a declared default where none is given, and nothing where `null` stands for nothing,
 * which it does only if the schema allows it for a parameter that may be left out. "" is a value.
 */
export function absentOr(
  value: Json | undefined,
  { schema: { schemas }, isRequired }: Pick<Parameter, "schema" | "isRequired">,
): Json | undefined {
  if (value !== undefined && value !== null) return value;
  const fallback = schemas.map((schema) => schema["default"]).find((declared) => declared !== undefined);
  const taken = value === undefined ? fallback : value;
  if (taken !== null || isRequired) return taken;
  // An explicit null overrules a default, and then means something.
  const meansNothing = (fallback ?? null) === null && schemas.some(allowsNull);
  return meansNothing ? undefined : null;
}

function allowsNull(schema: JsonObject): boolean {
  const { type, nullable, enum: choices } = schema;
  if (type === "null" || nullable === true) return true;
  return (Array.isArray(type) && type.includes("null")) || (Array.isArray(choices) && choices.includes(null));
}
