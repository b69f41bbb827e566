import type { CandidateReport } from "../../domain/report.ts";
import {
  type Confusion,
  emptyReply,
  noTool,
  toolFigures,
  unknownTool,
} from "../../plugins/scorers/tables/confusion.ts";
import type { GatheredCandidate } from "./gather-candidate.ts";
import { quantilesOf } from "./quantiles.ts";

type Tables = Pick<CandidateReport, "confusion" | "tools" | "parameters" | "latencies">;

/** What a report shows of a candidate beside its metrics. */
export function candidateTables({ confusion, parameters, columns }: GatheredCandidate): Tables {
  const valuesOf = (scorer: string) => columns.get(scorer)?.values ?? new Float64Array();
  return {
    confusion: squareOf(confusion),
    tools: toolFigures(confusion),
    parameters: parameters.map(
      ({ tool, parameter, comparator, expected, right, errors, ungrounded, f1 }) => ({
        tool,
        parameter,
        comparator,
        expected,
        right,
        errors: { ...errors },
        ungrounded,
        f1,
      }),
    ),
    latencies: {
      ttftMs: quantilesOf(valuesOf("ttft_ms")),
      toolCallMs: quantilesOf(valuesOf("tool_call_ms")),
    },
  };
}

/** Tools by name, what is no tool behind them. */
function squareOf(confusion: Confusion): CandidateReport["confusion"] {
  const names = new Set([...confusion.keys(), ...[...confusion.values()].flatMap((row) => [...row.keys()])]);
  const behind = [noTool, emptyReply, unknownTool].filter((name) => names.delete(name));
  const tools = [...[...names].sort(), ...behind];
  return { tools, rows: tools.map((row) => tools.map((column) => confusion.get(row)?.get(column) ?? 0)) };
}
