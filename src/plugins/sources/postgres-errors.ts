import { InterruptedError, RemoteError, UsageError } from "../../lib/errors.ts";
import type { PostgresTarget } from "./postgres-url.ts";
import { errorCode } from "./sql-session.ts";

/** Codes of sockets, of the driver and of Postgres after which another connection may succeed. */
const lostCodes: ReadonlySet<string> = new Set([
  "CONNECTION_CLOSED",
  "CONNECTION_DESTROYED",
  "CONNECTION_ENDED",
  "CONNECT_TIMEOUT",
  "ECONNREFUSED",
  "ECONNRESET",
  "EPIPE",
  "ETIMEDOUT",
  "EHOSTUNREACH",
  "ENETUNREACH",
  "EAI_AGAIN",
  // Shut down by the administrator, crashed, starting up; too many connections.
  "57P01",
  "57P02",
  "57P03",
  "53300",
  // A pooler's or server's limit on idle transactions.
  "25P03",
  // A standby that had to let go of the snapshot.
  "40001",
]);

export function isLostConnection(error: unknown): boolean {
  const code = errorCode(error);
  return code !== undefined && (lostCodes.has(code) || code.startsWith("08"));
}

interface Explanation {
  readonly mend: "usage" | "remote";
  readonly sentence: string;
}

/**
 * A driver's error in our words. The server's own text is left out where it may quote data; errors of ours pass
 * untouched.
 */
export function explainPostgresError(
  error: unknown,
  target: PostgresTarget,
  statementTimeoutMs: number,
): unknown {
  if (error instanceof UsageError || error instanceof RemoteError || error instanceof InterruptedError)
    return error;
  const code = errorCode(error);
  if (code === undefined) return error;
  const text = error instanceof Error ? error.message : "";
  const { mend, sentence } = explainLogin(code, text, target) ??
    explainReach(code, target) ??
    explainQuery(code, text, statementTimeoutMs) ?? { mend: "remote", sentence: `refused (code ${code})` };
  if (mend === "usage") return new UsageError(`postgres: ${sentence}`, { cause: error });
  return new RemoteError(
    { system: "postgres", sentence, retryable: isLostConnection(error) },
    { cause: error },
  );
}

function explainLogin(code: string, text: string, { user, database }: PostgresTarget): Explanation | null {
  if (code === "28P01")
    return usage(`wrong password for user "${user ?? ""}"; correct it in the database URL`);
  if (/tenant or user not found/i.test(text)) {
    return usage(
      "the pooler knows no such user; Supabase's poolers want USER.PROJECT (postgres.abcdefgh) as user",
    );
  }
  if (code === "28000" && /encryption|SSL off/i.test(text)) {
    return usage("the server lets this user in over TLS only; add ?sslmode=require to the database URL");
  }
  if (code === "28000") return usage(`the server doesn't let user "${user ?? ""}" in from here`);
  if (code === "3D000")
    return usage(`there is no database "${database ?? ""}"; correct it in the database URL`);
  if (code === "SASL_SIGNATURE_MISMATCH")
    return usage("the server couldn't prove that it knows the password");
  return null;
}

function explainReach(code: string, { host, port }: PostgresTarget): Explanation | null {
  const at = `${host}:${port}`;
  if (code === "ENOTFOUND") return usage(`there is no host "${host}"; correct it in the database URL`);
  if (code === "ENETUNREACH" || code === "EHOSTUNREACH") {
    return remote(
      `no way to ${at} from this network; a Supabase project's own host has IPv6 only, its poolers have IPv4 as well`,
    );
  }
  if (code === "ECONNREFUSED" || code === "ENOENT")
    return remote(`nothing answers at ${at}; is the server running?`);
  if (code === "53300") return remote("the server has no connection to spare");
  if (/CERT|SELF_SIGNED|UNABLE_TO_VERIFY|ALTNAME/.test(code)) {
    return usage(
      `the certificate of ${host} isn't trusted (${code}); add sslrootcert=FILE to the database URL, or use sslmode=require`,
    );
  }
  return lostCodes.has(code) || code.startsWith("08")
    ? remote(`the connection to ${at} was lost (${code})`)
    : null;
}

function explainQuery(code: string, text: string, statementTimeoutMs: number): Explanation | null {
  if (code === "57014") {
    return remote(
      `a query was cancelled after ${statementTimeoutMs / 1000} s; raise statementTimeoutMs of the source, or give the calls' time column and the tool calls' call column an index`,
    );
  }
  if (code === "42501") return remote(`${text}; the user needs SELECT on it (GRANT SELECT ON … TO …)`);
  if (code === "42P01" || code === "42703") {
    return usage(`${text}; name your tables and columns under \`tables\` in calltune.config.ts`);
  }
  if (code === "22007" || code === "22008")
    return usage("a time of the filter, or the place to go on from, isn't one");
  if (code === "53100") return remote("the server's disk is full; sorting the calls needs some");
  return null;
}

function usage(sentence: string): Explanation {
  return { mend: "usage", sentence };
}

function remote(sentence: string): Explanation {
  return { mend: "remote", sentence };
}
