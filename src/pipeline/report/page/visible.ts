/**
 * Control characters (a browser drops them), marks that turn the reading direction, invisible spaces, and halves of
 * surrogate pairs. Line feeds and tabs are as they should be. `assets/script/visible.js` has the same table.
 */
const hidden = /(?![\n\t])[\p{Cc}\p{Cs}\p{Bidi_Control}\u200b\u2028\u2029\u2060\ufeff]/gu;

/** The text with what can't be seen written out, as `⟨U+202E⟩`: names and values come from elsewhere. */
export function visible(text: string): string {
  return text.replace(hidden, (character) => {
    const code = character.charCodeAt(0).toString(16).toUpperCase().padStart(4, "0");
    return `⟨U+${code}⟩`;
  });
}
