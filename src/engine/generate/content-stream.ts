/** Text that leaves as soon as it is certain: whole characters, and nothing that may still become a stop string. */
export interface ContentStream {
  /** The content that has left. */
  readonly text: string;
  /** Takes the next bytes (UTF-8); true where a stop string ended the content. */
  push(bytes: readonly number[]): boolean;
  /** Lets go what was held back. */
  finish(): void;
}

export function createContentStream(stops: readonly string[], emit: (text: string) => void): ContentStream {
  const decoder = new TextDecoder("utf-8", { ignoreBOM: true });
  const sought = stops.filter((stop) => stop !== "");
  let sent = "";
  let held = "";
  const send = (length: number) => {
    if (length > 0) emit(held.slice(0, length));
    sent += held.slice(0, length);
    held = held.slice(length);
  };
  return {
    get text() {
      return sent;
    },
    push(bytes) {
      held += decoder.decode(Uint8Array.from(bytes), { stream: true });
      const stop = firstOf(held, sought);
      if (stop === -1) {
        send(held.length - heldBack(held, sought));
        return false;
      }
      send(stop);
      held = "";
      return true;
    },
    finish: () => send(held.length),
  };
}

function firstOf(text: string, stops: readonly string[]): number {
  const places = stops.map((stop) => text.indexOf(stop)).filter((place) => place !== -1);
  return places.length === 0 ? -1 : Math.min(...places);
}

/** Characters at the end that are the beginning of a stop string. */
function heldBack(text: string, stops: readonly string[]): number {
  const lengths = stops.map((stop) => {
    for (let length = Math.min(stop.length - 1, text.length); length > 0; length -= 1) {
      if (text.endsWith(stop.slice(0, length))) return length;
    }
    return 0;
  });
  return Math.max(0, ...lengths);
}
