/** Whoever calls, in a prompt's words; not "customer service", which is the business's. */
const caller = String.raw`\b(?:caller|customer|client|patient|guest|user)\b(?!\W{1,2}(?:service|support|care|relations|portal|line|hotline|desk|success|app|parking))`;
const introduced = String.raw`\b(?:calling from|from number|(?:speaking|talking|connected) (?:with|to))\b`;

/** Before a value in the same sentence: "the caller's number is …". */
const inSentence = new RegExp(`(?:${caller}|${introduced})(?:[^.\\n]|\\.(?=\\S))*$`, "i");
/** A line that says who it tells of: "Caller: Maria Gonzalez, …", "Customer name: …". */
const label = new RegExp(
  String.raw`^\W*(?:the |current |returning )?${caller}(?:['’]s)?(?:[ _](?:full|first|last|name|phone|number|email|address|id|info|information|details|profile|record|data))*\W*:`,
  "i",
);
const anyCaller = new RegExp(`${caller}|${introduced}`, "i");
/** A heading that tells the agent what to do is followed by what the business says. */
const instructs =
  /\b(?:tell|give|ask|say|if|when|offer|inform|our|us|we|call|read|send|share|let|remind|direct|transfer)\b/i;
const ofBusiness =
  /\b(?:business|restaurant|store|shop|company|office|clinic|salon|hotel|agent|our|we|us)\b/i;

const item = /^\s*(?:[-*•–+]|\d{1,2}[.)])\s+\S|^\s*[^:\n]{1,40}:\s*\S|^\s*"?\w+"?\s*=\s*\S/;
const heading = /^\s*(?:#{1,6}\s|<[^/>]+>\s*$|\[[^\]]+\]\s*$|\*\*[^*]+\*\*:?\s*$)|:\s*(?:\*\*)?\s*$/;
const sentenceReach = 80;
const mostLines = 24;
const longestLine = 240;
const mostHeadingWords = 9;

/**
 * Whether what stands at an offset of a prompt is about the caller: the sentence says so ("the caller's number is …"),
 * the line's label does, or the heading of the list that it stands in, up to the next blank line or heading.
 */
export function isAboutCaller(text: string, start: number): boolean {
  const before = text.slice(Math.max(0, start - sentenceReach), start);
  const said = inSentence.exec(before);
  if (said !== null && !/\b(?:our|us|we|office)\b/i.test(said[0])) return true;
  return isInCallersLines(text, start);
}

/** The same by labels, headings and "you are talking to …" alone: for words that are no numbers or addresses. */
export function isCallersName(text: string, start: number): boolean {
  const before = text.slice(Math.max(0, start - sentenceReach), start);
  return talkingTo.test(before) || isInCallersLines(text, start);
}

const talkingTo = new RegExp(`(?:${introduced}|${caller}(?:['’]s)?(?: name)?(?: is|:))[^.,;:\\n]*$`, "i");

function isInCallersLines(text: string, start: number): boolean {
  const [own = "", ...above] = linesUpTo(text, start);
  if (label.test(own) && !ofBusiness.test(keyOf(own))) return true;
  if (!item.test(`${own}x`)) return false;
  for (const [index, line] of above.entries()) {
    if (line.trim() === "") return isCallersHeading(above[index + 1] ?? "");
    if (heading.test(line)) return isCallersHeading(line);
    if (label.test(line)) return true;
    if (!item.test(line) || ofBusiness.test(keyOf(line))) return false;
  }
  return false;
}

/** What stands before the first colon. */
function keyOf(line: string): string {
  return line.slice(0, line.indexOf(":") + 1);
}

/** The line of an offset up to it, then the lines above, nearest first; each cut where it is long. */
function linesUpTo(text: string, start: number): string[] {
  const lines: string[] = [];
  let end = start;
  while (lines.length < mostLines && end >= 0) {
    const from = end === 0 ? 0 : text.lastIndexOf("\n", end - 1) + 1;
    lines.push(text.slice(from, Math.min(end, from + longestLine)));
    if (from === 0) break;
    end = from - 1;
  }
  return lines;
}

function isCallersHeading(line: string): boolean {
  const words = line.replace(/_/g, " ");
  if (!heading.test(line) || words.split(/\s+/).length > mostHeadingWords) return false;
  return anyCaller.test(words) && !instructs.test(words);
}
