import { readFile } from "node:fs/promises";
import type { OpenSource, RawCall, Source } from "calltune";
import { z } from "zod";

const Options = z.strictObject({ file: z.string() });

/** A text file with a `# call` line before each call. The records of a source have one order, and keep it. */
export const textSource: Source<z.infer<typeof Options>> = {
  about: "calls in a text file",
  options: Options,
  async open({ file }): Promise<OpenSource> {
    const blocks = (await readFile(file, "utf8")).split(/^# /m).slice(1);
    return {
      count: async () => blocks.length,
      async *read({ after, limit }) {
        const calls = blocks.map((record, index): RawCall => {
          const key = String(index + 1).padStart(6, "0");
          return { place: `${file}: call ${index + 1}`, position: ["", key], record };
        });
        const fresh = calls.filter(({ position }) => after === null || (position?.[1] ?? "") > after[1]);
        yield limit === null ? fresh : fresh.slice(0, limit);
      },
      close: async () => {},
    };
  },
};
