import type { Draw } from "./draw.ts";
import { agentSays, callerSays, type Stage } from "./stage.ts";
import { type FactRow, factTable } from "./words/fact-table.ts";
import { lines } from "./words/list.ts";

/** A question about the business, and the answer. */
export function factQuestion(stage: Stage): void {
  const { question, answer, known } = answerFact(stage);
  callerSays(stage, question);
  agentSays(stage, known ? [answer, answer, `Sure. ${answer}`, `${answer} Anything else?`] : [answer]);
}

interface Answered {
  readonly question: string;
  readonly answer: string;
  readonly known: boolean;
}

/** One that the system prompt answers, or one of the same kind that it doesn't. */
export function answerFact(stage: Stage): Answered {
  const { draw } = stage.scene;
  const row = draw.random.pick(factTable);
  const known = stage.facts.find((one) => one.row === row);
  if (known) return { question: draw.say(row.questions), answer: known.fact, known: true };
  if (stage.facts.length === 0 || draw.chance(0.3))
    return { question: draw.say(row.questions), answer: draw.say(unknown), known: false };
  const other = draw.random.pick(stage.facts);
  return { question: draw.say(other.row.questions), answer: other.fact, known: true };
}

const unknown = lines(`I'm sorry, I don't have that information.
I don't know that, I'm afraid.
Sorry, nobody gave me that information.
I can't tell you that, sorry.
That isn't something I have here.
I'm not sure about that. Please look at our website.
I don't have that in front of me, sorry.
Sorry, I don't know. Can I help with something else?
I'm afraid I can't answer that.
I have no information on that.
I'd have to ask a colleague about that.
Unfortunately I don't know.`);

/** Up to `most` facts for the system prompt. */
export function drawFacts({ scene: { draw } }: Pick<Stage, "scene">, most: number): Stage["facts"] {
  const rows = draw.some(factTable, draw.between(0, most));
  return rows.map((row) => ({
    row,
    fact: draw.say(row.facts, { x: drawValue(draw, row), y: draw.pick(ends) }),
  }));
}

function drawValue(draw: Draw, row: FactRow): string {
  return draw
    .pick(row.values)
    .replaceAll("#", () => String(draw.between(2, 60)))
    .replaceAll("~", () => draw.word(1, 3));
}

const ends = [
  "five",
  "six",
  "8 pm",
  "ten",
  "18:30",
  "seven",
  "half past four",
  "midnight",
  "9 pm",
  "17:00",
  "eight",
];
