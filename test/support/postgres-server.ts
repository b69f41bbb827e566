import { type ChildProcess, execFileSync, spawn } from "node:child_process";
import { once } from "node:events";
import {
  chownSync,
  existsSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from "node:fs";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { createInterface } from "node:readline";
import postgres from "postgres";

/** A real PostgreSQL server for tests. */
export interface PostgresServer {
  /** Of the maintenance database, with the superuser's password. */
  readonly url: string;
  readonly port: number;
  readonly password: string;
  /** A fresh, empty database; gives its URL. */
  createDatabase(name: string): Promise<string>;
  stop(): Promise<void>;
}

const password = "correct horse/battery#staple";

/** `TEST_DATABASE_URL`, else a server of our own from local binaries, else null. */
export async function startPostgres(): Promise<PostgresServer | null> {
  const given = process.env["TEST_DATABASE_URL"];
  if (given) return describeServer(given, async () => {});
  const binaries = findBinaries();
  if (binaries === null) return null;
  const folder = mkdtempSync(join(tmpdir(), "calltune-postgres-"));
  const user = serverUser();
  if (user) chownSync(folder, user.uid, user.gid);
  const passwordFile = join(folder, "password");
  writeFileSync(passwordFile, password);
  const data = join(folder, "data");
  execFileSync(
    join(binaries, "initdb"),
    [
      "-D",
      data,
      "-U",
      "postgres",
      "-A",
      "scram-sha-256",
      "--pwfile",
      passwordFile,
      "-E",
      "UTF8",
      "--no-sync",
    ],
    { ...user, cwd: folder, stdio: ["ignore", "ignore", "inherit"] },
  );
  const port = await freePort();
  const server = spawn(join(binaries, "postgres"), serverArguments(data, port), {
    ...user,
    cwd: folder,
    stdio: ["ignore", "ignore", "pipe"],
  });
  await untilReady(server);
  const url = `postgres://postgres:${encodeURIComponent(password)}@127.0.0.1:${port}/postgres`;
  return describeServer(url, async () => {
    await end(server);
    rmSync(folder, { recursive: true, force: true });
  });
}

function describeServer(url: string, stop: () => Promise<void>): PostgresServer {
  const parts = new URL(url);
  return {
    url,
    port: Number(parts.port || 5432),
    password: decodeURIComponent(parts.password),
    async createDatabase(name) {
      const sql = postgres(url, { max: 1, onnotice: () => {} });
      await sql.unsafe(`DROP DATABASE IF EXISTS "${name}" WITH (FORCE)`);
      // Sorted by language where the server can: an order by bytes must then be asked for.
      const byLanguage = "TEMPLATE template0 LOCALE_PROVIDER icu ICU_LOCALE 'en-US'";
      await sql
        .unsafe(`CREATE DATABASE "${name}" ${byLanguage}`)
        .catch(() => sql.unsafe(`CREATE DATABASE "${name}"`));
      await sql.end();
      return Object.assign(new URL(url), { pathname: `/${name}` }).href;
    },
    stop,
  };
}

/** Runs a program that refuses root, such as PgBouncer, as the user the server runs as; null when we aren't root. */
export function serverUser(): { uid: number; gid: number } | null {
  if (process.getuid?.() !== 0) return null;
  const users = readFileSync("/etc/passwd", "utf8")
    .split("\n")
    .map((line) => line.split(":"));
  const found = users.find(([name]) => name === "postgres") ?? users.find(([name]) => name === "nobody");
  return found ? { uid: Number(found[2]), gid: Number(found[3]) } : null;
}

export async function freePort(): Promise<number> {
  const server = createServer().listen(0, "127.0.0.1");
  await once(server, "listening");
  const address = server.address();
  server.close();
  await once(server, "close");
  if (address === null || typeof address === "string") throw new Error("no port");
  return address.port;
}

function serverArguments(data: string, port: number): string[] {
  const settings = {
    port: String(port),
    listen_addresses: "127.0.0.1",
    unix_socket_directories: "",
    fsync: "off",
    synchronous_commit: "off",
    full_page_writes: "off",
    max_connections: "40",
  };
  return ["-D", data, ...Object.entries(settings).flatMap(([name, value]) => ["-c", `${name}=${value}`])];
}

/** The folder that holds `postgres` and `initdb`. */
function findBinaries(): string | null {
  const debian = "/usr/lib/postgresql";
  const versions = existsSync(debian) ? readdirSync(debian).sort().reverse() : [];
  const folders = [
    ...(process.env["PATH"] ?? "").split(":"),
    ...versions.map((version) => join(debian, version, "bin")),
  ];
  const holds = (folder: string) => ["postgres", "initdb"].every((name) => existsSync(join(folder, name)));
  return folders.find((folder) => folder !== "" && holds(folder)) ?? null;
}

async function untilReady(server: ChildProcess): Promise<void> {
  if (server.stderr === null) throw new Error("the server's log isn't ours to read");
  const log: string[] = [];
  for await (const line of createInterface({ input: server.stderr })) {
    log.push(line);
    if (line.includes("ready to accept connections")) {
      server.stderr.resume();
      return;
    }
  }
  throw new Error(`PostgreSQL did not start:\n${log.join("\n")}`);
}

async function end(server: ChildProcess): Promise<void> {
  if (server.exitCode !== null) return;
  server.kill("SIGINT");
  await once(server, "exit");
}
