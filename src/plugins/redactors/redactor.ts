import { type Entity, entities } from "../../domain/entity.ts";
import type { NameCue } from "./reading/name-cues.ts";
import type { NumberRun } from "./reading/number-runs.ts";
import type { ScannedText } from "./reading/scan.ts";
import type { Spelling } from "./reading/spelling.ts";
import type { Topic } from "./reading/topic-words.ts";

export { type Entity, entities };

/** A value as it stands in a text, and how to write another value of the kind in its stead, in the same style. */
export interface Form {
  readonly entity: Entity;
  /** One text for one value, however it is written or said: digits only, lower case … */
  readonly value: string;
  write(surrogate: string): string;
}

/** A form found in a text. */
export interface Finding extends Form {
  /** Offsets in the text; `end` exclusive. */
  readonly start: number;
  readonly end: number;
  /** 0…1: how sure it is that this is personal data of this kind. */
  readonly score: number;
  /** Not personal where the business's own things are called so. */
  readonly unlessBusiness?: boolean;
  /** A known value that no field holds. */
  readonly heard?: boolean | undefined;
}

/** A text ready to be searched. */
export interface SearchedText extends ScannedText {
  readonly runs: readonly NumberRun[];
  /** Who said it; `data` is an argument or a result. */
  readonly speaker: "caller" | "agent" | "system" | "data";
  /** What was asked for just before. */
  readonly asked: Topic | null;
  readonly topics: readonly { readonly token: number; readonly topic: Topic }[];
  /** Digits of the longest number. */
  readonly longestRun: number;
  /** Where names may begin, and words spelled letter by letter. */
  readonly cues: readonly NameCue[];
  readonly spellings: readonly Spelling[];
}

/** What the business calls its things: names, menus, enum values, as ` one two | three `, lower case. */
export type Business = () => string;

/** Draws that depend on the secret, the scope (the call) and the label alone. */
export interface Draw {
  /** A whole number in [0, below). */
  number(label: string, below: number): number;
  /** The same for many labels that begin alike, and are told by what is behind that. */
  numbers(beginning: string): (rest: string, below: number) => number;
  /**
   * The surrogate of one word of a name: the same word always gets the same one, two words never share one. A word
   * only `heard` gets the surrogate of a word that sounds like it: "Jon Smyth" was meant to be "John Smith".
   */
  namePart(part: string, role: "given" | "family", certainty?: "heard"): string;
}

/** The name of an argument or of a result's field. */
export interface FieldName {
  /** Lower-case words of the last key: `customerName` and `customer_name` are both ["customer", "name"]. */
  readonly words: readonly string[];
  /** Words of all keys of the same object, of the tool and of the field's description. */
  readonly around: ReadonlySet<string>;
}

/** What finds and replaces one kind of personal data. Pure; each function takes time linear in its text. */
export interface Redactor {
  readonly about: string;
  readonly entities: readonly Entity[];
  /** The entity that a field of this name holds; null where the name doesn't say. */
  entityOf(field: FieldName): Entity | null;
  /** Reads a whole text as one value of the entity; null where it can't be one. */
  read(text: SearchedText, entity: Entity): Form | null;
  /** Values found by their look and by the words around them. */
  find(text: SearchedText): readonly Finding[];
  /**
   * Where values that are known from elsewhere stand, in any written or spoken form, whole or in part: made once for
   * the values of a call, asked for each of its texts.
   */
  findKnown(values: readonly KnownValue[], business: Business): (text: SearchedText) => readonly Finding[];
  isSurrogate(value: KnownValue, draw: Draw): boolean;
  /** `attempt` counts from 0: another surrogate each time, for when one is taken or breaks a schema. */
  surrogate(value: KnownValue, draw: Draw, attempt: number): string;
}

export interface KnownValue {
  readonly entity: Entity;
  readonly value: string;
  /** Found in speech alone; no field holds it. */
  readonly heard?: boolean | undefined;
}
