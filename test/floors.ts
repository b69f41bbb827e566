import { readdirSync, readFileSync } from "node:fs";
import { dirname, join, relative, resolve, sep } from "node:path";

/** Every room of `src/` and its floor; a file imports from its own room and from lower floors only. */
export const floors: readonly (readonly [room: string, floor: number])[] = [
  ["lib", 0],
  ["domain", 1],
  ["plugins/sources", 2],
  ["plugins/call-formats", 2],
  ["plugins/redactors", 2],
  ["plugins/tokenizers", 2],
  ["plugins/exporters", 2],
  ["plugins/providers", 2],
  ["plugins/scorers", 2],
  ["samples", 2],
  ["engine", 2],
  ["workspace", 3],
  ["redaction", 3],
  ["pipeline/pull", 4],
  ["pipeline/build", 4],
  ["pipeline/check", 4],
  ["pipeline/redact", 4],
  ["pipeline/tune", 4],
  ["pipeline/evaluate", 4],
  ["server", 5],
  ["cli", 6],
  // The door: lists what the others give.
  ["index.ts", 7],
];

/** One sentence per import that goes sideways or up, and per file that stands in no room. */
export function violations(sourceFolder: string): string[] {
  return filesIn(sourceFolder).flatMap((file) => {
    const name = slashed(relative(sourceFolder, file));
    const from = roomOf(name);
    if (from === undefined) return [`${name} stands in no room`];
    return importsOf(readFileSync(file, "utf8")).flatMap((path) => {
      const target = slashed(relative(sourceFolder, resolve(dirname(file), path)));
      const to = roomOf(target);
      if (to === undefined) return [`${name} imports ${target}, which stands in no room`];
      const allowed = to[0] === from[0] || to[1] < from[1];
      return allowed ? [] : [`${name} (floor ${from[1]}) imports ${target} (floor ${to[1]})`];
    });
  });
}

function roomOf(name: string): readonly [string, number] | undefined {
  return floors.find(([room]) => name === room || name.startsWith(`${room}/`));
}

function filesIn(folder: string): string[] {
  return readdirSync(folder, { recursive: true, encoding: "utf8" })
    .filter((name) => name.endsWith(".ts") && !name.endsWith(".test.ts"))
    .map((name) => join(folder, name));
}

/** Static and dynamic imports, re-exports and worker files, of our own files only. */
function importsOf(text: string): string[] {
  return [...text.matchAll(/(?:from|import|import\(|new URL\()\s*"(\.[^"]+\.ts)"/g)].flatMap(
    ([, path]) => path ?? [],
  );
}

function slashed(path: string): string {
  return path.split(sep).join("/");
}
