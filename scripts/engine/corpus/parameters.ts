import { drawCompound } from "./compound-parameters.ts";
import type { Draw } from "./draw.ts";
import { qualifiers } from "./families/generic.ts";
import {
  clearGives,
  commonFamilies,
  genericPhrases,
  looksLike,
  parameterFamilies,
  phrasesOf,
  understudies,
} from "./parameter-families.ts";
import type { Spell } from "./values/compound.ts";
import type { ValueMaker } from "./values/value.ts";

/** A parameter of a generated tool. */
export interface MadeParameter {
  readonly key: string;
  /** Its name as words. */
  readonly words: string;
  /** What it is the name of, or the parameter's own words. */
  readonly noun: string;
  /** Its role, for values that are used again in the same call. */
  readonly role: string;
  readonly required: boolean;
  readonly maker: ValueMaker;
  readonly asks: readonly string[];
  readonly gives: readonly string[];
  readonly tells: readonly string[];
  /** Ways to give it beside another value of its kind, `{d}`. */
  readonly decoys: readonly string[];
}

/** The parameters of one tool: what its action takes, sometimes something odd. `!` marks what it never misses. */
export function drawParameters(draw: Draw, takes: readonly string[], order: ParameterOrder): MadeParameter[] {
  const { spell, most } = order;
  if (draw.chance(0.05)) return [];
  const always = new Set(takes.filter((role) => role.endsWith("!")).map((role) => role.slice(0, -1)));
  const parameters: MadeParameter[] = [];
  const seen = new Set<string>();
  for (const role of shortened(draw, [...new Set(drawRoles(draw, takes))], most)) {
    const required = draw.chance(always.has(role) ? 0.85 : 0.35);
    const made = drawParameter(draw, { role: castOf(draw, role), required, spell });
    if (seen.has(made.words)) continue;
    seen.add(made.words);
    parameters.push(made);
  }
  const clear = parameters.map((one) => apart(one, parameters));
  return draw.chance(0.5) ? clear : [...clear].sort(() => draw.random.next() - 0.5);
}

export interface ParameterOrder {
  readonly spell: Spell;
  /** Parameters of a tool at most. */
  readonly most: number;
}

function drawRoles(draw: Draw, takes: readonly string[]): string[] {
  const chosen = takes
    .filter((role) => role.endsWith("!") || draw.chance(0.3))
    .map((role) => role.replace("!", ""));
  if (draw.chance(0.1)) chosen.push(draw.random.pick(Object.keys(parameterFamilies)));
  if (draw.chance(0.3)) chosen.push(draw.random.pick(commonFamilies));
  return chosen;
}

/** The first roles, or any where only a few are wanted. */
function shortened(draw: Draw, roles: readonly string[], most: number): readonly string[] {
  return roles.length <= most ? roles : roles.toSorted(() => draw.random.next() - 0.5).slice(0, most);
}

/** The family that plays a role: mostly the one of that name. */
function castOf(draw: Draw, role: string): string {
  let left = draw.random.next();
  for (const [other, share] of understudies[role] ?? []) {
    left -= share;
    if (left < 0) return other;
  }
  return role;
}

/** Beside parameters of its kind, a value is given in ways that are its own alone. */
function apart(made: MadeParameter, all: readonly MadeParameter[]): MadeParameter {
  const others = all.filter((one) => one !== made).map((one) => one.role);
  if (!others.some((other) => looksLike(made.role, other))) return made;
  if (made.gives !== phrasesOf(made.role).gives) return { ...made, decoys: [] };
  return { ...made, gives: clearGives(made.role, others), decoys: [] };
}

interface ParameterPlan {
  readonly role: string;
  readonly required: boolean;
  readonly spell: Spell;
}

function drawParameter(draw: Draw, { role, required, spell }: ParameterPlan): MadeParameter {
  const compound = drawCompound(draw, role, spell);
  if (compound) {
    // Lists keep their role, which is not read back; an object is no name that could be used again.
    const own = role === "items" ? role : compound.words;
    return { ...compound, key: spell(compound.words), noun: compound.words, role: own, required, decoys: [] };
  }
  return { ...drawPlain(draw, role, spell), required };
}

/** A parameter with one value. */
function drawPlain(draw: Draw, role: string, spell: Spell): Omit<MadeParameter, "required"> {
  const family = parameterFamilies[role] ?? parameterFamilies["nonsense"];
  if (!family) throw new RangeError(`no parameter family ${role}`);
  const noun = family.nouns.length > 0 ? draw.pick(family.nouns) : null;
  const oddName = draw.chance(0.18) || role === "nonsense";
  const qualified = !oddName && draw.chance(0.12);
  const plain = draw.prefer(family.names).replace("{n}", noun ?? "");
  const words = nameFrom(draw, plain, { oddName, qualified });
  const natural = family.gives.length > 0 && !oddName && !qualified;
  return {
    key: spell(words),
    words,
    noun: natural && noun ? noun : words,
    role: qualified || oddName ? words : role,
    maker: family.kind(draw),
    decoys: natural ? family.decoys : [],
    ...(natural ? phrasesOf(role) : genericPhrases),
  };
}

function nameFrom(
  draw: Draw,
  plain: string,
  { oddName, qualified }: { oddName: boolean; qualified: boolean },
): string {
  if (qualified) return `${draw.pick(qualifiers)} ${plain}`;
  if (!oddName) return plain;
  const odd = draw.word(1, 2);
  return draw.chance(0.5) ? odd : `${odd} ${plain}`;
}
