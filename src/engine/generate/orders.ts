import type { Desk } from "./desk.ts";
import type { ObjectShape } from "./schema/shapes.ts";
import type { Planner, ValuePlan } from "./schema/value-plan.ts";

export interface ValueOrder {
  /** Plans what stands inside the value. */
  readonly planner: Planner;
  readonly plan: ValuePlan;
  /** The marks that can stand behind the value. */
  readonly followers: readonly number[];
  /** Objects and lists around it. */
  readonly depth: number;
  /** What the place of the value asks beyond its schema. */
  readonly suits?: (json: string) => boolean;
}

/** Writes a valid value and answers its JSON; null where none can be found, with the pen back where it was. */
export type ValueWriter = (desk: Desk, order: ValueOrder) => Promise<string | null>;

export interface FieldsOrder {
  readonly planner: Planner;
  /** Ways to make the object, any of which will do. */
  readonly shapes: readonly ObjectShape[];
  /** The marks that can stand behind the object; one of them is decided in the end, and not written. */
  readonly terminators: readonly number[];
  readonly depth: number;
  /** Whether the object is valid. */
  accepts(json: string): boolean;
  /** Told each time when the object would be valid if it ended here. */
  readonly settle?: (fields: readonly Field[]) => void;
}

export interface Field {
  readonly key: string;
  readonly json: string;
}

/** Keys stand in the order they were made, also those that look like numbers. */
export function objectJson(fields: readonly Field[]): string {
  return `{${fields.map(({ key, json }) => `${JSON.stringify(key)}:${json}`).join(",")}}`;
}
