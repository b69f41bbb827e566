import { drawCompound } from "./compound-parameters.ts";
import type { Draw } from "./draw.ts";
import {
  genericAsks,
  genericGives,
  genericTells,
  type ParameterFamily,
  parameterFamilies,
  qualifiers,
} from "./parameter-families.ts";
import type { Spell } from "./values/compound.ts";
import type { ValueMaker } from "./values/value.ts";

/** A parameter of a generated tool. */
export interface MadeParameter {
  readonly key: string;
  /** Its name as words. */
  readonly words: string;
  /** Its role, for values that are used again in the same call. */
  readonly role: string;
  readonly required: boolean;
  readonly maker: ValueMaker;
  readonly asks: readonly string[];
  readonly gives: readonly string[];
  readonly tells: readonly string[];
}

/** The parameters of one tool: what its action takes, sometimes something odd. `!` marks what it never misses. */
export function drawParameters(draw: Draw, takes: readonly string[], order: ParameterOrder): MadeParameter[] {
  const { spell, most } = order;
  if (draw.chance(0.05)) return [];
  const chosen = takes
    .filter((role) => role.endsWith("!") || draw.chance(0.3))
    .map((role) => role.replace("!", ""));
  if (draw.chance(0.15)) chosen.push(draw.random.pick(Object.keys(parameterFamilies)));
  const always = new Set(takes.filter((role) => role.endsWith("!")).map((role) => role.slice(0, -1)));
  const parameters: MadeParameter[] = [];
  const seen = new Set<string>();
  for (const role of shortened(draw, [...new Set(chosen)], most)) {
    const required = draw.chance(always.has(role) ? 0.85 : 0.35);
    const made = drawParameter(draw, { role, required, spell });
    if (seen.has(made.words)) continue;
    seen.add(made.words);
    parameters.push(made);
  }
  return draw.chance(0.5) ? parameters : [...parameters].sort(() => draw.random.next() - 0.5);
}

export interface ParameterOrder {
  readonly spell: Spell;
  /** Parameters of a tool at most. */
  readonly most: number;
}

/** The first roles, or any where only a few are wanted. */
function shortened(draw: Draw, roles: readonly string[], most: number): readonly string[] {
  return roles.length <= most ? roles : roles.toSorted(() => draw.random.next() - 0.5).slice(0, most);
}

interface ParameterPlan {
  readonly role: string;
  readonly required: boolean;
  readonly spell: Spell;
}

function drawParameter(draw: Draw, { role, required, spell }: ParameterPlan): MadeParameter {
  const compound = drawCompound(draw, role, spell);
  if (compound) return { ...compound, key: spell(compound.words), role, required };
  const family = parameterFamilies[role] ?? parameterFamilies["nonsense"];
  if (!family) throw new RangeError(`no parameter family ${role}`);
  const oddName = draw.chance(0.2) || role === "nonsense";
  const qualified = !oddName && draw.chance(0.1);
  const base = oddName ? drawOddName(draw, family) : draw.prefer(family.names);
  const words = qualified ? `${draw.pick(qualifiers)} ${base}` : base;
  const natural = family.gives.length > 0 && !oddName && !qualified;
  return {
    key: spell(words),
    words,
    role: qualified || oddName ? words : role,
    required,
    maker: family.kind(draw),
    asks: natural ? [...genericAsks.slice(0, 4), ...family.asks] : genericAsks,
    gives: natural ? [...family.gives, ...family.gives, ...genericGives.slice(0, 2)] : genericGives,
    tells: natural ? [...genericTells, ...family.tells] : genericTells,
  };
}

function drawOddName(draw: Draw, family: ParameterFamily): string {
  const odd = draw.word(1, 2);
  return draw.chance(0.5) ? odd : `${odd} ${draw.prefer(family.names)}`;
}
