import { address } from "./address.ts";
import { code } from "./code.ts";
import type { Comparator } from "./comparator.ts";
import { date } from "./date.ts";
import { dateTime } from "./date-time.ts";
import { duration } from "./duration.ts";
import { email } from "./email.ts";
import { exact } from "./exact.ts";
import { id } from "./id.ts";
import { ignore } from "./ignore.ts";
import { item } from "./item.ts";
import { number } from "./number.ts";
import { person } from "./person.ts";
import { phone } from "./phone.ts";
import { plain } from "./plain.ts";
import { text } from "./text.ts";
import { time } from "./time.ts";

/** Ways to compare one parameter's values, by name; `infer-comparator.ts` tells which parameter gets which. */
export const comparators = {
  exact,
  number,
  id,
  code,
  phone,
  email,
  date,
  time,
  "date-time": dateTime,
  duration,
  address,
  person,
  item,
  text,
  plain,
  ignore,
} satisfies Record<string, Comparator>;

export type ComparatorName = keyof typeof comparators;

export function isComparatorName(name: string): name is ComparatorName {
  return Object.hasOwn(comparators, name);
}
