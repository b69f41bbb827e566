import { UsageError } from "../lib/errors.ts";
import type { Json } from "../lib/json.ts";
import { sources } from "../plugins/sources/index.ts";
import type { OpenSource, Source } from "../plugins/sources/source.ts";
import { faults, fromFolder, type LoadedConfig } from "./load-config.ts";

/** A source ready to be read, and what tells it from another one. */
export interface ChosenSource {
  readonly open: () => Promise<OpenSource>;
  readonly identity: Json;
  /** For the user: which kind, where. */
  readonly name: string;
  /** Files and folders that are read; none where it is a database, or the user's own source. */
  readonly files: readonly string[];
}

export interface SourceWish {
  /** Files on the command line. */
  readonly files: readonly string[];
  /** `--source`. */
  readonly name: string | undefined;
  readonly env: NodeJS.ProcessEnv;
  readonly loaded: LoadedConfig;
  readonly workingFolder: string;
}

/** Files on the command line, else `--source`, else the config's, else what the environment names. */
export function chooseSource(wish: SourceWish): ChosenSource {
  const { config } = wish.loaded;
  if (wish.files.length > 0 && wish.name !== undefined && wish.name !== "jsonl")
    throw new UsageError(
      `files are read by the source jsonl, not ${wish.name}; leave out --source, or the files`,
    );
  if (wish.files.length > 0) return builtIn("jsonl", { files: filesFrom(wish) });
  if (wish.name !== undefined) return builtIn(wish.name, fromEnvironment(wish.name, wish));
  if (config.source !== undefined && "use" in config.source)
    return ownSource(config.source.use as Source, config.source.options);
  if (config.source !== undefined) {
    const { type, ...options } = config.source;
    return builtIn(String(type), { ...fromEnvironment(String(type), wish), ...withFolder(options, wish) });
  }
  if (wish.env["DATABASE_URL"]) return builtIn("postgres", fromEnvironment("postgres", wish));
  if (wish.env["SUPABASE_URL"]) return builtIn("supabase", fromEnvironment("supabase", wish));
  throw new UsageError(
    "no source of calls: set DATABASE_URL (any Postgres, Supabase's pooler too), or SUPABASE_URL and SUPABASE_SERVICE_ROLE_KEY, or name files (calltune pull calls.jsonl), or try `calltune demo`",
  );
}

function builtIn(name: string, options: Readonly<Record<string, unknown>>): ChosenSource {
  const table: Readonly<Record<string, Source>> = sources;
  const source = Object.hasOwn(table, name) ? table[name] : undefined;
  if (source === undefined) {
    throw new UsageError(
      `there is no source "${name}"; the built-in ones are ${Object.keys(sources).join(", ")}`,
    );
  }
  const parsed = source.options.safeParse(options);
  if (!parsed.success) throw new UsageError(`source ${name}: ${faults(parsed.error)}`);
  const { files } = options;
  return {
    name,
    identity: { name, options: withoutSecrets(options) },
    files: Array.isArray(files) ? files.map(String) : [],
    open: () => source.open(parsed.data),
  };
}

function ownSource(source: Source, options: unknown): ChosenSource {
  const parsed = source.options.safeParse(options ?? {});
  if (!parsed.success) throw new UsageError(`your source: ${faults(parsed.error)}`);
  return {
    name: "your own source",
    identity: { name: source.about, options: withoutSecrets(options) },
    files: [],
    open: () => source.open(parsed.data),
  };
}

function fromEnvironment(name: string, { env }: SourceWish): Record<string, unknown> {
  if (name === "postgres") return { url: env["DATABASE_URL"] };
  if (name === "supabase") {
    return { url: env["SUPABASE_URL"], key: env["SUPABASE_SERVICE_ROLE_KEY"] ?? env["SUPABASE_SERVICE_KEY"] };
  }
  return {};
}

function filesFrom({ files, workingFolder }: SourceWish): string[] {
  return files.map((file) => (file === "-" ? file : fromFolder(workingFolder, file)));
}

/** Paths in a config start from the config. */
function withFolder(
  options: Readonly<Record<string, unknown>>,
  { loaded }: SourceWish,
): Record<string, unknown> {
  const { folder, files, ...rest } = options;
  const paths: Record<string, unknown> = { ...rest };
  if (typeof folder === "string") paths["folder"] = fromFolder(loaded.folder, folder);
  if (Array.isArray(files)) paths["files"] = files.map((file) => fromFolder(loaded.folder, String(file)));
  return paths;
}

/** A changed password doesn't make it another source, and must not be told from a hash. */
function withoutSecrets(options: unknown): Json {
  return JSON.parse(
    JSON.stringify(options ?? null, (name, value: unknown) => {
      if (/key|password|secret|token/i.test(name)) return undefined;
      return typeof value === "string" ? value.replace(/\/\/[^/@]*@/, "//") : value;
    }),
  );
}
