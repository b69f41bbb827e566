import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { chmodSync, existsSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { connect } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { freePort, serverUser } from "./postgres-server.ts";
import { until } from "./read-source.ts";

/** A PgBouncer in transaction mode before a server. */
export interface PgBouncer {
  readonly url: string;
  stop(): Promise<void>;
}

/** Says so where there is none. */
export function hasPgBouncer(): boolean {
  return findPgBouncer() !== null;
}

function findPgBouncer(): string | null {
  const folders = [...(process.env["PATH"] ?? "").split(":"), "/usr/sbin"];
  const found = folders.map((folder) => join(folder, "pgbouncer")).find((file) => existsSync(file));
  if (found === undefined) process.stderr.write("SKIPPED: no pgbouncer here (apt-get install pgbouncer)\n");
  return found ?? null;
}

/** One server connection for all, so that what a client leaves behind would show. */
export async function startPgBouncer(url: string): Promise<PgBouncer> {
  const { hostname, port, username, password, pathname } = new URL(url);
  const folder = mkdtempSync(join(tmpdir(), "calltune-pgbouncer-"));
  const own = await freePort();
  const plain = decodeURIComponent(password);
  const config = join(folder, "pgbouncer.ini");
  const users = join(folder, "users.txt");
  writeFileSync(users, `"${username}" "${plain}"\n`, { mode: 0o644 });
  writeFileSync(
    config,
    `[databases]\n* = host=${hostname} port=${port}\n[pgbouncer]\nlisten_addr=127.0.0.1\nlisten_port=${own}\nunix_socket_dir=\n` +
      `auth_type=plain\nauth_file=${users}\npool_mode=transaction\ndefault_pool_size=1\nignore_startup_parameters=extra_float_digits\n`,
    { mode: 0o644 },
  );
  const user = serverUser();
  if (user) chmodSync(folder, 0o755);
  const pooler: ChildProcess = spawn(findPgBouncer() ?? "", [config], { ...user, stdio: "ignore" });
  await until(() => accepts(own));
  return {
    url: `postgres://${username}:${password}@127.0.0.1:${own}${pathname}`,
    async stop() {
      pooler.kill("SIGTERM");
      if (pooler.exitCode === null && pooler.signalCode === null) await once(pooler, "exit");
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

async function accepts(port: number): Promise<boolean> {
  const socket = connect(port, "127.0.0.1");
  try {
    await once(socket, "connect");
    return true;
  } catch {
    // Not listening yet.
    return false;
  } finally {
    socket.destroy();
  }
}
