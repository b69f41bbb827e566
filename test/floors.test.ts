import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { afterEach, describe, expect, test } from "vitest";
import { violations } from "./floors.ts";

const made: string[] = [];
afterEach(() => {
  for (const folder of made.splice(0)) rmSync(folder, { recursive: true });
});

describe("the floors", () => {
  test("no file of src imports sideways or up", () => {
    expect(violations("src")).toEqual([]);
  });

  test.each([
    [
      "up",
      { "lib/a.ts": 'import { b } from "../domain/b.ts";', "domain/b.ts": "" },
      "lib/a.ts (floor 0) imports domain/b.ts (floor 1)",
    ],
    [
      "up, by a type",
      { "domain/a.ts": 'import type { B } from "../plugins/sources/b.ts";', "plugins/sources/b.ts": "" },
      "domain/a.ts (floor 1) imports plugins/sources/b.ts (floor 2)",
    ],
    [
      "sideways between verbs",
      { "pipeline/build/a.ts": 'export { b } from "../pull/b.ts";', "pipeline/pull/b.ts": "" },
      "pipeline/build/a.ts (floor 4) imports pipeline/pull/b.ts (floor 4)",
    ],
    [
      "sideways between plugins, late",
      { "plugins/sources/a.ts": 'await import("../exporters/b.ts");', "plugins/exporters/b.ts": "" },
      "plugins/sources/a.ts (floor 2) imports plugins/exporters/b.ts (floor 2)",
    ],
    ["from a place without a room", { "utils/a.ts": "" }, "utils/a.ts stands in no room"],
  ])("an import that goes %s is found", (_, files, sentence) => {
    expect(violations(sourceFolder(files))).toEqual([sentence]);
  });

  test("imports from the own room and from below are fine", () => {
    const files = {
      "pipeline/build/labels/a.ts": 'import "../b.ts"; import "../../../lib/c.ts";',
      "pipeline/build/b.ts": "",
      "lib/c.ts": "",
    };
    expect(violations(sourceFolder(files))).toEqual([]);
  });
});

function sourceFolder(files: Readonly<Record<string, string>>): string {
  const folder = mkdtempSync(join(tmpdir(), "calltune-floors-"));
  made.push(folder);
  for (const [name, text] of Object.entries(files)) {
    mkdirSync(dirname(join(folder, name)), { recursive: true });
    writeFileSync(join(folder, name), text);
  }
  return folder;
}
