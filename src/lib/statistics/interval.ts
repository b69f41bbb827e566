/** Two bounds between which the true figure lies with a stated confidence. */
export interface Interval {
  readonly low: number;
  readonly high: number;
}

/** The confidence of every interval, unless asked otherwise. */
export const usualConfidence = 0.95;
