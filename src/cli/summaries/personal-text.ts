import type { PersonalReport } from "../../pipeline/check/scan-personal.ts";
import { counted, formatNumber, renderTable } from "../table.ts";

/** What looks personal in a file: places and kinds, then counts; never the words. */
export function personalText(report: PersonalReport): string {
  const { file, listed, personal } = report;
  const places = listed.map(({ line, entities }) => `${file}:${line}: ${entities.join(", ")}`);
  const rows = Object.entries(personal).sort(([, one], [, other]) => other - one);
  return [
    places.join("\n"),
    unlistedText(report),
    rows.length === 0 ? "" : renderTable(["looks personal", "places"], rows),
    verdict(report),
  ]
    .filter((part) => part !== "")
    .join("\n\n");
}

function unlistedText({ personalLines, listed }: PersonalReport): string {
  const more = personalLines - listed.length;
  return more === 0 ? "" : `and ${formatNumber(more)} more lines`;
}

function verdict({ lines, notJson, unreadable, personalLines, ofBusiness }: PersonalReport): string {
  const own = Object.values(ofBusiness).reduce((sum, count) => sum + count, 0);
  const first =
    personalLines === 0
      ? `nothing looks personal in ${counted(lines, "line")}`
      : `something looks personal in ${formatNumber(personalLines)} of ${counted(lines, "line")}`;
  const notes = [
    own === 0 ? "" : `${formatNumber(own)} places repeat the row's own system prompt or tools`,
    notJson === 0 ? "" : `not JSON and looked at as text: ${counted(notJson, "line")}`,
    unreadable === 0 ? "" : `NOT readable (not UTF-8, or over 64 MB): ${counted(unreadable, "line")}`,
  ].filter((note) => note !== "");
  return [
    [first, ...notes].join("; "),
    "surrogates are known by their reserved ranges; a clean look is no proof, see docs/privacy.md",
  ].join("\n");
}
