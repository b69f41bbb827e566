import { byId, codeName, foreign, make } from "./elements.js";
import { evaluation, expectedCalls, madeCalls, messagesOf, standingOf } from "./evaluation.js";
import { filteredCases } from "./filters.js";
import { caseBody, standingChip } from "./one-case.js";
import { beginningOf } from "./visible.js";

const portion = 40;
let found = [];
let shown = 0;
let chosen = 0;

/** Shows the cases that the state lets through, a portion at first. */
export function showCases(state) {
  found = filteredCases(state);
  chosen = state.candidate;
  shown = 0;
  byId("list").replaceChildren();
  byId("count").textContent =
    `${found.length.toLocaleString("en-US")} of ${evaluation.cases.length.toLocaleString("en-US")} cases`;
  showMore();
}

/** The next portion; the first new case is returned, to be moved to. */
export function showMore() {
  const rows = found.slice(shown, shown + portion).map((question) => row(question));
  byId("list").append(...rows);
  shown += rows.length;
  byId("more").hidden = shown >= found.length;
  byId("more").textContent = `Show more (${(found.length - shown).toLocaleString("en-US")} left)`;
  return rows[0];
}

function row(question) {
  const reply = question.replies[chosen];
  const words =
    [...messagesOf(question)].reverse().find(({ role, text }) => role === "user" && text)?.text ?? "";
  const head = make(
    "button",
    "case-head",
    standingChip(standingOf(reply)),
    make(
      "span",
      "case-words",
      foreign("span", "heard", beginningOf(words, 160)),
      foreign("span", "case-id", question.id),
    ),
    make("span", "case-tools", ...tools(expectedCalls(question)), " → ", ...given(question, reply)),
  );
  head.type = "button";
  head.ariaExpanded = "false";
  const item = make("li", `case ${standingOf(reply)}`, head);
  head.addEventListener("click", () => toggle(item, head, question));
  return item;
}

function toggle(item, head, question) {
  const isOpen = head.ariaExpanded === "true";
  head.ariaExpanded = String(!isOpen);
  if (isOpen) item.lastElementChild.remove();
  else item.append(caseBody(question, chosen));
}

function tools(calls) {
  if (calls.length === 0) return ["a reply"];
  return calls.flatMap(([name], index) => (index === 0 ? [codeName(name)] : [", ", codeName(name)]));
}

function given(question, reply) {
  if (reply === null || reply.failed) return ["nothing"];
  return tools(madeCalls(question, reply));
}
