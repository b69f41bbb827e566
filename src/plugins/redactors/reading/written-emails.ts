/** An e-mail address as it stands in a text; `local` and `domain` in lower case. */
export interface FoundEmail {
  readonly start: number;
  readonly end: number;
  readonly local: string;
  readonly domain: string;
  write(address: string): string;
}

const localCharacter = /[\p{L}\p{N}._%+'-]/u;
const domainCharacter = /[\p{L}\p{N}.-]/u;
const longestLocal = 64;
const longestDomain = 253;

/**
 * Steps out from each "@" to both sides, to the domain's first, since most "@" of a hostile text have none; each
 * character is looked at twice at most.
 */
export function writtenForms(text: string): FoundEmail[] {
  const found: FoundEmail[] = [];
  for (let at = text.indexOf("@"); at >= 0; at = text.indexOf("@", at + 1)) {
    const end = domainEnd(text, at + 1);
    if (end === null) continue;
    const start = localStart(text, at);
    if (start === at) continue;
    const local = text.slice(start, at).toLowerCase();
    const domain = text.slice(at + 1, end).toLowerCase();
    found.push({ start, end, local, domain, write: (address) => address });
  }
  return found;
}

/** The offset behind a domain of two labels or more, the last of two characters or more; null where none begins. */
function domainEnd(text: string, start: number): number | null {
  let end = start;
  let dot = -1;
  while (end < text.length && end - start < longestDomain && domainCharacter.test(text.charAt(end))) {
    if (text.charAt(end) === ".") dot = end;
    end += 1;
  }
  if (dot === -1) return null;
  while (end > start && /[.-]/.test(text.charAt(end - 1))) end -= 1;
  return /^[^.].*\.[^.]{2,}$/.test(text.slice(start, end)) ? end : null;
}

function localStart(text: string, at: number): number {
  let start = at;
  while (start > 0 && at - start < longestLocal && localCharacter.test(text.charAt(start - 1))) start -= 1;
  return start;
}
