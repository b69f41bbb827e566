import type { FileContent } from "./tuning.ts";

export interface Sending {
  readonly method: "PUT" | "POST";
  readonly headers: Readonly<Record<string, string>>;
  readonly signal: AbortSignal;
}

/** A place that takes nothing for so long is given up; a slow one isn't. */
const idleMs = 120_000;

/** Sends a content of any length, as it is read. The answer's body is the caller's to read or to cancel. */
export async function sendContent(
  place: URL,
  content: FileContent,
  { method, headers, signal }: Sending,
): Promise<Response> {
  const idle = new AbortController();
  let timer = setTimeout(() => idle.abort(), idleMs);
  async function* watched() {
    for await (const chunk of content.chunks()) {
      clearTimeout(timer);
      timer = setTimeout(() => idle.abort(), idleMs);
      yield chunk;
    }
  }
  try {
    return await fetch(place, {
      method,
      headers: { ...headers, "content-length": String(content.bytes) },
      body: watched(),
      duplex: "half",
      redirect: "manual",
      signal: AbortSignal.any([idle.signal, signal]),
    });
  } finally {
    clearTimeout(timer);
  }
}
