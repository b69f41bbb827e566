import type { GateResult, Report } from "../../domain/report.ts";
import { outcomeText } from "./headline-rows.ts";

/** The gate as CI servers read it: a test case for each condition, and the reasons as its output. */
export function junitOf(report: Report): string {
  const results = report.gate?.results ?? [];
  const failures = results.filter(({ passed }) => !passed).length;
  const cases = report.gate === null ? [noGate(report)] : results.map(testCase);
  const counts = attributes({
    tests: cases.length,
    failures,
    errors: 0,
    skipped: report.gate === null ? 1 : 0,
    time: 0,
  });
  const suite = attributes({ name: "calltune gate", timestamp: report.createdAt.replace(/\.\d+Z$/, "") });
  return [
    '<?xml version="1.0" encoding="UTF-8"?>',
    `<testsuites ${attributes({ name: "calltune" })} ${counts}>`,
    `  <testsuite ${suite} ${counts}>`,
    ...cases.map((line) => `    ${line}`),
    `    <system-out>${xmlText(reasonsText(report))}</system-out>`,
    "  </testsuite>",
    "</testsuites>",
    "",
  ].join("\n");
}

function testCase({ condition, candidate, passed, because }: GateResult): string {
  const open = `<testcase ${attributes({ classname: candidate, name: condition, time: 0 })}`;
  if (passed) return `${open}/>`;
  return `${open}><failure ${attributes({ type: "gate", message: because })}>${xmlText(because)}</failure></testcase>`;
}

function noGate({ baseline }: Report): string {
  const open = `<testcase ${attributes({ classname: baseline, name: "gate", time: 0 })}>`;
  return `${open}<skipped ${attributes({ message: "no gate was set" })}/></testcase>`;
}

function reasonsText({ candidates, baseline, warnings }: Report): string {
  const verdicts = candidates.flatMap(({ result, outcome, reasons }) =>
    outcome === null ? [] : [`${result.candidate.name} ${outcomeText(outcome, baseline)}`, ...reasons],
  );
  return [...verdicts, ...warnings].join("\n");
}

function attributes(values: Readonly<Record<string, string | number>>): string {
  return Object.entries(values)
    .map(([name, value]) => `${name}="${xmlText(String(value)).replaceAll("\n", "&#10;")}"`)
    .join(" ");
}

// What XML 1.0 can't hold even as a reference: control characters, half surrogate pairs, two non-characters.
const unwritable =
  // biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is looked for
  /[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]|[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/g;

const entities: Readonly<Record<string, string>> = { "&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;" };

function xmlText(text: string): string {
  return text.replace(unwritable, "\ufffd").replace(/[&<>"]/g, (mark) => entities[mark] ?? mark);
}
