/** The epochs whose checkpoints were asked for: so many, evenly spread, the last always among them. */
export function checkpointEpochs(epochs: number, checkpoints: number): ReadonlySet<number> {
  const count = Math.min(epochs, checkpoints);
  return new Set(Array.from({ length: count }, (_, index) => Math.round(((index + 1) * epochs) / count)));
}
