/**
 * The learning rate of a step: rises in a line over the first steps, then falls to nothing along half a cosine
 * (Loshchilov and Hutter 2017, equation 5, without restarts). `step` counts from 0.
 */
export function learningRateAt(
  step: number,
  { peak, steps, warmupRatio }: { peak: number; steps: number; warmupRatio: number },
): number {
  const warmup = Math.round(steps * warmupRatio);
  if (step < warmup) return (peak * (step + 1)) / warmup;
  return (peak * (1 + Math.cos((Math.PI * (step - warmup)) / Math.max(1, steps - warmup)))) / 2;
}

/** Whether an evaluation follows this step, so that `evaluations` are spread evenly and one follows the last step. */
export function evaluatesAfter(
  step: number,
  { steps, evaluations }: { steps: number; evaluations: number },
): boolean {
  const due = (done: number) => Math.floor((done * Math.min(evaluations, steps)) / steps);
  return due(step + 1) > due(step);
}
