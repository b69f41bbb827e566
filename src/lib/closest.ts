/** The name that a wrongly typed one most likely means; null where none is near. */
export function closest(typed: string, names: readonly string[]): string | null {
  const most = typed.length < 4 ? 1 : Math.max(2, Math.floor(typed.length / 3));
  const near = names
    .map((name) => ({ name, edits: editsBetween(typed, name) }))
    .filter(({ edits }) => edits <= most)
    .sort((left, right) => left.edits - right.edits);
  return near[0]?.name ?? null;
}

/** Names that a wrongly typed one may mean, the nearest first: a few letters differ, or one holds the other. */
export function nearestNames(typed: string, names: readonly string[], most = 3): string[] {
  const meant = closest(typed, names);
  const stems = typed.split("_").filter((stem) => stem.length > 2);
  const alike = names
    .map((name) => ({ name, shared: stems.filter((stem) => name.split("_").includes(stem)).length }))
    .filter(({ name, shared }) => shared > 0 && name !== meant)
    .sort((left, right) => right.shared - left.shared);
  return [...(meant === null ? [] : [meant]), ...alike.map(({ name }) => name)].slice(0, most);
}

/** Letters to put in, take out or change (Levenshtein's distance). */
function editsBetween(from: string, to: string): number {
  let row = Array.from({ length: to.length + 1 }, (_, index) => index);
  for (const [index, letter] of [...from].entries()) {
    const next = [index + 1];
    for (let at = 1; at <= to.length; at += 1) {
      const change = (row[at - 1] ?? 0) + (letter === to[at - 1] ? 0 : 1);
      next.push(Math.min(change, (row[at] ?? 0) + 1, (next[at - 1] ?? 0) + 1));
    }
    row = next;
  }
  return row[to.length] ?? 0;
}
