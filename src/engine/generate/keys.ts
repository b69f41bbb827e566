import { identifierWords } from "../text/split-words.ts";
import { encodeText } from "../text/values.ts";
import type { Field, FieldsOrder } from "./orders.ts";
import { freeText, patternMachine } from "./patterns/pattern-machine.ts";
import { behindSpace } from "./patterns/text-machine.ts";
import { literalPlace, type Place, unionPlace } from "./place.ts";
import type { Conjunction } from "./schema/expand-schema.ts";
import type { ObjectShape } from "./schema/shapes.ts";
import { textPlace } from "./text-place.ts";
import type { Vocabulary } from "./vocabulary.ts";

/** The keys that may come next in an object. */
export interface Keys {
  /** Known keys that aren't used yet. */
  readonly names: readonly string[];
  /** Whether the model may also name one itself; used ones are taken. */
  readonly invents: boolean;
  readonly used: ReadonlySet<string>;
  /** Whether any key may come. */
  readonly open: boolean;
  /** Whether there is no way to make the object without this key. */
  isRequired(key: string): boolean;
  schemasOf(key: string): readonly Conjunction[];
  /** What could stand behind the field of this key, as far as its shape tells. */
  behind(key: string): { readonly ends: boolean; readonly open: boolean };
}

export function keysAt(order: FieldsOrder, fields: readonly Field[], refused: ReadonlySet<string>): Keys {
  const used = new Set(fields.map(({ key }) => key));
  const shapes = order.shapes.filter((shape) => admits(order, shape, fields));
  const growing = shapes.filter((shape) => fields.length < shape.most);
  const names = freeNames(growing, used, refused);
  const inventive = growing.some((shape) => invents(shape, used));
  return {
    names,
    invents: inventive,
    used: new Set([...used, ...refused]),
    open: names.length > 0 || inventive,
    isRequired: (key) => shapes.every((shape) => shape.required.has(key)),
    schemasOf: (key) => growing.map((shape) => schemaOf(shape, key)).filter((schema) => schema !== null),
    behind(key) {
      const then = growing.filter((shape) => schemaOf(shape, key) !== null);
      const longer = new Set([...used, key]);
      const room = then.filter((shape) => longer.size < shape.most);
      return {
        ends: then.some((shape) => isComplete(shape, longer)),
        open: freeNames(room, longer, refused).length > 0 || room.some((shape) => invents(shape, longer)),
      };
    },
  };
}

function freeNames(
  shapes: readonly ObjectShape[],
  used: ReadonlySet<string>,
  refused: ReadonlySet<string>,
): string[] {
  const names = new Set(shapes.flatMap((shape) => [...shape.values.keys()]));
  return [...names].filter((name) => !used.has(name) && !refused.has(name));
}

function schemaOf(shape: ObjectShape, key: string): Conjunction | null {
  return shape.values.get(key) ?? shape.invented;
}

function hasRequired(shape: ObjectShape, used: ReadonlySet<string>): boolean {
  return [...shape.required].every((key) => used.has(key));
}

/** Keys that must be there come before those that the model makes up. */
function invents(shape: ObjectShape, used: ReadonlySet<string>): boolean {
  return shape.invented !== null && hasRequired(shape, used);
}

function isComplete(shape: ObjectShape, used: ReadonlySet<string>): boolean {
  return used.size >= shape.least && hasRequired(shape, used);
}

/** Whether the fields so far could stand in this shape; where there is only one, they were made for it. */
function admits({ planner, shapes }: FieldsOrder, shape: ObjectShape, fields: readonly Field[]): boolean {
  if (shapes.length === 1) return true;
  return fields.every(({ key, json }) => {
    const schema = schemaOf(shape, key);
    return schema !== null && planner([schema]).accepts(json);
  });
}

/** How the model writes a key; null where there is none to write. */
export function keyPlace(vocabulary: Vocabulary, keys: Keys): Place<string> | null {
  const named = literalPlace(
    keys.names.map((name) => ({
      tokens: encodeText(vocabulary.tokenizer, identifierWords(name)),
      meaning: name,
    })),
  );
  const invented = keys.invents ? inventedKey(vocabulary, keys.used) : null;
  return unionPlace([named, invented].filter((place) => place !== null));
}

function inventedKey(vocabulary: Vocabulary, used: ReadonlySet<string>): Place<string> | null {
  return textPlace({
    vocabulary,
    machine: behindSpace(patternMachine("^[a-z][a-z0-9]{0,19}( [a-z0-9]{1,20}){0,4}$") ?? freeText()),
    minLength: 1,
    maxLength: Number.POSITIVE_INFINITY,
    read(text) {
      const key = text.replaceAll(" ", "_");
      return used.has(key) ? undefined : key;
    },
  });
}
