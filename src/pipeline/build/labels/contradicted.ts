import type { Answer } from "./read-answer.ts";
import { rejectsReply } from "./rejects-reply.ts";
import { rejectsToolCall } from "./rejects-tool-call.ts";
import type { Decision, Rule } from "./rule.ts";

export const contradicted: Rule = {
  about: "the caller's next turn says that it was wrong",
  ofReply(decision) {
    const answer = decision.reading.answerTo(decision.turn);
    return answer !== null && isAnswered(decision, answer) && rejectsReply(decision, answer);
  },
  ofToolCall(judged) {
    const answer = judged.reading.answerTo(judged.turn);
    return answer !== null && rejectsToolCall(judged, answer);
  },
};

/** A caller answers the last words before theirs. */
function isAnswered({ reading, turn }: Decision, answer: Answer): boolean {
  for (let index = turn + 1; index < answer.turn; index += 1) {
    const between = reading.call.turns[index];
    if (between?.role === "agent" && between.text.trim() !== "") return false;
  }
  return true;
}
