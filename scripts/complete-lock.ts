/**
 * Puts the packages of other platforms back into `package-lock.json`. A registry mirror that lacks them lets `npm install`
 * write a lock file without them, which `npm ci` then refuses everywhere. Run after each change of dependencies:
 *
 *   npx tsx scripts/complete-lock.ts
 */
import { readFileSync, writeFileSync } from "node:fs";

interface LockedPackage {
  readonly version: string;
  readonly dev?: boolean;
  readonly optionalDependencies?: Readonly<Record<string, string>>;
}

const systems = [
  "android",
  "darwin",
  "freebsd",
  "linux",
  "win32",
  "openharmony",
  "sunos",
  "aix",
  "netbsd",
  "openbsd",
];
const processors = [
  "arm64",
  "x64",
  "ia32",
  "ppc64",
  "riscv64",
  "s390x",
  "loong64",
  "mips64el",
  "wasm32",
  "arm",
];
const file = "package-lock.json";
const lock: { packages: Record<string, LockedPackage> } = JSON.parse(readFileSync(file, "utf8"));

const missing = Object.entries(lock.packages).flatMap(([path, { dev, optionalDependencies = {} }]) =>
  Object.entries(optionalDependencies)
    .filter(
      ([name]) => !lock.packages[`node_modules/${name}`] && !lock.packages[`${path}/node_modules/${name}`],
    )
    .map(([name, range]) => [`node_modules/${name}`, entryFor(name, range, dev === true)] as const),
);
const { "": root, ...others } = { ...lock.packages, ...Object.fromEntries(missing) };
const sorted = Object.entries(others).sort(([one], [other]) => (one < other ? -1 : 1));
writeFileSync(
  file,
  `${JSON.stringify({ ...lock, packages: { "": root, ...Object.fromEntries(sorted) } }, null, 2)}\n`,
);
process.stdout.write(`${missing.length} packages of other platforms added\n`);

function entryFor(name: string, range: string, dev: boolean) {
  const os = systems.find((system) => name.includes(system));
  const cpu = processors.find((processor) => name.includes(processor));
  return {
    version: range.replace(/^[\^~]/, ""),
    ...(cpu === undefined ? {} : { cpu: [cpu] }),
    ...(dev ? { dev } : {}),
    optional: true,
    ...(os === undefined ? {} : { os: [os] }),
    ...(os === "linux" && name.includes("musl") ? { libc: ["musl"] } : {}),
  };
}
