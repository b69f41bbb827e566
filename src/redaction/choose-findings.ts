import type { Draw, Entity, Finding } from "../plugins/redactors/redactor.ts";
import { redactorOf } from "./fields.ts";

/** From this score on a finding is as good as certain. */
const certain = 0.95;

/** Scores that differ by less say the same. */
const nearlyEqual = 0.04;

/**
 * The findings that don't overlap, in order of place. Of two that do, the certain one stays, else the one that a
 * field holds, else a surrogate (what cuts it is two things side by side), else the one with the higher score, else
 * the longer.
 */
export function chooseFindings(findings: readonly Finding[]): readonly Finding[] {
  if (findings.length < 2) return findings;
  const sorted = isSorted(findings) ? findings : [...findings].sort(byPlace);
  const chosen: Finding[] = [];
  for (const finding of sorted) {
    const last = chosen[chosen.length - 1];
    if (last === undefined || finding.start >= last.end) chosen.push(finding);
    else if (isBetter(finding, last)) chosen[chosen.length - 1] = finding;
  }
  return chosen;
}

function byPlace(left: Finding, right: Finding): number {
  return left.start - right.start || right.end - left.end;
}

function isSorted(findings: readonly Finding[]): boolean {
  let before: Finding | null = null;
  for (const finding of findings) {
    if (before !== null && byPlace(before, finding) > 0) return false;
    before = finding;
  }
  return true;
}

function isBetter(finding: Finding, other: Finding): boolean {
  const certainty = Number(finding.score >= certain) - Number(other.score >= certain);
  if (certainty !== 0) return certainty > 0;
  if (isHeard(finding) !== isHeard(other)) return isHeard(other);
  const reserved = Number(isReserved(finding)) - Number(isReserved(other));
  if (reserved !== 0) return reserved > 0;
  const surer = finding.score - other.score;
  if (Math.abs(surer) > nearlyEqual) return surer > 0;
  const length = finding.end - finding.start - (other.end - other.start);
  return length !== 0 ? length > 0 : surer > 0;
}

function isHeard(finding: Finding): boolean {
  return finding.heard === true;
}

/** A surrogate by its reserved range alone, whatever secret it was drawn with. */
function isReserved(finding: Finding): boolean {
  return telling.has(finding.entity) && redactorOf(finding.entity).isSurrogate(finding, nobodys);
}

/** Kinds whose surrogates hardly any stretch of digits or words is like by chance. */
const telling: ReadonlySet<Entity> = new Set<Entity>([
  "CREDIT_CARD",
  "IBAN_CODE",
  "PHONE_NUMBER",
  "EMAIL_ADDRESS",
  "PERSON",
  "LOCATION",
]);

const nobodys: Draw = { number: () => -1, numbers: () => () => -1, namePart: () => "" };
