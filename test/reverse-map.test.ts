import {
  chmod,
  link,
  mkdir,
  mkdtemp,
  readFile,
  rename,
  rm,
  stat,
  symlink,
  writeFile,
} from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import { calltune } from "./support/cli.ts";
import { lines } from "./support/planted-calls.ts";

let folder = "";
let home = "";
let projects = 0;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "calltune-map-"));
});
afterAll(() => rm(folder, { recursive: true }));
beforeEach(async () => {
  projects += 1;
  home = join(folder, String(projects));
  await mkdir(home);
  await writeFile(join(home, "calls.jsonl"), lines(2));
});

const pull = (map: string, ...flags: string[]) =>
  calltune(["pull", "calls.jsonl", "--reverse-map", map, ...flags], { folder: home });
const contentOf = (name: string) => readFile(join(home, name), "utf8");

test("a file that no pull wrote stays as it is", async () => {
  await writeFile(join(home, "notes.txt"), "mine\n");
  const { code, stderr } = await pull("notes.txt", "--fresh");
  expect(code).toBe(2);
  expect(stderr).toContain("notes.txt");
  expect(stderr).not.toContain(home);
  expect(await contentOf("notes.txt")).toBe("mine\n");
  expect(await pull("notes.txt")).toMatchObject({ code: 2 });
});

test.each([
  ["the calls", "calls.jsonl"],
  ["a link to them", "linked.jsonl"],
  ["another name of theirs", "named.jsonl"],
  ["the config", "calltune.config.json"],
  ["the lock", ".calltune/lock"],
  ["the salt", ".calltune/salt"],
  ["a draft of the state", ".calltune/pull.json.new"],
  ["the dataset", ".calltune/dataset.new/map.jsonl"],
  ["a folder", "logs"],
  ["a folder that isn't there", "nowhere/map.jsonl"],
])("the way back can't be written to %s", async (_, map) => {
  await symlink("calls.jsonl", join(home, "linked.jsonl"));
  await link(join(home, "calls.jsonl"), join(home, "named.jsonl"));
  await writeFile(join(home, "calltune.config.json"), "{}");
  await mkdir(join(home, "logs"));
  expect(await pull(map, "--fresh")).toMatchObject({ code: 2 });
  expect(await contentOf("calls.jsonl")).toBe(lines(2));
  expect(await contentOf("calltune.config.json")).toBe("{}");
});

test("nor into a folder that calls are read from", async () => {
  await mkdir(join(home, "logs"));
  await writeFile(join(home, "logs", "a.jsonl"), lines(1));
  const { code } = await calltune(["pull", "logs", "--reverse-map", "logs/map.jsonl"], { folder: home });
  expect(code).toBe(2);
});

test("an empty file is taken, and closed to others; a fresh pull writes over its own", async () => {
  const map = join(home, "map.jsonl");
  await writeFile(map, "");
  await chmod(map, 0o644);
  expect(await pull("map.jsonl")).toMatchObject({ code: 0 });
  expect((await stat(map)).mode & 0o777).toBe(0o600);
  const whole = await contentOf("map.jsonl");
  expect(whole).toContain("sarah okonkwo");
  expect(await pull("map.jsonl", "--fresh")).toMatchObject({ code: 0 });
  expect(await contentOf("map.jsonl")).toBe(whole);
});

test("a map that was cut is named without the home folder, and a project that was moved goes on", async () => {
  expect(await pull("map.jsonl")).toMatchObject({ code: 0 });
  const moved = `${home}-moved`;
  await rename(home, moved);
  home = moved;
  expect(await pull("map.jsonl")).toMatchObject({ code: 0 });
  await writeFile(join(home, "map.jsonl"), "");
  const { code, stderr } = await pull("map.jsonl");
  expect(code).toBe(2);
  expect(stderr).toContain("map.jsonl is shorter");
  expect(stderr).not.toContain(folder);
});
