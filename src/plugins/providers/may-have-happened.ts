/** Nobody can tell whether the service did what it was asked to: no answer, or one that failed on the way. */
export function mayHaveHappened({ status }: { readonly status: number | undefined }): boolean {
  return status === undefined || status === 408 || status === 409 || status >= 500;
}
