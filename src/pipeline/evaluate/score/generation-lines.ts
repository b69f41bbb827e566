import type { Generation } from "../../../domain/generation.ts";
import { generationOf, generationPortions } from "../run/generation-log.ts";

/** The last line of each candidate and case, as bytes: parsed once, when its turn has come. */
export interface GenerationLines {
  /** Null where it was never asked. @throws UsageError where the line isn't ours */
  read(candidate: string, place: number): Generation | null;
}

export async function readGenerationLines(
  path: string,
  candidates: readonly string[],
  places: ReadonlyMap<string, number>,
): Promise<GenerationLines> {
  const lines = new Map(candidates.map((name) => [name, new Array<Buffer | undefined>(places.size)]));
  for await (const portion of generationPortions(path))
    for (const bytes of portion) {
      const { caseId, candidate } = headOf(bytes);
      const place = places.get(caseId);
      const own = lines.get(candidate);
      if (place !== undefined && own !== undefined) own[place] = bytes;
    }
  return {
    read(candidate, place) {
      const bytes = lines.get(candidate)?.[place];
      return bytes === undefined ? null : generationOf(bytes);
    },
  };
}

/** Lines begin with both names. */
function headOf(line: Buffer): { readonly caseId: string; readonly candidate: string } {
  const start = /^\{"caseId":("(?:[^"\\]|\\.)*"),"candidate":("(?:[^"\\]|\\.)*")/.exec(
    line.toString("utf8", 0, 1000),
  );
  if (start?.[1] === undefined || start[2] === undefined) return generationOf(line);
  return { caseId: plain(start[1]), candidate: plain(start[2]) };
}

function plain(json: string): string {
  return json.includes("\\") ? String(JSON.parse(json)) : json.slice(1, -1);
}
