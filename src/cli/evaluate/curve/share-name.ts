/** What a curve's candidate is called, and what its job's suffix begins with. */
export function shareName(size: number): string {
  return `curve-${size}`;
}

/** Whether a job learnt a mere share for a curve: its model isn't meant to be used. */
export function isOfShare(suffix: string): boolean {
  return /^curve-\d+-/.test(suffix);
}
