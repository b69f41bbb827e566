import { isJsonObject, type Json } from "../lib/json.ts";
import type { BusinessKind, Manner, PersonalKind } from "./sample-call.ts";

/** What is known of some characters while a call is being made. */
type Note =
  | { readonly about: "personal"; readonly kind: PersonalKind; readonly value: string; readonly how: Manner }
  | { readonly about: "business"; readonly kind: BusinessKind; readonly value: string; readonly how: Manner };

export interface Found {
  readonly note: Note;
  readonly form: string;
  /** JSON pointer; empty for plain text. */
  readonly path: string;
}

/**
 * Notes travel inside the strings they are about, so that phrases stay plain template strings and the truth can't
 * drift from the text: an opening character, one that numbers the note, the words, a closing character. All are of
 * Unicode's private-use area, which JSON and upper or lower case leave alone.
 */
export interface Marks {
  mark(note: Note, words: string): string;
  /** The text without marks; what they said goes to `onFound`. */
  read(text: string, onFound: (found: Found) => void): string;
  /** The same for every string in a JSON value. */
  readJson(value: Json, onFound: (found: Found) => void): Json;
}

const open = "\uE000";
const close = "\uE001";
const firstNote = 0xe100;

/** Matches one marked stretch, so that speech can leave it alone. */
export const marked = /\uE000[^\uE001]*\uE001/g;

export function createMarks(): Marks {
  const notes: Note[] = [];
  const read = (text: string, path: string, onFound: (found: Found) => void) => {
    if (!text.includes(open)) return text;
    return text.replace(marked, (stretch) => {
      const form = stretch.slice(2, -1);
      const note = notes[stretch.charCodeAt(1) - firstNote];
      if (note) onFound({ note, form, path });
      return form;
    });
  };
  const readJson = (value: Json, path: string, onFound: (found: Found) => void): Json => {
    if (typeof value === "string") return read(value, path, onFound);
    if (Array.isArray(value)) return value.map((item, index) => readJson(item, `${path}/${index}`, onFound));
    if (!isJsonObject(value)) return value;
    const copy: Record<string, Json> = {};
    for (const key of Object.keys(value)) copy[key] = readJson(value[key] ?? null, `${path}/${key}`, onFound);
    return copy;
  };
  return {
    mark(note, words) {
      notes.push(note);
      return `${open}${String.fromCharCode(firstNote + notes.length - 1)}${words}${close}`;
    },
    read: (text, onFound) => read(text, "", onFound),
    readJson: (value, onFound) => readJson(value, "", onFound),
  };
}

/** The words without marks, where only the words matter. */
export function plain(text: string): string {
  return text.replace(marked, (stretch) => stretch.slice(2, -1));
}
