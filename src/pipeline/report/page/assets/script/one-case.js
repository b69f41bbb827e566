import { argumentTable, faultWords } from "./arguments.js";
import { codeName, foreign, make } from "./elements.js";
import { evaluation, expectedCalls, madeCalls, messagesOf, pairsOf, standingOf } from "./evaluation.js";
import { addText } from "./visible.js";

export const decisionWords = {
  reply: "replied, as it should",
  empty: "said nothing",
  right_tool: "right tool",
  wrong_tool: "wrong tool",
  missed_call: "missed call",
  extra_call: "extra call",
  wrong_order: "wrong order",
  false_call: "false call",
};
const flagWords = {
  callInText: "a tool call written into the spoken text",
  premature: "the very tool calls that were due later",
  truncated: "cut off by the token limit",
};
export const standingWords = {
  regression: ["▼", "regression"],
  win: ["▲", "win"],
  wrong: ["✕", "wrong"],
  failed: ["!", "failed"],
  missing: ["–", "not asked yet"],
  right: ["✓", "right"],
};

/** The call so far, and beside it what each candidate made of it: the chosen one first, then the baseline. */
export function caseBody(question, chosen) {
  const places = evaluation.candidates.map((_, place) => place);
  const rest = places.filter((place) => place !== chosen && place !== evaluation.baseline);
  const first = [...new Set([chosen, evaluation.baseline].filter((place) => place >= 0))];
  return make(
    "div",
    "case-body",
    make("div", "context", make("h4", "", "The call so far"), ...chat(question), toolFold(question)),
    make(
      "div",
      "answers",
      make("h4", "", "Due now"),
      due(question),
      ...[...first, ...rest].map((place) => answer(question, place)),
    ),
  );
}

export function standingChip(standing) {
  const [sign, words] = standingWords[standing];
  const mark = make("i", "", sign);
  mark.ariaHidden = "true";
  return make("span", `chip ${standing}`, mark, ` ${words}`);
}

function chat(question) {
  return messagesOf(question).map((message) => {
    if (message.role === "system")
      return fold("What the model was told", foreign("div", "prompt", message.text));
    const speaker = { user: "Caller", assistant: "Agent", tool: "Tool’s answer" }[message.role];
    const calls = (message.calls ?? []).map(([name, text]) => callLine(name, text));
    const said = message.text ? foreign("p", "said", message.text) : null;
    return make("div", `turn ${message.role}`, make("span", "speaker", speaker), said, ...calls);
  });
}

function callLine(name, text) {
  return make("p", "made-call", codeName(name), " ", foreign("span", "code", text));
}

function toolFold(question) {
  const tools = evaluation.tools[question.tools];
  if (tools.length === 0) return make("p", "about", "No tools were offered.");
  const rows = tools.map(({ name, description, parameters }) =>
    make(
      "div",
      "offered",
      codeName(name),
      description ? foreign("p", "about", description) : null,
      parameters ? foreign("pre", "code", JSON.stringify(parameters, null, 1)) : null,
    ),
  );
  return fold(`Tools it could use (${tools.length})`, ...rows);
}

function fold(title, ...content) {
  return make("details", "fold", make("summary", "", title), ...content);
}

function due(question) {
  const calls = expectedCalls(question);
  if (calls.length > 0)
    return make("div", "due", ...calls.map(([name, text]) => callLine(name, text)), orderNote(question));
  const { text } = question.expected;
  const next = question.next?.length
    ? make("p", "about", "Due later: ", ...question.next.map(codeName))
    : null;
  return make(
    "div",
    "due",
    make("p", "about", "A spoken reply, and no tool call."),
    text ? foreign("p", "said", text) : null,
    next,
  );
}

function orderNote({ expected }) {
  return expected.order === "listed" ? make("p", "about", "in this order") : null;
}

function answer(question, place) {
  const reply = question.replies[place];
  const name = make(
    "span",
    `candidate ${evaluation.looks[place]}`,
    make("i", ""),
    addText(make("bdi", ""), evaluation.candidates[place]),
  );
  const role = place === evaluation.baseline ? make("small", "", "baseline") : null;
  const head = make(
    "div",
    "answer-head",
    make("h5", "", name, " ", role ?? ""),
    standingChip(standingOf(reply)),
  );
  return make("section", `answer ${standingOf(reply)}`, head, ...answerContent(question, reply));
}

function answerContent(question, reply) {
  if (reply === null) return [make("p", "about", "Not asked yet.")];
  if (reply.failed)
    return [
      make(
        "p",
        "about",
        `The request failed: ${reply.failed.replaceAll("_", " ")}. Neither right nor wrong.`,
      ),
    ];
  const flags = (reply.flags ?? []).map((flag) => make("p", "flag", flagWords[flag]));
  const said = reply.text ? foreign("p", "said", reply.text) : null;
  const silent =
    !reply.text && madeCalls(question, reply).length === 0 ? make("p", "about", "It said nothing.") : "";
  return [
    make("p", "decision", decisionWords[reply.decision]),
    ...flags,
    said ?? silent,
    ...pairs(question, reply),
  ];
}

function pairs(question, reply) {
  return pairsOf(question, reply).map(({ expected, given, fault, wrong }) => {
    const [due, made] = [expectedCalls(question)[expected], madeCalls(question, reply)[given]];
    const broken = fault ? make("p", "flag", faultWords[fault]) : null;
    return make("div", "pair-of-calls", pairHead(due, made), broken, argumentTable(due, made, wrong));
  });
}

function pairHead(due, made) {
  if (due === undefined) return make("p", "", "nobody expected ", codeName(made?.[0] ?? "?"));
  if (made === undefined) return make("p", "", codeName(due[0]), " is missing");
  if (due[0] === made[0]) return make("p", "", codeName(due[0]));
  return make("p", "", codeName(made[0]), " in place of ", codeName(due[0]));
}
