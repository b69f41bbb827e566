export { bookables } from "./bookables.ts";
export { choiceWords } from "./choices.ts";
export { clauses } from "./clauses.ts";
export { adjectives, goods } from "./goods.ts";
export { records } from "./records.ts";
