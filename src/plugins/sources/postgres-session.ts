import type { Socket } from "node:net";
import { connectSocket } from "./postgres-socket.ts";
import type { PostgresTarget } from "./postgres-url.ts";
import { type SqlSession, untilFailure } from "./sql-session.ts";

/** How long a cancel may take before the connection is cut. */
const graceMs = 2000;

/**
 * A connection to a server. Only the simple query protocol is used: no prepared statement, no state outside a
 * transaction, which is what a transaction pooler asks for.
 */
export async function connectPostgres(target: PostgresTarget, signal: AbortSignal): Promise<SqlSession> {
  const { default: postgres } = await import("postgres");
  const line = oneSocket(target, signal);
  const sql = postgres(driverOptions(target, line.open));
  let running = 0;
  let backend: Backend | null = null;
  const { query, failed } = untilFailure(async (text) => {
    signal.throwIfAborted();
    running += 1;
    try {
      const rows = await sql.unsafe<Record<string, string | null>[]>(text).values();
      backend = rows.state;
      return rows;
    } finally {
      running -= 1;
    }
  });
  const stop = () => {
    setTimeout(line.cut, graceMs).unref();
    // Nobody waits for the cancel; where it fails, the cut ends what it should have ended.
    if (backend !== null && running > 0) cancelRunning(target, backend).catch(line.cut);
  };
  const close = async () => {
    signal.removeEventListener("abort", stop);
    if (running > 0) stop();
    else if (!failed() && !signal.aborted) await query("ROLLBACK").catch(() => {});
    await sql.end({ timeout: failed() ? 0 : graceMs / 1000 });
    line.cut();
  };
  signal.addEventListener("abort", stop);
  try {
    await query("SELECT 1");
  } catch (error) {
    await close();
    throw error;
  }
  return { query, close };
}

/** What a server needs to know to cancel what a connection runs. */
interface Backend {
  readonly pid: number;
  readonly secret: number;
}

/** The connection is one of ours: TLS is settled, and the driver may not replace it behind our back. */
function driverOptions(target: PostgresTarget, socket: () => Promise<Socket>) {
  return {
    host: target.host,
    port: target.port,
    ...(target.user === undefined ? {} : { user: target.user }),
    ...(target.password === undefined ? {} : { password: target.password }),
    ...(target.database === undefined ? {} : { database: target.database }),
    ssl: false,
    socket,
    max: 1,
    prepare: false,
    fetch_types: false,
    connect_timeout: 15,
    max_lifetime: null,
    backoff: () => 0,
    onnotice: () => {},
    connection: { application_name: "calltune" },
  };
}

/** The driver asks for a socket again when it lost one; a second one would stand outside the transaction. */
function oneSocket(target: PostgresTarget, signal: AbortSignal) {
  let asked = false;
  let socket: Socket | null = null;
  return {
    async open(): Promise<Socket> {
      if (asked) throw Object.assign(new Error("the connection was lost"), { code: "CONNECTION_CLOSED" });
      asked = true;
      socket = await connectSocket(target, signal);
      return socket;
    },
    cut() {
      socket?.destroy();
    },
  };
}

/** Asks over a second connection, as the protocol has it: length 16, the code, process id, secret. */
async function cancelRunning(target: PostgresTarget, { pid, secret }: Backend): Promise<void> {
  const request = Buffer.alloc(16);
  for (const [index, value] of [16, 80877102, pid, secret].entries()) request.writeUInt32BE(value, index * 4);
  const socket = await connectSocket(target, AbortSignal.timeout(graceMs));
  // A pooler forgets the request if we hang up before it does.
  socket.setTimeout(graceMs, () => socket.destroy());
  socket.on("error", () => {}).on("end", () => socket.destroy());
  socket.resume().write(request);
}
