/** A dash at the end says the caller cut in, and belongs to what was heard; a remark in brackets doesn't. */
export function withoutCutMark(said: string): { readonly text: string; readonly cut: boolean } {
  const remark = /(?:\.\.\.|…)?\s{0,3}[[(]interrupted[\])]$/i.exec(said.slice(-24));
  if (remark !== null) return { text: said.slice(0, -remark[0].length).trimEnd(), cut: true };
  return { text: said, cut: said.endsWith("—") || said.endsWith("--") || said.endsWith("–") };
}
