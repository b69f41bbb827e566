import { seededRandom } from "../../lib/seeded-random.ts";

const letters = [..."ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789"];

/** Ids of tool calls as OpenAI's look: `call_` and 24 letters and digits, which depend on the seed and the number alone. */
export function callIds(seed: string): (index: number) => string {
  return (index) => {
    const random = seededRandom(`call ${index} of ${seed}`);
    return `call_${Array.from({ length: 24 }, () => random.pick(letters)).join("")}`;
  };
}
