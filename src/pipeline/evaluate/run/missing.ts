import type { Candidate } from "../../../domain/evaluation.ts";
import { generationLines, generationOf } from "./generation-log.ts";

/** What is still to be asked. */
export interface Missing {
  /** By candidate's name: for each case, whether it has its generation. */
  readonly done: ReadonlyMap<string, Uint8Array>;
  /** How many are to be asked, by candidate's name. */
  readonly counts: ReadonlyMap<string, number>;
}

export interface MissingOrder {
  readonly generations: string;
  readonly candidates: readonly Candidate[];
  /** Place of a case by its id. */
  readonly places: ReadonlyMap<string, number>;
  /** Whether cases that failed are asked again. */
  readonly failed: "kept" | "again";
}

const [unasked, answered, failedMark] = [0, 1, 2];

/** A candidate that has never answered had something wrong with it, so its failures say nothing of it and are asked again. */
export async function findMissing({
  generations,
  candidates,
  places,
  failed,
}: MissingOrder): Promise<Missing> {
  const done = new Map(candidates.map(({ name }) => [name, new Uint8Array(places.size)]));
  for await (const line of generationLines(generations)) {
    const { candidate, caseId, outcome } = generationOf(line);
    const place = places.get(caseId);
    const marks = done.get(candidate);
    if (place !== undefined && marks !== undefined)
      marks[place] = outcome === "answered" ? answered : failedMark;
  }
  for (const marks of done.values())
    if (failed === "again" || !marks.includes(answered)) replaceFailed(marks);
  const counts = [...done].map(
    ([name, marks]) => [name, marks.filter((mark) => mark === unasked).length] as const,
  );
  return { done, counts: new Map(counts) };
}

function replaceFailed(marks: Uint8Array): void {
  for (const [place, mark] of marks.entries()) if (mark === failedMark) marks[place] = unasked;
}
