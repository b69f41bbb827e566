import type { Json, JsonObject } from "../../../../src/lib/json.ts";
import type { Draw } from "../draw.ts";

/** How a caller sounds in the transcript. */
export interface Voice {
  /** The recogniser writes small letters without punctuation. */
  readonly lowerCase: boolean;
  /** Numbers come as digits rather than words. */
  readonly digits: boolean;
  readonly hesitant: boolean;
}

/** What the values of a call depend on. */
export interface Scene {
  readonly draw: Draw;
  readonly voice: Voice;
  /** Days since 1970-01-01. */
  readonly today: number;
}

/** A value as the tool wants it, and in the caller's words. */
export interface Said {
  readonly value: Json;
  readonly words: string;
  /** How the caller spells it where the agent asks. */
  readonly spelling?: string;
}

/** One tool's way of wanting a kind of value: its schema, and values that follow it. */
export interface ValueMaker {
  readonly schema: JsonObject;
  make(scene: Scene): Said;
  /** A value in the words of an answer, where those differ: "yes" is none without its question. */
  answer?(scene: Scene): Said;
}

/** Draws how a tool wants this kind of value. */
export type ValueKind = (draw: Draw) => ValueMaker;

/** Words that go into the argument exactly as they were heard. */
export function asHeard(scene: Scene, words: string): Said {
  const heard = scene.voice.lowerCase ? words.toLowerCase() : words;
  return { value: heard, words: heard };
}

export const text: JsonObject = { type: "string" };
