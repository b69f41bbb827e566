import { expect, test } from "vitest";
import { Config } from "../domain/config.ts";
import { RedactionSettings } from "../domain/redaction-settings.ts";
import { settingsFaults } from "./settings-faults.ts";

test.each([
  [{ redact: { operators: { PERSOM: "label" } } }, "redact.operators"],
  [{ redact: { operators: { PERSON: "mask" } } }, "redact.operators.PERSON"],
  [{ redact: { entities: ["NAMES"] } }, "redact.entities.0"],
  [{ redact: { treshold: 0.4 } }, "redact"],
  [{ redact: { threshold: 4 } }, "redact.threshold"],
  [{ redact: { patterns: [{ entity: "ID" }] } }, "redact.patterns.0.pattern"],
  [{ redact: { patterns: [{ entity: "ID", pattern: "a", score: 2 }] } }, "redact.patterns.0.score"],
])("a config's wrong key is named: %j", (config, path) => {
  const issues = Config.safeParse(config).error?.issues ?? [];
  expect(issues.map((issue) => issue.path.join("."))).toEqual([path]);
});

test.each([
  [{ patterns: [{ entity: "ID", pattern: "(" }] }, "patterns.0.pattern: "],
  [{ patterns: [{ entity: "ID", pattern: "(?=a)b" }] }, "patterns.0.pattern: "],
  [{ patterns: [{ entity: "ID", pattern: "(a)\\1" }] }, "patterns.0.pattern: "],
  [{ patterns: [{ entity: "ID", pattern: "x*" }] }, "patterns.0.pattern: matches the empty text"],
  [{ deny: { CREDIT_CARD: ["4242424242424242", "hello"] } }, "deny.CREDIT_CARD.1: "],
  [{ names: ["Zyxwv", "?"] }, "names.1: "],
] as const)("what the schema can't see is named too: %j", (settings, start) => {
  const faults = settingsFaults(RedactionSettings.parse(settings));
  expect(faults).toHaveLength(1);
  expect(faults[0]).toMatch(new RegExp(`^${start.replaceAll(".", "\\.")}`));
});

test("what is fine has no faults", () => {
  const settings = {
    entities: ["PERSON"],
    deny: { PERSON: ["Chidi"] },
    patterns: [{ entity: "ID", pattern: "KD-\\d{4}", context: ["member"] }],
  };
  expect(settingsFaults(RedactionSettings.parse(settings))).toEqual([]);
});
