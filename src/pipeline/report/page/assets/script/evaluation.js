import { byId } from "./elements.js";

/** What `cases/pack-case.ts` and `cases/case-shelf.ts` wrote. */
export const evaluation = JSON.parse(byId("evaluation").textContent);
export const none = "(none)";
const empty = "(empty)";
const unknown = "(unknown)";

/** What the model saw. */
export function messagesOf({ chain, upTo }) {
  return evaluation.chains[chain]
    .slice(0, upTo)
    .map((message) =>
      message.shared === undefined ? message : { role: "system", text: evaluation.systems[message.shared] },
    );
}

export function expectedCalls({ expected }) {
  return expected.calls ?? [];
}

/** The tool calls of a reply, `[name, arguments]` each. */
export function madeCalls(question, reply) {
  if (reply.same) return expectedCalls(question);
  return reply.calls ?? [];
}

/** What was judged with what: places, or −1 for nothing; the fault; the wrong arguments. */
export function pairsOf(question, reply) {
  if (reply.same)
    return expectedCalls(question).map((_, place) => ({
      expected: place,
      given: place,
      fault: 0,
      wrong: [],
    }));
  return (reply.pairs ?? []).map(([expected, given, fault, wrong]) => ({ expected, given, fault, wrong }));
}

/** Tools as the table of tools counts them: `[expected, used]` for each pair. */
export function toolPairs(question, reply) {
  const pairs = pairsOf(question, reply);
  if (pairs.length === 0) return [[none, reply.decision === "empty" ? empty : none]];
  return pairs.map(({ expected, given, fault }) => [
    expected < 0 ? none : expectedCalls(question)[expected][0],
    usedTool(madeCalls(question, reply)[given], fault),
  ]);
}

function usedTool(made, fault) {
  if (made === undefined) return none;
  return fault === "unknown_tool" ? unknown : made[0];
}

/** How a reply stands: what the list sorts and marks by. */
export function standingOf(reply) {
  if (reply === null) return "missing";
  if (reply.failed) return "failed";
  if (reply.change) return reply.change;
  return reply.exact ? "right" : "wrong";
}
