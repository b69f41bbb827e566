/** Milliseconds until the next look: half as long again each time. */
export function growingPause({
  fromMs,
  toMs,
}: {
  readonly fromMs: number;
  readonly toMs: number;
}): () => number {
  let next = fromMs;
  return () => {
    const now = next;
    next = Math.min(toMs, now * 1.5);
    return now;
  };
}
