/** A key or a name of the agent's making where it looks like one; `…` where it may be what a caller said. */
export function shownName(name: string): string {
  return /^[A-Za-z_$][\w$-]{0,63}$/.test(name) ? name : "…";
}

/** Keys from the outside in; places in lists are left out, as they differ from call to call. */
export function shownPath(path: readonly string[]): string {
  return path
    .filter((key) => !/^\d+$/.test(key))
    .map(shownName)
    .join(".");
}
