/** The same table as in `visible.ts`: characters that can't be seen, or turn the reading direction. */
const hidden = /(?![\n\t])[\p{Cc}\p{Cs}\p{Bidi_Control}\u200b\u2028\u2029\u2060\ufeff]/gu;

/** Puts a text of the calls into an element: as text alone, with hidden characters written out. */
export function addText(parent, text) {
  let from = 0;
  for (const { 0: character, index } of text.matchAll(hidden)) {
    parent.append(text.slice(from, index), hiddenMark(character));
    from = index + character.length;
  }
  parent.append(text.slice(from));
  return parent;
}

/** For places that take a text only, such as choices. */
export function visibleText(text) {
  return text.replace(hidden, (character) => `⟨${codeOf(character)}⟩`);
}

/** The beginning of a text, never half a character. */
export function beginningOf(text, most) {
  if (text.length <= most) return text;
  return `${text.slice(0, most).replace(/[\ud800-\udbff]$/, "")}…`;
}

function hiddenMark(character) {
  const mark = document.createElement("span");
  mark.className = "hidden-character";
  mark.textContent = codeOf(character);
  return mark;
}

function codeOf(character) {
  return `U+${character.charCodeAt(0).toString(16).toUpperCase().padStart(4, "0")}`;
}
