import { entities } from "../domain/entity.ts";
import type { RedactionSettings } from "../domain/redaction-settings.ts";
import { compilePattern } from "./own-patterns.ts";
import { readValue } from "./rules.ts";

/** What the schema can't see: `key: sentence` for patterns that don't compile and listed values that are no such thing. */
export function settingsFaults(settings: RedactionSettings): string[] {
  const patterns = settings.patterns.flatMap(({ pattern }, index) => {
    const fault = patternFault(pattern);
    return fault === null ? [] : [`patterns.${index}.pattern: ${fault}`];
  });
  const denied = entities.flatMap((entity) =>
    (settings.deny[entity] ?? []).flatMap((value, index) =>
      readValue(value, entity) === null ? [`deny.${entity}.${index}: can't be read as ${entity}`] : [],
    ),
  );
  const names = settings.names.flatMap((name, index) =>
    readValue(name, "PERSON") === null ? [`names.${index}: can't be read as a person's name`] : [],
  );
  return [...patterns, ...denied, ...names];
}

function patternFault(pattern: string): string | null {
  try {
    const regex = compilePattern(pattern);
    return regex.matcher("").matches() ? "matches the empty text" : null;
  } catch (error) {
    const reason = error instanceof Error ? error.message.replace(/^error parsing regexp: /, "") : "broken";
    return `${reason} (RE2's syntax: without look-around and back-references, so that no text makes it slow)`;
  }
}
