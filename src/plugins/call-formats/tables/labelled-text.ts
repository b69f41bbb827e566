import { withoutCutMark } from "../reading/cut-mark.ts";
import type { Entry } from "../reading/entry.ts";
import type { Loss, ProblemList } from "../reading/problem-list.ts";
import { type Role, roleOf, type Speakers } from "../reading/roles.ts";
import { type Moment, readMoment } from "../reading/times.ts";

export interface LabelledTextReader {
  readonly speakers: Speakers;
  readonly problems: ProblemList;
}

/**
 * Reads a transcript of lines like `AI: …`, `[00:12] Caller: …`, `User (00:12): …`. A line without a speaker goes on
 * with the one before. A speaker nobody told us of, seen twice, loses the call: his words would be put into another's
 * mouth.
 */
export function readLabelledText(text: string, { speakers, problems }: LabelledTextReader): Entry[] | Loss {
  const goes: Go[] = [];
  const unknown = new Set<string>();
  for (const [index, line] of linesOf(text, speakers).entries()) {
    const place = `line ${index + 1}`;
    const labelled = readLabel(line, speakers);
    if (labelled !== null && labelled.role !== null) {
      goes.push({ role: labelled.role, time: labelled.time, lines: [labelled.text], place });
      continue;
    }
    if (labelled !== null && unknown.has(labelled.label))
      return unreadable(`${place} has an unknown speaker; name it under speakers`);
    if (labelled !== null) unknown.add(labelled.label);
    goOn(goes, line, { place, problems });
  }
  if (goes.length === 0 && text.trim() !== "") return unreadable("no line has a speaker we know");
  return goes.flatMap((go) => entryOf(go, problems));
}

function goOn(goes: readonly Go[], line: string, at: { place: string; problems: ProblemList }): void {
  const last = goes.at(-1);
  if (last !== undefined) last.lines.push(line);
  else if (line.trim() !== "") at.problems.add("turn_unreadable", `${at.place} has no speaker`);
}

interface Go {
  readonly role: Role;
  readonly time: Moment | null;
  readonly lines: string[];
  /** Of its label: `line 7`. */
  readonly place: string;
}

interface LabelledLine {
  readonly label: string;
  /** Null for a label that nobody told us. */
  readonly role: Role | null;
  readonly time: Moment | null;
  readonly text: string;
}

const labelForm =
  /^\s{0,8}(?:[[(]([\d:.,TZ+ -]{1,40})[\])]\s?|(\d{1,2}(?::\d\d){1,2})\s)?[-*]{0,2}\s?([\p{L}\p{N}][^:\n[\]()]{0,39}?)\s?(?:[[(]([\d:.,TZ+ -]{1,40})[\])])?\*{0,2}:\*{0,2}(?=\s|$)/u;

function readLabel(line: string, speakers: Speakers): LabelledLine | null {
  const found = labelForm.exec(line.slice(0, 200));
  if (found === null) return null;
  const [head, bracketed, bare, label = "", behind] = found;
  const role = roleOf(label, speakers);
  // Prose has colons too; a speaker's label is a name, not half a sentence.
  if (role === null && label.split(/\s+/).length > 3) return null;
  return { label, role, time: readMoment(bracketed ?? bare ?? behind), text: line.slice(head.length) };
}

/** Some logs keep the whole call on one line; there a known label behind a space begins a new one. */
function linesOf(text: string, speakers: Speakers): string[] {
  const lines = text.split(/\r\n?|\n/);
  if (lines.length > 1) return lines;
  const parts = text.split(/\s(?:[/|]\s)?(?=\p{L}[\p{L}_-]{0,29}:\s)/u);
  const joined: string[] = [];
  for (const part of parts) {
    const label = part.slice(0, part.indexOf(":"));
    if (joined.length === 0 || roleOf(label, speakers) !== null) joined.push(part);
    else joined.push(`${joined.pop() ?? ""} ${part}`);
  }
  return joined;
}

function entryOf({ role, time, lines, place }: Go, problems: ProblemList): Entry | [] {
  const said = lines.join("\n").trim();
  if (role === "caller") return { kind: "caller", text: said, time, confidence: null };
  if (role === "system") return { kind: "system", text: said, time };
  if (role === "agent") {
    const { text, cut } = withoutCutMark(said);
    return { kind: "agent", text, toolCalls: [], interrupted: cut, time };
  }
  problems.add("tool_call_unreadable", `${place} tells of a tool in words`);
  return [];
}

function unreadable(detail: string): Loss {
  return { reason: "transcript_unreadable", detail };
}
