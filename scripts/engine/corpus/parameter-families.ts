import { addresses } from "./families/addresses.ts";
import { choices } from "./families/choices.ts";
import { codes } from "./families/codes.ts";
import { counts } from "./families/counts.ts";
import { days } from "./families/days.ts";
import type { ParameterFamily } from "./families/family.ts";
import { genericAsks, genericGives, genericTells } from "./families/generic.ts";
import { hours } from "./families/hours.ts";
import { journeys } from "./families/journeys.ts";
import { measures } from "./families/measures.ts";
import { amountFamily } from "./families/money.ts";
import { named } from "./families/named.ts";
import { numbersByHeart } from "./families/numbers-by-heart.ts";
import { online } from "./families/online.ts";
import { other } from "./families/others.ts";
import { parties } from "./families/parties.ts";
import { periods } from "./families/periods.ts";
import { ratings } from "./families/ratings.ts";
import { reach } from "./families/reach.ts";
import { regions } from "./families/regions.ts";
import { remarks } from "./families/remarks.ts";
import { rooms } from "./families/rooms.ts";
import { self } from "./families/self.ts";
import { staff } from "./families/staff.ts";
import { tastes } from "./families/tastes.ts";
import { things } from "./families/things.ts";
import { titles } from "./families/titles.ts";
import { vehicles } from "./families/vehicles.ts";
import { weekdays } from "./families/weekdays.ts";

/** By role, as the actions name them. */
export const parameterFamilies: Readonly<Record<string, ParameterFamily>> = {
  self,
  other,
  staff,
  ...named,
  ...rooms,
  ...ratings,
  ...titles,
  ...weekdays,
  ...parties,
  ...reach,
  ...numbersByHeart,
  ...online,
  ...addresses,
  ...journeys,
  ...regions,
  ...days,
  ...periods,
  ...counts,
  ...measures,
  ...things,
  ...remarks,
  ...choices,
  ...tastes,
  ...codes,
  ...vehicles,
  ...hours,
  amount: amountFamily,
};

/** Families that may stand in any tool, whatever it does; those that come more often stand here more often. */
export const commonFamilies: readonly string[] = [
  ...["self", "self", "other", "staff", "relative", "relative", "companion", "companion", "animal", "animal"],
  ...["vessel", "vessel", "group", "group", "project", "project", "title", "item"],
  ...["room", "age", "percent", "rating", "measure", "country", "weekday"],
  ...["language", "color", "currency", "priority", "plate", "vehicle", "userName", "webAddress"],
  ...["choice", "date", "time", "amount", "quantity", "city", "remark"],
];

/** A role of an action that another family may play, and how often. */
export const understudies: Readonly<Record<string, readonly (readonly [role: string, share: number])[]>> = {
  self: [
    ["companion", 0.06],
    ["relative", 0.06],
    ["userName", 0.03],
    ["animal", 0.03],
  ],
  other: [
    ["companion", 0.15],
    ["relative", 0.12],
    ["group", 0.08],
  ],
  staff: [["companion", 0.05]],
  title: [
    ["project", 0.15],
    ["group", 0.15],
    ["vessel", 0.12],
    ["animal", 0.05],
  ],
  item: [
    ["vehicle", 0.06],
    ["project", 0.04],
    ["vessel", 0.04],
  ],
  people: [["company", 0.2]],
  code: [
    ["plate", 0.05],
    ["userName", 0.02],
  ],
  city: [
    ["country", 0.08],
    ["room", 0.06],
  ],
  quantity: [
    ["measure", 0.08],
    ["percent", 0.04],
    ["age", 0.03],
  ],
  amount: [["percent", 0.05]],
  choice: [
    ["language", 0.04],
    ["color", 0.04],
    ["currency", 0.03],
    ["priority", 0.05],
    ["weekday", 0.04],
    ["rating", 0.04],
  ],
  date: [["weekday", 0.03]],
};

const groups: readonly (readonly string[])[] = [
  ["self", "other", "staff", "relative", "companion", "animal"],
  ["title", "project", "group", "vessel", "animal", "relative"],
  ["item", "title", "vehicle", "color", "choice", "language"],
  ["date", "startDate", "endDate", "weekday"],
  ["time", "endTime"],
  ["from", "to", "city", "country", "address", "street"],
  ["people", "company", "quantity", "age", "rating", "measure", "percent", "room", "amount", "duration"],
  ["code", "pin", "plate", "userName", "card", "phone", "postalCode"],
];

/** Whether a value of the one role could be taken for one of the other. */
export function looksLike(role: string, other: string): boolean {
  return groups.some((group) => group.includes(role) && group.includes(other));
}

/** How a parameter is asked for and given. */
export interface Phrases {
  readonly asks: readonly string[];
  readonly gives: readonly string[];
  readonly tells: readonly string[];
}

/** Made once: lists are long, and a draw parts each new list again. */
const naturalPhrases: ReadonlyMap<string, Phrases> = new Map(
  Object.entries(parameterFamilies).map(([role, family], at) => [role, withGeneric(family, at)]),
);

/** For parameters whose own words alone tell what they are. */
export const genericPhrases: Phrases = { asks: genericAsks, gives: genericGives, tells: genericTells };

export function phrasesOf(role: string): Phrases {
  return naturalPhrases.get(role) ?? genericPhrases;
}

/** A family's own phrases, some of the generic ones, and the bare answer a quarter of the time. */
function withGeneric({ asks, gives, tells }: ParameterFamily, at: number): Phrases {
  const some = (generic: readonly string[], count: number) =>
    Array.from({ length: count }, (_, index) => generic[(at * 7 + index * 5) % generic.length] ?? "{v}");
  const bare: string[] = Array.from({ length: Math.round(tells.length / 3) }, () => "{v}");
  return {
    asks: asks.length > 0 ? [...asks, ...some(genericAsks, 6)] : genericAsks,
    gives: gives.length > 0 ? [...gives, ...some(genericGives, 5)] : genericGives,
    tells: tells.length > 0 ? [...tells, ...bare, ...some(genericTells, 6)] : genericTells,
  };
}

const clear = new Map<string, readonly string[]>();

/** The ways to give a value that can't be taken for one of the other roles'. */
export function clearGives(role: string, others: readonly string[]): readonly string[] {
  const rivals = others.filter((other) => other !== role && looksLike(role, other)).sort();
  const gives = phrasesOf(role).gives;
  if (rivals.length === 0) return gives;
  const key = [role, ...rivals].join(" ");
  const known = clear.get(key);
  if (known) return known;
  const taken = new Set(rivals.flatMap((rival) => phrasesOf(rival).gives.map(bareForm)));
  const own = gives.filter((one) => /\{[np]\}/.test(one) || !taken.has(bareForm(one)));
  clear.set(key, own);
  return own;
}

function bareForm(template: string): string {
  return template.replace("{a}", "{v}");
}
