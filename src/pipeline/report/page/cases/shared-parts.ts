/** JSON that several cases share. */
export interface Part {
  bytes(): number;
  /** Further parts that it points to. */
  parts(): readonly Part[];
  /** Its JSON; `numberOf` gives the numbers by which it points to others. */
  write(numberOf: (part: Part) => number): string;
}

/** Texts that are the same stand in one part. */
export interface SharedTexts {
  add(json: string): Part;
}

/** Only so many texts are known again: tools of each case alone must not be held for ever. */
const mostKnown = 200;

export function sharedTexts(): SharedTexts {
  const known = new Map<string, Part>();
  return {
    add(json) {
      const part = known.get(json) ?? {
        bytes: () => Buffer.byteLength(json),
        parts: () => [],
        write: () => json,
      };
      known.delete(json);
      known.set(json, part);
      const [oldest] = known.keys();
      if (known.size > mostKnown && oldest !== undefined) known.delete(oldest);
      return part;
    },
  };
}

/** A message's JSON, or the text of a system prompt. */
export interface PackedMessage {
  readonly text: string;
  readonly isSystem: boolean;
}

/** The messages of cases that follow each other in a call: each case has the first so many. */
export interface SharedChains {
  add(messages: readonly PackedMessage[]): Part;
}

interface Chain extends Part {
  readonly messages: PackedMessage[];
  readonly systems: Part[];
}

export function sharedChains(): SharedChains {
  const systems = sharedTexts();
  let last: Chain | null = null;
  return {
    add(messages) {
      const chain: Chain = last !== null && beginAlike(last.messages, messages) ? last : emptyChain();
      for (const message of messages.slice(chain.messages.length)) {
        chain.messages.push(message);
        if (message.isSystem) chain.systems.push(systems.add(message.text));
      }
      last = chain;
      return chain;
    },
  };
}

function emptyChain(): Chain {
  const [messages, systems]: [PackedMessage[], Part[]] = [[], []];
  const own = () => messages.filter(({ isSystem }) => !isSystem);
  return {
    messages,
    systems,
    bytes: () => own().reduce((sum, { text }) => sum + Buffer.byteLength(text) + 1, 2),
    parts: () => systems,
    write(numberOf) {
      const numbers = systems.map(numberOf);
      const texts = messages.map(({ text, isSystem }) =>
        isSystem ? `{"role":"system","shared":${numbers.shift()}}` : text,
      );
      return `[${texts.join(",")}]`;
    },
  };
}

function beginAlike(one: readonly PackedMessage[], other: readonly PackedMessage[]): boolean {
  const length = Math.min(one.length, other.length);
  for (let index = 0; index < length; index += 1) if (one[index]?.text !== other[index]?.text) return false;
  return true;
}
