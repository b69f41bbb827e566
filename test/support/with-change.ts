/** A copy whose `place`-th inner value, counted around, is another. */
export function withChange(value: object, place: number, wrong: unknown): unknown {
  const copy = structuredClone(value);
  const places: [owner: object, key: string][] = [];
  const note = (owner: object) => {
    for (const [key, inner] of Object.entries(owner)) {
      places.push([owner, key]);
      if (typeof inner === "object" && inner !== null) note(inner);
    }
  };
  note(copy);
  const [owner, key] = places[place % places.length] ?? [copy, ""];
  Object.assign(owner, { [key]: wrong });
  return copy;
}
