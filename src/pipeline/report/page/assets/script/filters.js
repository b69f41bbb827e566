import { evaluation, expectedCalls, madeCalls, pairsOf, standingOf, toolPairs } from "./evaluation.js";

const order = ["regression", "win", "wrong", "failed", "missing", "right"];
const lowered = new Map();

/** Cases that the state lets through, the most telling first. */
export function filteredCases(state) {
  const groups = new Map(order.map((standing) => [standing, []]));
  for (const question of evaluation.cases)
    if (isShown(question, state)) groups.get(standingOf(question.replies[state.candidate])).push(question);
  return [...groups.values()].flat();
}

function isShown(question, state) {
  const reply = question.replies[state.candidate];
  return (
    isOfKind(reply, state.show) &&
    (state.decision === "" || reply?.decision === state.decision) &&
    (state.tool === "" || usesTool(question, reply, state.tool)) &&
    isPinned(question, reply, state.pins) &&
    (state.text === "" || holdsText(question, state.text.toLowerCase()))
  );
}

function isOfKind(reply, show) {
  if (show === "") return true;
  if (show === "wrong") return reply !== null && !reply.failed && !reply.exact;
  return standingOf(reply) === show;
}

function usesTool(question, reply, tool) {
  const made = reply === null ? [] : madeCalls(question, reply);
  return [...expectedCalls(question), ...made].some(([name]) => name === tool);
}

/** The cell of a table that the list was asked for. */
function isPinned(question, reply, pins) {
  if (pins === null) return true;
  if (reply === null || reply.failed) return false;
  if (pins.parameter) return hasWrongArgument(question, reply, pins.parameter);
  return toolPairs(question, reply).some(
    ([expected, given]) => expected === pins.expected && given === pins.given,
  );
}

/** Arguments are counted with the tool that was used, as in the table of arguments. */
function hasWrongArgument(question, reply, [tool, parameter]) {
  const made = madeCalls(question, reply);
  return pairsOf(question, reply).some(
    ({ given, wrong }) => made[given]?.[0] === tool && wrong.some(([name]) => name === parameter),
  );
}

function holdsText(question, text) {
  const { chain, upTo, tools, ...own } = question;
  if (textOf(question, own).includes(text)) return true;
  return evaluation.chains[chain]
    .slice(0, upTo)
    .some(
      (message) =>
        message.shared === undefined && textOf(message, [message.text, message.calls]).includes(text),
    );
}

/** Everything said in it, in small letters; made when it is first looked at. */
function textOf(key, value) {
  const known = lowered.get(key);
  if (known !== undefined) return known;
  const text = stringsOf(value).join("\n").toLowerCase();
  lowered.set(key, text);
  return text;
}

function stringsOf(value) {
  if (typeof value === "string") return [value];
  if (typeof value !== "object" || value === null) return [];
  return Object.values(value).flatMap(stringsOf);
}
