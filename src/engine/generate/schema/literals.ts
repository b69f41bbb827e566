import { canonicalJson, type Json } from "../../../lib/json.ts";
import type { PlainNode } from "./expand-schema.ts";
import { type JsonType, typeOf } from "./json-types.ts";

/** The only values that `enum` and `const` leave, in the order given; null where there is neither. */
export function choicesOf(nodes: readonly PlainNode[], types: ReadonlySet<JsonType>): Json[] | null {
  const lists = nodes.flatMap(({ schema }) => {
    const listed = schema["enum"];
    return [
      ...(Array.isArray(listed) ? [listed as readonly Json[]] : []),
      ...(schema["const"] === undefined ? [] : [[schema["const"]]]),
    ];
  });
  const [first, ...others] = lists;
  if (first === undefined) return null;
  const allowed = others.map((list) => new Set(list.map(canonicalJson)));
  return first.filter(
    (value) => types.has(typeOf(value)) && allowed.every((values) => values.has(canonicalJson(value))),
  );
}
