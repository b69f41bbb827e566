import { byId, make } from "./elements.js";
import { evaluation, expectedCalls, madeCalls } from "./evaluation.js";
import { showCases, showMore } from "./list.js";
import { startTabs, startTips } from "./numbers.js";
import { beginningOf, visibleText } from "./visible.js";

const filters = byId("filters");
const toolNames = toolsInUse();
const typingPause = 150;
let pins = null;
let typing = 0;

fillTools();
for (const group of document.querySelectorAll("[data-tabs]")) startTabs(group);
startTips();
show();

filters.addEventListener("submit", (event) => event.preventDefault());
filters.addEventListener("change", show);
filters.addEventListener("input", ({ target }) => {
  if (target.name !== "text") return;
  clearTimeout(typing);
  typing = setTimeout(show, typingPause);
});
filters.addEventListener("reset", () => {
  pins = null;
  setTimeout(show);
});
byId("more").addEventListener("click", () => showMore()?.querySelector("button").focus());
document.addEventListener("click", (event) => {
  const number = event.target.closest?.("a[data-pins]");
  if (number) follow(JSON.parse(number.dataset.pins));
});

/** A number of a table was chosen: the list shows the cases behind it. */
function follow(chosen) {
  filters.reset();
  clearTimeout(typing);
  setTimeout(() => {
    pins = chosen;
    filters.candidate.value = String(Math.max(0, evaluation.candidates.indexOf(chosen.candidate)));
    show();
    byId("list").querySelector("button")?.focus({ preventScroll: true });
  });
}

function show() {
  const { candidate, show: kind, decision, tool, text } = filters;
  showPin();
  showCases({
    candidate: Number(candidate.value),
    show: kind.value,
    decision: decision.value,
    tool: tool.value === "" ? "" : toolNames[Number(tool.value)],
    text: text.value.trim(),
    pins,
  });
}

function showPin() {
  const pin = byId("pin");
  pin.hidden = pins === null;
  if (pins === null) return;
  const words = pins.parameter
    ? `${pins.parameter.join(".")} is wrong`
    : `expected ${pins.expected}, used ${pins.given}`;
  const remove = make("button", "", "Show all again");
  remove.type = "button";
  remove.addEventListener("click", () => {
    pins = null;
    show();
    filters.candidate.focus();
  });
  pin.replaceChildren(make("span", "", "Only cases where ", make("bdi", "", visibleText(words))), remove);
}

function toolsInUse() {
  const names = new Set();
  for (const question of evaluation.cases) {
    for (const [name] of expectedCalls(question)) names.add(name);
    for (const reply of question.replies)
      for (const [name] of reply === null ? [] : madeCalls(question, reply)) names.add(name);
  }
  return [...names].sort();
}

function fillTools() {
  for (const [place, name] of toolNames.entries()) {
    const option = make("option", "", visibleText(beginningOf(name, 60)));
    option.value = String(place);
    filters.tool.append(option);
  }
}
