import type { Entity, KnownValue } from "../plugins/redactors/redactor.ts";

/** What is known of values, by their kind and what they are. */
export interface ValueTable<Held> {
  get(known: KnownValue): Held | undefined;
  set(known: KnownValue, held: Held): void;
}

export interface ValueSet {
  has(known: KnownValue): boolean;
  add(known: KnownValue): void;
}

/** A table in a table: a key joined of both would be made, copied and hashed anew for each look. */
export function createValueTable<Held>(): ValueTable<Held> {
  const kinds = new Map<Entity, Map<string, Held>>();
  return {
    get: ({ entity, value }) => kinds.get(entity)?.get(value),
    set({ entity, value }, held) {
      const values = kinds.get(entity);
      if (values === undefined) kinds.set(entity, new Map([[value, held]]));
      else values.set(value, held);
    },
  };
}

export function createValueSet(): ValueSet {
  const table = createValueTable<true>();
  return { has: (known) => table.get(known) === true, add: (known) => table.set(known, true) };
}
