import { type Dialect, dialects } from "../../domain/dialect.ts";
import type { JsonObject } from "../../lib/json.ts";
import { type ExporterName, exporters } from "../../plugins/exporters/index.ts";

/** The dialect whose rules nearly all rows keep to; null where none fits, or the one asked for fits as well. */
export function guessDialect(rows: readonly JsonObject[], asked: ExporterName): Dialect | null {
  if (rows.length === 0) return null;
  const shareOfBad = (dialect: Dialect) => rows.filter((row) => isBad(row, dialect)).length / rows.length;
  const shares = dialects.map((dialect) => ({ dialect, bad: shareOfBad(dialect) }));
  const [best] = shares.sort((left, right) => left.bad - right.bad);
  if (best === undefined || best.bad > 0.1 || shareOfBad(asked) <= 0.5) return null;
  return best.dialect;
}

function isBad(row: JsonObject, dialect: Dialect): boolean {
  return exporters[dialect].checkRow(row).some(({ severity }) => severity === "error");
}
