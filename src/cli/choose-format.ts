import type { TableSelection } from "../domain/table-selection.ts";
import { UsageError } from "../lib/errors.ts";
import type { Json } from "../lib/json.ts";
import { builtInFormatPool, ownFormatPool, type ParsePool } from "../pipeline/pull/parse-pool.ts";
import type { ParseSetup } from "../pipeline/pull/parse-records.ts";
import type { CallFormat } from "../plugins/call-formats/call-format.ts";
import { type CallFormatName, callFormats } from "../plugins/call-formats/index.ts";
import { faults, type LoadedConfig } from "./load-config.ts";

/** A call format ready to read records. */
export interface ChosenFormat {
  readonly name: string;
  readonly selection: TableSelection | null;
  readonly identity: Json;
  openPool(setup: ParseSetup, threads: number): ParsePool;
}

/** `--format`, else the config's, else openai-messages for files and tables for databases. */
export function chooseFormat(
  flag: string | undefined,
  loaded: LoadedConfig,
  sourceName: string,
): ChosenFormat {
  const fromConfig = loaded.config.format;
  if (flag === undefined && fromConfig !== undefined && "use" in fromConfig) {
    return ownFormat(fromConfig.use as CallFormat, fromConfig.options);
  }
  if (fromConfig !== undefined && "type" in fromConfig && (flag === undefined || flag === fromConfig.type)) {
    const { type, ...options } = fromConfig;
    return builtIn(String(type), options);
  }
  return builtIn(flag ?? (sourceName === "jsonl" ? "openai-messages" : "tables"), {});
}

function builtIn(name: string, options: unknown): ChosenFormat {
  if (!isFormatName(name)) {
    throw new UsageError(
      `there is no call format "${name}"; the built-in ones are ${Object.keys(callFormats).join(", ")}`,
    );
  }
  const format: CallFormat<unknown> = callFormats[name];
  const parsed = parseOptions(`format ${name}`, format, options);
  return {
    name,
    selection: format.selection(parsed),
    identity: { name, options: plain(parsed) },
    openPool: (setup, threads) =>
      builtInFormatPool({ ...setup, format: name, formatOptions: parsed }, threads),
  };
}

function ownFormat(format: CallFormat, options: unknown): ChosenFormat {
  const parsed = parseOptions("your format", format, options);
  return {
    name: "your own format",
    selection: format.selection(parsed),
    identity: { name: format.about, options: plain(parsed) },
    openPool: (setup, threads) => ownFormatPool(format, parsed, { ...setup, threads }),
  };
}

function parseOptions<Options>(name: string, format: CallFormat<Options>, options: unknown): Options {
  const parsed = format.options.safeParse(options ?? {});
  if (!parsed.success) throw new UsageError(`${name}: ${faults(parsed.error)}`);
  return parsed.data;
}

function isFormatName(name: string): name is CallFormatName {
  return Object.hasOwn(callFormats, name);
}

function plain(value: unknown): Json {
  return JSON.parse(JSON.stringify(value ?? null));
}
