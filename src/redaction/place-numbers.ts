import type { Finding } from "../plugins/redactors/redactor.ts";
import type { Registry } from "./registry.ts";
import type { NumberLeaf, ReadPart } from "./scope.ts";

/**
 * Tells the registry which known values stand in numbers, before surrogates are chosen: theirs have to be numbers too,
 * and to keep the schemas.
 */
export function placeNumbers(
  part: ReadPart,
  finders: ReturnType<Registry["finders"]>,
  registry: Pick<Registry, "add">,
): void {
  if (part.json === null) return;
  for (const number of part.numbers)
    for (const find of finders)
      for (const finding of find(number.passage.text)) registry.add(finding, placeOf(number, finding));
}

function placeOf({ leaf: { text }, schemas }: NumberLeaf, finding: Finding) {
  const write = (surrogate: string) =>
    text.slice(0, finding.start) + finding.write(surrogate) + text.slice(finding.end);
  return { form: { ...finding, write }, text, type: "number" as const, schemas };
}
