import type { ContentStream } from "./content-stream.ts";
import { type Desk, mark } from "./desk.ts";
import { OutOfRoom } from "./pen.ts";
import type { Place } from "./place.ts";
import { textPlace } from "./text-place.ts";

/** Writes `<say> w…`, up to the mark that the model decides on or to a stop string. */
export async function writeSaid(
  desk: Desk,
  stream: ContentStream,
  followers: readonly number[],
): Promise<"mark" | "stop-string"> {
  try {
    desk.pen.write(mark(desk, "<say>"));
    const stopped = await writeWords(desk, stream, followers);
    if (!stopped) stream.finish();
    return stopped ? "stop-string" : "mark";
  } catch (error) {
    if (error instanceof OutOfRoom) stream.finish();
    throw error;
  }
}

/** True where a stop string ended the words. */
async function writeWords(
  { pen, vocabulary }: Desk,
  stream: ContentStream,
  followers: readonly number[],
): Promise<boolean> {
  let place = anyWords(vocabulary);
  let first = true;
  while (place !== null) {
    const token = await pen.decide([place.tokens, place.ends ? followers : []]);
    const next = place.after(token);
    if (next !== null) {
      pen.write(token);
      const bytes = vocabulary.bytesOf(token);
      if (stream.push(first ? bytes.slice(1) : bytes)) return true;
      first = false;
    }
    place = next;
  }
  return false;
}

function anyWords(vocabulary: Desk["vocabulary"]): Place<string> | null {
  return textPlace({
    vocabulary,
    machine: vocabulary.words,
    minLength: 1,
    maxLength: Number.POSITIVE_INFINITY,
    read: (text) => text,
  });
}
