/**
 * Says byte by byte (UTF-8) whether a text can still become one that is allowed. States are whole numbers; every state
 * that can be reached can be continued to an allowed text, unless the machine says otherwise.
 */
export interface TextMachine {
  /** `dead` where no text at all is allowed. */
  readonly start: number;
  /** The state behind one more byte; `dead` where no allowed text goes on like that. */
  step(state: number, byte: number): number;
  /** Whether the text may end here. */
  accepts(state: number): boolean;
}

export const dead = -1;

/** The same texts behind a space, as values stand in the engine's language. */
export function behindSpace(machine: TextMachine): TextMachine {
  const before = 0;
  return {
    start: machine.start === dead ? dead : before,
    step(state, byte) {
      if (state === before) return byte === 0x20 ? machine.start + 1 : dead;
      const next = machine.step(state - 1, byte);
      return next === dead ? dead : next + 1;
    },
    accepts: (state) => state !== before && machine.accepts(state - 1),
  };
}

/** Texts that all machines allow. Two of them may contradict each other far ahead: a state may then lead nowhere. */
export function intersection(machines: readonly TextMachine[]): TextMachine {
  const [only, ...others] = machines;
  if (only !== undefined && others.length === 0) return only;
  const numbers = new Map<string, number>();
  const tuples: number[][] = [];
  const numberOf = (tuple: number[]) => {
    if (tuple.includes(dead)) return dead;
    const key = tuple.join();
    const known = numbers.get(key);
    if (known !== undefined) return known;
    tuples.push(tuple);
    numbers.set(key, tuples.length - 1);
    return tuples.length - 1;
  };
  const partsOf = (state: number) => tuples[state] ?? [];
  return {
    start: numberOf(machines.map((machine) => machine.start)),
    step: (state, byte) =>
      numberOf(partsOf(state).map((part, index) => machines[index]?.step(part, byte) ?? dead)),
    accepts: (state) => partsOf(state).every((part, index) => machines[index]?.accepts(part)),
  };
}
