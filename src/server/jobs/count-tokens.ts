import { setImmediate as otherWork } from "node:timers/promises";
import type { BaseModel } from "../../engine/engine.ts";
import { contentOf, type LocalFile } from "../../workspace/local-files.ts";
import type { ServerWorld } from "../world.ts";
import { readRows } from "./read-rows.ts";

/** So many rows are counted before other requests have their turn. */
const rowsATime = 32;

/** Tokens of a file's rows as the model reads them, one epoch. */
export async function countTokens(file: LocalFile, base: BaseModel, world: ServerWorld): Promise<number> {
  const { engine, provider } = world;
  const model = await engine.loadBase(base.id);
  let rows = 0;
  let tokens = 0;
  for await (const row of readRows(contentOf(provider, file.id))) {
    tokens += engine.tokensOfRow(model, row).tokens.length;
    rows += 1;
    if (rows % rowsATime === 0) await otherWork();
  }
  return tokens;
}
