import { setTimeout as sleep } from "node:timers/promises";
import { z } from "zod";
import type { TableSelection } from "../../domain/table-selection.ts";
import { UsageError } from "../../lib/errors.ts";
import { parseJsonObject } from "../../lib/json.ts";
import { seededRandom } from "../../lib/seeded-random.ts";
import { noticeForNone } from "./no-calls-notice.ts";
import type { OpenSource, ReadRequest, Source } from "./source.ts";
import { type Api, columnName, createApi, rowsOf } from "./supabase-api.ts";
import { type RetryWorld, retryingFetch } from "./supabase-fetch.ts";
import { narrow, readPages } from "./supabase-reader.ts";

const Options = z.strictObject({
  url: z
    .string({ error: "expected the project's URL; is SUPABASE_URL set?" })
    .min(1, "the project's URL is empty"),
  key: z
    .string({ error: "expected the service-role key; is SUPABASE_SERVICE_ROLE_KEY set?" })
    .min(1, "the service-role key is empty")
    .regex(/^[\x20-\x7e\s]*$/, "the service-role key holds characters that no key has; copy it again"),
  /** Schema of tables named without one; the API's first one where absent. */
  schema: z.string().min(1).optional(),
});
export type SupabaseOptions = z.output<typeof Options>;

export const supabase: Source<SupabaseOptions> = {
  about: "a Supabase project by its REST API and service-role key; needs no database password",
  options: Options,
  open: async (options) =>
    openSupabase(options, {
      fetch: (input, init) => fetch(input, init),
      // Whoever waits asks the signal next.
      wait: (ms, signal) => sleep(ms, undefined, { signal }).catch(() => {}),
      now: () => Date.now(),
      random: seededRandom("supabase"),
    }),
};

/** @throws UsageError when the URL isn't one that a key may be sent to */
export function openSupabase(options: SupabaseOptions, world: RetryWorld): OpenSource {
  const url = restUrl(options.url);
  const connect = ({ signal, onNotice }: ReadRequest) => {
    let answerSize = 0;
    const onAnswer = (size: number) => {
      answerSize = size;
    };
    const api = createApi({
      url,
      key: options.key,
      schema: options.schema,
      fetch: retryingFetch(world, { signal, onNotice, onAnswer }),
    });
    return { api, answerSize: () => answerSize };
  };
  return {
    async count(request) {
      const calls = await count(connect(request).api, selectionOf(request), request);
      return calls === null || request.limit === null ? calls : Math.min(calls, request.limit);
    },
    async *read(request) {
      const { api, answerSize } = connect(request);
      let given = 0;
      for await (const batch of readPages(api, selectionOf(request), { request, answerSize })) {
        given += batch.length;
        yield batch;
      }
      if (given === 0 && request.after === null) request.onNotice(await whyNone(api, request, options.key));
    },
    close: async () => {},
  };
}

/** About how many; a server that won't say doesn't stop the read. */
async function count(api: Api, selection: TableSelection, request: ReadRequest): Promise<number | null> {
  if (request.after !== null) return null;
  const question = api.from(selection.table, [columnName(selection.key)], { countOnly: true });
  const answer = await api.ask(narrow(question, selection, request.filter));
  return "refusal" in answer ? null : answer.count;
}

async function whyNone(api: Api, request: ReadRequest, key: string): Promise<string> {
  if (isPublicKey(key)) {
    return "this key is the project's public (anon) key, and row-level security hides rows from it; set SUPABASE_SERVICE_ROLE_KEY to the service-role (secret) key";
  }
  const selection = selectionOf(request);
  const { filter } = request;
  const statuses = await someStatuses(api, selection, request);
  return noticeForNone({ table: selection.table, filter, statuses, hidden: false });
}

/** Of the first thousand calls: the API counts no groups. */
async function someStatuses(api: Api, selection: TableSelection, { filter }: ReadRequest) {
  const { statusColumn, table } = selection;
  if (statusColumn === null) return [];
  const question = api.from(table, [columnName(statusColumn)]).limit(1000);
  const counts = new Map<string | null, number>();
  for (const row of await rowsOf(api, narrow(question, selection, { ...filter, statuses: [] }))) {
    const value = row[statusColumn] ?? null;
    const status = value === null ? null : String(value);
    counts.set(status, (counts.get(status) ?? 0) + 1);
  }
  return [...counts].sort(([, one], [, other]) => other - one);
}

/** Old keys are JWTs that name their role; new ones say it in front. */
function isPublicKey(key: string): boolean {
  if (key.startsWith("sb_publishable_")) return true;
  const claims = Buffer.from(key.split(".")[1] ?? "", "base64url").toString("utf8");
  return parseJsonObject(claims)?.["role"] === "anon";
}

function restUrl(text: string): string {
  const url = URL.canParse(text.trim()) ? new URL(text.trim()) : null;
  if (url === null || !/^https?:$/.test(url.protocol)) {
    throw new UsageError("the Supabase URL can't be read; expected https://PROJECT.supabase.co");
  }
  const loopback = /^(localhost|127\.\d+\.\d+\.\d+|\[::1\])$/.test(url.hostname);
  if (url.protocol === "http:" && !loopback) {
    throw new UsageError("the Supabase URL begins with http:; the key goes over https only");
  }
  const path = url.pathname.replace(/\/+$/, "");
  return `${url.origin}${path.endsWith("/rest/v1") ? path : `${path}/rest/v1`}`;
}

function selectionOf({ selection }: ReadRequest): TableSelection {
  if (selection !== null) return selection;
  throw new UsageError(
    "this format reads whole records, but the source holds tables; use the format `tables`, or a JSON Lines file as source",
  );
}
