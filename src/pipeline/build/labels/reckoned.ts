import { type Leaf, leavesOf } from "../../../domain/grounding/leaves.ts";
import { dayOfIso } from "../../../lib/spoken/days.ts";
import { wordsOfName } from "../../../lib/spoken/parameter-names.ts";
import type { JudgedToolCall } from "./rule.ts";

const counterWords: ReadonlySet<string> = new Set(
  "page offset index question step attempt round chapter lesson level".split(" "),
);

const lengthWords: ReadonlySet<string> = new Set("nights days duration length stay".split(" "));

/** Whether the agent worked the number out by itself, from what is known. */
export function isReckoned(leaf: Leaf, judged: JudgedToolCall): boolean {
  return isNextInCount(leaf, judged) || isTimeBetween(leaf, judged);
}

/** Three nights from the 12th to the 15th: the days between two dates given beside it. */
function isTimeBetween({ path, value }: Leaf, judged: JudgedToolCall): boolean {
  if (typeof value !== "number" || !wordsOfName(path.at(-1) ?? "").some((word) => lengthWords.has(word)))
    return false;
  const days = leavesOf(judged.arguments ?? {}, undefined).flatMap((one) =>
    typeof one.value === "string" ? (dayOfIso(one.value) ?? []) : [],
  );
  return days.some((first) => days.some((last) => last - first === value || last - first + 1 === value));
}

/** The next page, the next question, after the one before in the same call. */
function isNextInCount(leaf: Leaf, { reading, turn, toolCall }: JudgedToolCall): boolean {
  const { path, value } = leaf;
  if (typeof value !== "number" || !wordsOfName(path.at(-1) ?? "").some((word) => counterWords.has(word)))
    return false;
  const place = path.join("/");
  return reading.call.turns
    .slice(0, turn)
    .some(
      (earlier) =>
        earlier.role === "agent" &&
        earlier.toolCalls.some(
          (made) =>
            made.name === toolCall.name &&
            leavesOf(reading.argumentsOf(made) ?? {}, undefined).some(
              (one) => one.path.join("/") === place && (one.value === value - 1 || one.value === value),
            ),
        ),
    );
}
