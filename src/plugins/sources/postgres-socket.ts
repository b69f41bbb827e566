import { readFile } from "node:fs/promises";
import { connect, isIP, type Socket } from "node:net";
import { connect as connectTls } from "node:tls";
import { UsageError } from "../../lib/errors.ts";
import type { PostgresTarget } from "./postgres-url.ts";

const connectTimeoutMs = 15_000;

/** Length 8, then the code by which a client asks whether the server speaks TLS. */
const tlsRequest = Buffer.from([0, 0, 0, 8, 4, 210, 22, 47]);
const yes = "S".charCodeAt(0);

/** Modes that take whatever certificate the server shows, as libpq does. */
const uncheckedModes: readonly string[] = ["allow", "prefer", "require"];

/**
 * A connection on which the Postgres protocol can begin, TLS settled.
 * @throws the socket's own error; UsageError when the URL asks for TLS and the server has none
 */
export async function connectSocket(target: PostgresTarget, signal: AbortSignal): Promise<Socket> {
  const timeout = AbortSignal.timeout(connectTimeoutMs);
  const either = AbortSignal.any([signal, timeout]);
  const socket = await opened(startConnecting(target), "connect", either);
  if (target.tls === "disable" || target.tls === "allow" || target.host.startsWith("/")) return socket;
  if (!(await offersTls(socket, either))) {
    if (target.tls === "prefer") return socket;
    socket.destroy();
    throw new UsageError(`the server offers no TLS, but the database URL says sslmode=${target.tls}`);
  }
  return await opened(connectTls(await tlsOptions(target, socket)), "secureConnect", either);
}

function startConnecting({ host, port }: PostgresTarget): Socket {
  const socket = host.startsWith("/") ? connect(`${host}/.s.PGSQL.${port}`) : connect({ host, port });
  return socket.setNoDelay(true).setKeepAlive(true, 60_000);
}

async function tlsOptions(target: PostgresTarget, socket: Socket) {
  const { host, rootCertificateFile } = target;
  return {
    socket,
    ...(isIP(host) ? {} : { servername: host }),
    ...(rootCertificateFile === null ? {} : { ca: await readCertificate(rootCertificateFile) }),
    rejectUnauthorized: !uncheckedModes.includes(target.tls),
    ...(target.tls === "verify-ca" ? { checkServerIdentity: () => undefined } : {}),
  };
}

async function readCertificate(file: string): Promise<Buffer> {
  try {
    return await readFile(file);
  } catch (error) {
    throw new UsageError("the file that sslrootcert of the database URL names can't be read", {
      cause: error,
    });
  }
}

function opened<Kind extends Socket>(
  socket: Kind,
  event: "connect" | "secureConnect",
  signal: AbortSignal,
): Promise<Kind> {
  return settle(socket, signal, (done) => socket.once(event, () => done(socket)));
}

async function offersTls(socket: Socket, signal: AbortSignal): Promise<boolean> {
  return await settle(socket, signal, (done: (offered: boolean) => void) => {
    socket.once("data", (answer) => done(answer[0] === yes));
    socket.write(tlsRequest);
  });
}

/** What `start` gives, or the socket's error; the socket's listeners are as before afterwards. */
function settle<Answer>(
  socket: Socket,
  signal: AbortSignal,
  start: (done: (answer: Answer) => void) => void,
): Promise<Answer> {
  return new Promise((resolve, reject) => {
    const finish = () => {
      socket.off("error", fail).off("close", lost);
      signal.removeEventListener("abort", give);
    };
    const fail = (error: Error) => {
      finish();
      socket.destroy();
      reject(error);
    };
    const lost = () => fail(socketError("the server closed the connection", "ECONNRESET"));
    const give = () => fail(socketError("no answer in time", "ETIMEDOUT"));
    socket.once("error", fail).once("close", lost);
    signal.addEventListener("abort", give);
    if (signal.aborted) return give();
    start((answer) => {
      finish();
      resolve(answer);
    });
  });
}

function socketError(sentence: string, code: string): Error {
  return Object.assign(new Error(sentence), { code });
}
