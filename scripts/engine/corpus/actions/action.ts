/** Something a tool does with a thing: names for it, and how callers ask for it. */
export interface Action {
  /** First words of the tool's name. */
  readonly verbs: readonly string[];
  /** What it does in the infinitive, for sentences that fit any action: "cancel {my}". */
  readonly does: readonly string[];
  /** Descriptions of the tool. */
  readonly about: readonly string[];
  /**
   * The caller's requests; `{a}` is the thing with "a", `{my}` with "my" or "the", `{n}` bare, `{ns}` in the plural. One that
   * names no thing is for agents where it can mean one tool only; one that begins with `(move,update)` is for agents that
   * don't have these actions for the same thing, since it might mean them.
   */
  readonly requests: readonly string[];
  /** What the agent says once it is done. */
  readonly done: readonly string[];
  /** Whether it creates something with an id, needs the id of something, or only tells. */
  readonly nature: "creates" | "changes" | "tells";
  /** Parameter families that go with it, `!` for those it never misses. */
  readonly takes: readonly string[];
}

type Texts = Readonly<Record<Exclude<keyof Action, "nature">, string>> & Pick<Action, "nature">;

/** Verbs and parameters are parted by commas, sentences by semicolons or lines. */
export function action({ nature, verbs, does, about, requests, done, takes }: Texts): Action {
  return {
    nature,
    verbs: parted(verbs, /\s*,\s*/),
    takes: parted(takes, /\s*,\s*/),
    does: parted(does, sentences),
    about: parted(about, sentences),
    requests: parted(requests, sentences),
    done: parted(done, sentences),
  };
}

const sentences = /\s*[;\n]\s*/;

function parted(text: string, separator: RegExp): string[] {
  return text
    .trim()
    .split(separator)
    .filter((part) => part !== "");
}
