import { expect, test } from "vitest";
import { UsageError } from "../../lib/errors.ts";
import { parsePostgresUrl } from "./postgres-url.ts";

test.each<[string, Partial<ReturnType<typeof parsePostgresUrl>>]>([
  [
    "postgresql://postgres.abc:p%40ss%2Fw@aws-0-eu-central-1.pooler.supabase.com:6543/postgres?pgbouncer=true",
    {
      host: "aws-0-eu-central-1.pooler.supabase.com",
      port: 6543,
      user: "postgres.abc",
      password: "p@ss/w",
      database: "postgres",
      tls: "prefer",
    },
  ],
  ["postgres://u:a@b@host/db", { user: "u", password: "a@b", host: "host", port: 5432 }],
  ["postgres://u:p@ep-x.neon.tech/db?sslmode=require&channel_binding=require", { tls: "require" }],
  [
    "postgres://h/db?sslmode=verify-full&sslrootcert=/ca.pem",
    { tls: "verify-full", rootCertificateFile: "/ca.pem" },
  ],
  ["postgres://h/db?sslrootcert=system", { tls: "verify-full", rootCertificateFile: null }],
  ["postgres:///db", { host: "localhost", user: undefined, password: undefined, database: "db" }],
  ["postgres:///db?host=/var/run/postgresql&user=me", { host: "/var/run/postgresql", user: "me" }],
  ["postgresql+psycopg2://u@[::1]:5433/db", { host: "::1", port: 5433 }],
  ["  postgres://h\n", { host: "h", database: undefined }],
])("%s", (url, target) => {
  expect(parsePostgresUrl(url)).toMatchObject(target);
});

test.each([
  ["mysql://u:secret@h/db", /isn't one of Postgres/],
  ["localhost:5432", /isn't one of Postgres/],
  ["postgres://u:sec#ret@h/db", /percent-encoded/],
  ["postgres://u:secret@h:port/db", /percent-encoded/],
  ["postgres://u:sec%ret@h/db", /password.*%25/],
  ["postgres://u:[YOUR-PASSWORD]@h/db", /placeholder/],
  ["postgres://u:secret@h1,h2/db", /several hosts/],
  ["postgres://u:secret@h/db?sslmode=always", /sslmode is none of/],
])("%s is refused in words that hold nothing of it", (url, words) => {
  const parse = () => parsePostgresUrl(url);
  expect(parse).toThrow(UsageError);
  expect(parse).toThrow(words);
  expect(parse).not.toThrow(/sec.?ret/);
});
