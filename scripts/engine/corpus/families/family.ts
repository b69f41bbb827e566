import type { ValueKind } from "../values/value.ts";
import { commaList, lines } from "../words/list.ts";

/** A role that a value plays in a tool: what it may be called, how it is asked for and how callers give it. */
export interface ParameterFamily {
  readonly kind: ValueKind;
  /** Names for the parameter, as words; `{n}` is one of the nouns. */
  readonly names: readonly string[];
  /** What it may be the name or the number of: a horse, a team. */
  readonly nouns: readonly string[];
  /** Questions of the agent, beside those with the parameter's own words. */
  readonly asks: readonly string[];
  /** How it hangs on a request: "… for {v}", "a {v}" as `{a}`. Empty where only the parameter's own words make it clear. */
  readonly gives: readonly string[];
  /** How it is said as an answer. */
  readonly tells: readonly string[];
  /** How it is given along with another value of its kind, `{d}`, that isn't meant. */
  readonly decoys: readonly string[];
}

/** A family as it is written down: one template a line, names with commas between them. */
export interface FamilyText {
  readonly kind: ValueKind;
  readonly names: string;
  readonly nouns?: string;
  readonly asks?: string;
  readonly gives?: string;
  readonly tells?: string;
  readonly decoys?: string;
}

export function family({
  kind,
  names,
  nouns = "",
  asks = "",
  gives = "",
  tells = "",
  decoys = "",
}: FamilyText): ParameterFamily {
  return {
    kind,
    names: commaList(names),
    nouns: commaList(nouns),
    asks: lines(asks),
    gives: lines(gives),
    tells: lines(tells),
    decoys: lines(decoys),
  };
}
