/** Word lists are written as running text: the formatter keeps them short and a reader can see them. */
export function wordList(text: string): readonly string[] {
  return text.trim().split(/\s+/);
}
