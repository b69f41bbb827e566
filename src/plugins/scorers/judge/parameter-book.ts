import type { ParameterRule, ScoringOptions } from "../../../domain/scoring-options.ts";
import { UsageError } from "../../../lib/errors.ts";
import type { JsonObject } from "../../../lib/json.ts";
import { type ComparatorName, comparators, isComparatorName } from "../comparators/index.ts";
import { type ComparatorChoice, inferComparator } from "../comparators/infer-comparator.ts";

/** How one parameter is compared, and why so. */
export interface ParameterEntry extends ComparatorChoice {
  readonly rule: ParameterRule;
}

/** Every parameter's comparator, chosen once: by a rule of the user's, else by its schema, else by its name. */
export interface ParameterBook {
  /** Keys from the outside in, as in reports. */
  entry(tool: string, path: readonly string[], schemas: readonly JsonObject[]): ParameterEntry;
  /** All that were asked for so far, by `tool.parameter`. */
  entries(): ReadonlyMap<string, ParameterEntry>;
}

/** @throws UsageError where a rule names a comparator that doesn't exist */
export function createParameterBook({ parameters }: Pick<ScoringOptions, "parameters">): ParameterBook {
  const rules = new Map(
    Object.entries(parameters).map(([name, rule]) => [
      name,
      typeof rule === "string" ? { comparator: rule } : rule,
    ]),
  );
  for (const [name, { comparator }] of rules) checkName(name, comparator);
  const entries = new Map<string, ParameterEntry>();
  // The same entries by two names: asked for with each argument, where to join names would cost most.
  const byTool = new Map<string, Map<string, ParameterEntry>>();
  return {
    entry(tool, path, schemas) {
      const parameter = parameterName(path);
      const ofTool = byTool.get(tool) ?? new Map<string, ParameterEntry>();
      const found = ofTool.get(parameter);
      if (found !== undefined) return found;
      const name = `${tool}.${parameter}`;
      const entry =
        entries.get(name) ?? chosen(rules.get(name) ?? rules.get(`*.${parameter}`), path, schemas);
      entries.set(name, entry);
      byTool.set(tool, ofTool.set(parameter, entry));
      return entry;
    },
    entries: () => entries,
  };
}

/** Keys from the outside in, as reports write them. */
export function parameterName(path: readonly string[]): string {
  const [first = ""] = path;
  return path.length < 2 ? first : path.join(".");
}

function chosen(
  rule: ParameterRule | undefined,
  path: readonly string[],
  schemas: readonly JsonObject[],
): ParameterEntry {
  const name = rule?.comparator;
  if (name !== undefined && isComparatorName(name))
    return { comparator: name, because: "a rule", rule: rule ?? {} };
  return { ...inferComparator(path, schemas), rule: rule ?? {} };
}

function checkName(parameter: string, name: string | undefined): void {
  if (name === undefined || isComparatorName(name)) return;
  const known: ComparatorName[] = Object.keys(comparators).filter(isComparatorName);
  throw new UsageError(
    `scoring.parameters["${parameter}"]: no comparator "${name}"; there are ${known.join(", ")}`,
  );
}
