import { jsonl } from "./jsonl-files.ts";
import { pglite } from "./pglite.ts";
import { postgres } from "./postgres.ts";
import type { Source } from "./source.ts";
import { supabase } from "./supabase.ts";

/** The built-in places where calls lie; one line each. */
export const sources = { postgres, supabase, pglite, jsonl } satisfies Record<string, Source>;
