import type { FileFacts, RowFault } from "../../plugins/exporters/exporter.ts";
import type { LinesFindings } from "./check-lines.ts";
import type { FaultTally } from "./report.ts";
import { sumTokens, type TokenSums } from "./summarize-tokens.ts";
import { gatherFaults } from "./tally-faults.ts";

/** The findings of all stretches, in order, put together. */
export interface FindingsSum {
  add(findings: LinesFindings): void;
  /** Faults of the file as a whole. */
  tellOfFile(faults: readonly RowFault[]): void;
  facts(bytes: number): FileFacts;
  result(): FaultTally & { readonly rows: number; readonly badLines: number; readonly tokenSums: TokenSums };
}

export function sumFindings(): FindingsSum {
  const gathered = gatherFaults();
  const tokenSums = sumTokens();
  const keySets = new Map<string, number>();
  const fieldTypes = new Map<string, Map<string, number>>();
  let rows = 0;
  let badLines = 0;
  return {
    add(findings) {
      gathered.addAll(findings);
      rows += findings.rows;
      badLines += findings.badLines;
      for (const [keys, count] of findings.keySets) keySets.set(keys, (keySets.get(keys) ?? 0) + count);
      for (const [path, types] of findings.fieldTypes)
        fieldTypes.set(path, new Map([...types, ...(fieldTypes.get(path) ?? [])]));
      for (const [line, tokens] of findings.tokens) tokenSums.add(line, tokens);
    },
    tellOfFile(faults) {
      for (const fault of faults) gathered.add({ ...fault, line: null });
    },
    facts: (bytes) => ({ rows, bytes, keySets, fieldTypes }),
    result: () => ({ ...gathered.tally(), rows, badLines, tokenSums }),
  };
}
