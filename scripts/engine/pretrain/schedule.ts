const warmupSteps = 100;
/** Share of the peak that is left at the end. */
const floor = 0.02;

/** Linear warm-up, then a half cosine over the run; `progress` goes from 0 to 1. */
export function learningRateAt(peak: number, step: number, progress: number): number {
  const warmup = Math.min(1, (step + 1) / warmupSteps);
  const cosine = 0.5 * (1 + Math.cos(Math.PI * Math.min(1, progress)));
  return peak * warmup * (floor + (1 - floor) * cosine);
}

/** Lessons are over after this share of a run. */
const lessonsEnd = 0.25;

/** 0 for the first lessons, 1 for whole calls; by the share of the time that is over. */
export function lessonAt(share: number): number {
  return Math.min(1, share / lessonsEnd);
}

/** Longest sequence to learn: short ones first, since copying is found sooner in them and costs less. */
export function longestAt(context: number, progress: number): number {
  return Math.round(Math.min(context, 240 + context * progress));
}

/** Share of drills among the calls: the first lessons are short and full of copying, whole calls come in by and by. */
export function drillsAt(progress: number): number {
  return Math.min(1, Math.max(0.35, 1.5 - 1.8 * progress));
}
