/**
 * Families that write thoughts before the reply, by how their ids are written; a tuned model mostly keeps its base's name in
 * its own. Whether one of them really does is the provider's default and the model's choice.
 */
const families: readonly RegExp[] = [
  /gpt-oss/,
  /\bgpt-[5-9](?!\d)/,
  /\bo[134](?:-|$)/,
  /\bqwen-?3(?!.*(?:instruct|coder))/,
  /\bqwq\b/,
  /deepseek-(?:r1|v3\.[12]|v4|reasoner)/,
  /\bglm-(?:4\.[5-9]|5)/,
  /kimi-k2(?:-thinking|\.)/,
  /minimax-m\d/,
  /magistral/,
  /gemini-(?:2\.5|3)/,
  /\bgrok-(?:3-mini|4)/,
  /(?<!non-)(?:thinking|reasoning|reasoner)/,
];

/** Whether a model is known to think first, which is paid for as output and used up of the longest reply. False says nothing. */
export function mayThink(model: string): boolean {
  const id = model.toLowerCase();
  return families.some((family) => family.test(id));
}
