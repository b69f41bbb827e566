import { RemoteError } from "../../lib/errors.ts";

/** Nobody can tell whether the service did what it was asked to: no answer, or one that failed on the way. */
export function mayHaveHappened({ status }: { readonly status: number | undefined }): boolean {
  return status === undefined || status === 408 || status === 409 || status >= 500;
}

/** Whether what a failed request was to make may be there all the same. */
export function mayBeThere(error: unknown): boolean {
  return error instanceof RemoteError && mayHaveHappened(error);
}

/** Pauses between looks for what may just be coming into being. */
const lookAfterMs = [0, 1000, 2000, 4000] as const;

/** What a request may have made whose answer was lost; null where it doesn't come into sight. */
export async function lookForLost<Found>(
  find: () => Promise<Found | null>,
  wait: (ms: number) => Promise<void>,
): Promise<Found | null> {
  for (const ms of lookAfterMs) {
    if (ms > 0) await wait(ms);
    const found = await find();
    if (found !== null) return found;
  }
  return null;
}
