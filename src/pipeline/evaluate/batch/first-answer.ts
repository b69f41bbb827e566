import type { FailedGeneration, Generation } from "../../../domain/generation.ts";
import { mostAtFirst, saysAbsent } from "../run/unusable.ts";

/** What a batch tells, until its candidate has answered for the first time. */
export interface FirstAnswer {
  take(generation: Generation): Promise<void>;
  /** At the batch's end. Null where somebody is there; else its failures are none of them kept. */
  end(): Promise<Absence | null>;
}

/** Failures that say that nobody is there. */
export interface Absence {
  readonly failures: number;
  readonly last: FailedGeneration;
}

export interface FirstAnswerOrder {
  readonly hasAnswered: boolean;
  readonly keep: (generation: Generation) => Promise<void>;
}

/**
 * Holds failures back until there is an answer: what failed before it, because nobody was there, must not count as asked.
 * That is believed as it is of live requests: where all were refused, and they are many enough or say 404.
 */
export function awaitFirstAnswer({ hasAnswered, keep }: FirstAnswerOrder): FirstAnswer {
  let held: FailedGeneration[] | null = hasAnswered ? null : [];
  const release = async () => {
    const failures = held ?? [];
    held = null;
    for (const failure of failures) await keep(failure);
  };
  return {
    async take(generation) {
      if (held !== null && generation.outcome === "failed") {
        held.push(generation);
        return;
      }
      await release();
      await keep(generation);
    },
    async end() {
      const absence = absenceOf(held ?? []);
      if (absence === null) await release();
      return absence;
    },
  };
}

function absenceOf(failures: readonly FailedGeneration[]): Absence | null {
  const last = failures.at(-1);
  if (last === undefined || !failures.every(saysAbsent)) return null;
  const isBelieved = failures.length >= mostAtFirst || failures.every(({ status }) => status === 404);
  return isBelieved ? { failures: failures.length, last } : null;
}
