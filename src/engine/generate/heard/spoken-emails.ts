const joints: ReadonlyMap<string, string> = new Map([
  ["dot", "."],
  ["underscore", "_"],
  ["dash", "-"],
  ["hyphen", "-"],
]);
const part = /^[a-z0-9._+-]+$/;

/** "jane dot smith at example dot com" as jane.smith@example.com. */
export function spokenEmails(text: string): string[] {
  const words = text.toLowerCase().split(/[\s,;]+/);
  return words.flatMap((word, at) => {
    if (word !== "at") return [];
    const local = localBefore(words, at);
    const domain = domainAfter(words, at);
    return local === "" || domain === "" ? [] : [`${local}@${domain}`];
  });
}

/** Words joined by "dot" and the like, read backwards from the "at". */
function localBefore(words: readonly string[], at: number): string {
  let local = "";
  for (let index = at - 1; index >= 0; index -= 2) {
    const word = words[index] ?? "";
    if (!part.test(word) || joints.has(word)) break;
    local = word + local;
    const joint = joints.get(words[index - 1] ?? "");
    if (joint === undefined) break;
    local = joint + local;
  }
  return local.replace(/^[._-]+/, "");
}

/** A name, and what "dot" adds to it; without a dot it is no domain. */
function domainAfter(words: readonly string[], at: number): string {
  let domain = cleaned(words[at + 1]);
  for (let index = at + 2; joints.has(words[index] ?? ""); index += 2)
    domain += `${joints.get(words[index] ?? "")}${cleaned(words[index + 1])}`;
  return /^[a-z0-9-]+(\.[a-z0-9-]+)+$/.test(domain) ? domain : "";
}

function cleaned(word = ""): string {
  return word.replace(/[.!?]+$/, "");
}
