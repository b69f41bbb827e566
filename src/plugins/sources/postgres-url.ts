import { UsageError } from "../../lib/errors.ts";

/** libpq's words for how the connection is kept private. */
const tlsModes = ["disable", "allow", "prefer", "require", "verify-ca", "verify-full"] as const;
export type TlsMode = (typeof tlsModes)[number];

/** Where a Postgres server is, and who we are there. */
export interface PostgresTarget {
  /** A host, or the folder of a Unix socket. */
  readonly host: string;
  readonly port: number;
  readonly user: string | undefined;
  readonly password: string | undefined;
  readonly database: string | undefined;
  readonly tls: TlsMode;
  /** A file with certificates to trust; null trusts the system's. */
  readonly rootCertificateFile: string | null;
}

const advice = "expected postgres://USER:PASSWORD@HOST:PORT/DATABASE";

/**
 * Reads a connection URL as libpq does, as far as it matters here; other settings of it (`pgbouncer`,
 * `channel_binding` …) are meant for other programs.
 * @throws UsageError that never holds the URL: it has a password in it
 */
export function parsePostgresUrl(text: string): PostgresTarget {
  const url = parse(text.trim());
  const password = url.password === "" ? undefined : decode(url.password, "password");
  if (password !== undefined && /^\[?your[-_ ]password\]?$/i.test(password)) {
    throw new UsageError(
      "the database URL still holds the placeholder for the password; put the real one in its place",
    );
  }
  const database = decode(url.pathname.slice(1), "database");
  const root = url.searchParams.get("sslrootcert");
  const ownRoot = root === null || root === "system" ? null : root;
  return {
    host: hostOf(url),
    port: Number(url.port || url.searchParams.get("port") || 5432),
    user: url.username === "" ? (url.searchParams.get("user") ?? undefined) : decode(url.username, "user"),
    password: password ?? url.searchParams.get("password") ?? undefined,
    database: database === "" ? undefined : database,
    tls: root === "system" ? "verify-full" : tlsModeOf(url),
    rootCertificateFile: ownRoot,
  };
}

function parse(text: string): URL {
  // The host is read like a website's: without the special scheme, node keeps its letters and brackets as they are.
  if (!/^postgres(ql)?(\+\w+)?:\/\//i.test(text))
    throw new UsageError(`the database URL isn't one of Postgres; ${advice}`);
  try {
    return new URL(text);
  } catch {
    throw new UsageError(
      `the database URL can't be read; ${advice}, one host, and special characters of the password percent-encoded (# is %23, / is %2F, ? is %3F)`,
    );
  }
}

function hostOf(url: URL): string {
  const host =
    url.hostname === "" ? (url.searchParams.get("host") ?? "localhost") : decode(url.hostname, "host");
  if (host.includes(","))
    throw new UsageError("the database URL names several hosts; name the one to read from");
  return host.replace(/^\[|\]$/g, "");
}

function tlsModeOf(url: URL): TlsMode {
  const wanted =
    url.searchParams.get("sslmode") ?? (url.searchParams.get("ssl") === "true" ? "require" : "prefer");
  const mode = tlsModes.find((known) => known === wanted);
  if (mode === undefined)
    throw new UsageError(`the database URL's sslmode is none of ${tlsModes.join(", ")}`);
  return mode;
}

function decode(text: string, part: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    throw new UsageError(`the database URL's ${part} has a % that begins no code; write a plain % as %25`);
  }
}
