import { RemoteError, UsageError } from "../../lib/errors.ts";

/** What PostgREST says of a request it refused. */
export interface Refusal {
  readonly status: number;
  /** PGRST…, or Postgres's own; empty where something else answered. */
  readonly code: string;
  readonly message: string;
  readonly hint: string;
}

/** No foreign key leads from one table to the other, or several do. */
export function hasNoRelation({ code }: Refusal): boolean {
  return code === "PGRST200" || code === "PGRST201";
}

export function tookTooLong({ code }: Refusal): boolean {
  return code === "57014";
}

const mapping = "name your tables and columns under `tables` in calltune.config.ts";

/** A refusal in words. PostgREST's own text is passed on only where it names tables and columns, never values. */
export function explainRefusal({ status, code, message, hint }: Refusal): Error {
  if (status === 401 || /^PGRST30/.test(code)) {
    return new UsageError(
      "supabase: the key was refused; set SUPABASE_SERVICE_ROLE_KEY to the service-role (secret) key of this project",
    );
  }
  if (status === 403 || code === "42501") {
    return new UsageError(
      "supabase: this key may not read the tables; use the project's service-role (secret) key",
    );
  }
  if (code === "PGRST106") {
    return new UsageError(
      `supabase: ${message}; expose the schema in the project's API settings, or use DATABASE_URL`,
    );
  }
  if (code === "PGRST205" || code === "42P01" || code === "42703" || code === "PGRST204") {
    return new UsageError(
      `supabase: ${[message, hint].filter((part) => part !== "").join(". ")}; ${mapping}`,
    );
  }
  if (status === 404 && code === "") {
    return new UsageError(
      "supabase: nothing of Supabase answers there; SUPABASE_URL is https://PROJECT.supabase.co",
    );
  }
  const sentence = `refused with status ${status}${code === "" ? "" : ` (code ${code})`}`;
  return new RemoteError({ system: "supabase", sentence, status, retryable: false });
}
