import type { Json } from "../../lib/json.ts";
import type { RowFault } from "./exporter.ts";

export type Severity = RowFault["severity"];

export function error(rule: string, sentence: string): RowFault {
  return { rule, severity: "error", sentence };
}

export function warning(rule: string, sentence: string): RowFault {
  return { rule, severity: "warning", sentence };
}

/** A fault as grave as the dialect takes it; none where it doesn't mind. */
export function graded(severity: Severity | null, rule: string, sentence: string): RowFault[] {
  if (severity === null) return [];
  return [severity === "error" ? error(rule, sentence) : warning(rule, sentence)];
}

/** The value where it looks like a name; else only its type, for it may be what a caller said. */
export function shown(value: Json | undefined): string {
  if (typeof value === "string") return /^[\w.-]{1,64}$/.test(value) ? `'${value}'` : "a text";
  if (value === undefined) return "nothing";
  if (value === null) return "null";
  if (typeof value === "object") return Array.isArray(value) ? "a list" : "an object";
  return `a ${typeof value}`;
}

/** Names in a sentence; a long list is cut. */
export function listed(names: readonly string[]): string {
  const first = names.slice(0, 10).map((name) => shown(name).replaceAll("'", ""));
  return names.length > first.length ? `${first.join(", ")} and ${names.length - 10} more` : first.join(", ");
}

export function isList(value: Json | undefined): value is readonly Json[] {
  return Array.isArray(value);
}
