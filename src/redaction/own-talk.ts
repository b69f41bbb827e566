import { tokenAt } from "../plugins/redactors/reading/scan.ts";
import type { Topic } from "../plugins/redactors/reading/topic-words.ts";
import { isJustNamed, topicAt } from "../plugins/redactors/reading/topics.ts";
import type { Entity, Finding, SearchedText } from "../plugins/redactors/redactor.ts";

/** What is talked of where a value of the kind is said. */
const topicsOf: Readonly<Partial<Record<Entity, readonly Topic[]>>> = {
  PHONE_NUMBER: ["phone", "number"],
  EMAIL_ADDRESS: ["email"],
  LOCATION: ["address"],
  POSTAL_CODE: ["postcode", "address"],
};

const reach = 10;
const others = new Set(["your", "yours", "their", "its", "you"]);

/**
 * Whether a caller says a value as one's own: "my number is …", "I live at …". Then it is personal, though the same
 * stands in a listing, in an id or in the prompt.
 */
export function isOwnTalk(text: SearchedText, { entity, start, end }: Finding): boolean {
  const first = ownTopicAt(text, entity, start, end);
  if (first === null) return false;
  for (let token = first - 1; token >= Math.max(0, first - reach); token -= 1) {
    const word = text.words[token] ?? "";
    if (word === "my" || word === "mine" || (word === "i" && isHome(text.words[token + 1]))) return true;
    if (others.has(word)) return false;
  }
  return false;
}

/** The same, or the answer to a question for such a value. A postal code also asks for an area served. */
export function isOwnAnswer(text: SearchedText, finding: Finding): boolean {
  const { entity, start, end } = finding;
  if (entity === "POSTAL_CODE") return false;
  if (isOwnTalk(text, finding)) return true;
  const asked = text.asked !== null && topicsOf[entity]?.includes(text.asked) === true;
  if (!asked && text.speaker !== "caller") return false;
  const first = ownTopicAt(text, entity, start, end);
  if (first === null) return false;
  const before = text.words.slice(Math.max(0, first - reach), first);
  if (before.some((word) => others.has(word))) return false;
  // "I need a ride to 9 Oak Street" says of nobody that he lives there.
  return asked || (entity !== "LOCATION" && (before.includes("me") || before.includes("i")));
}

/** "I live at", "I'm at", "I stay at". */
function isHome(word: string | undefined): boolean {
  return word === "live" || word === "m" || word === "am" || word === "stay";
}

/** The first token of a caller's value in talk of its kind; null where the talk is of something else. */
function ownTopicAt(text: SearchedText, entity: Entity, start: number, end: number): number | null {
  const wanted = topicsOf[entity];
  if (text.speaker !== "caller" || wanted === undefined) return null;
  const first = tokenAt(text.starts, start);
  if (wanted.some((topic) => isJustNamed(text.topics, topic, { token: first, within: reach }))) return first;
  const topic = topicAt(text, first, tokenAt(text.starts, end) - 1);
  return topic !== null && wanted.includes(topic) ? first : null;
}
