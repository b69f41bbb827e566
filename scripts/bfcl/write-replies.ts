import { writeFileSync } from "node:fs";
import { parsePython, writePython } from "../../src/plugins/scorers/bfcl/python-value.ts";
import { readBfclCase } from "../../src/plugins/scorers/bfcl/read-bfcl-case.ts";
import { readBfclLines } from "../../test/support/bfcl-data.ts";
import { mutatedReplies } from "../../test/support/mutate-bfcl.ts";

/** Mutated replies to BFCL's cases, one a line, for judge-replies.py: `npx tsx scripts/bfcl/write-replies.ts FILE`. */
const [, , file = "replies.jsonl"] = process.argv;

const lines = (readBfclLines() ?? []).flatMap((published) => {
  const { id, bfcl } = readBfclCase(published);
  if (bfcl === undefined) return [];
  return mutatedReplies(id, bfcl.possibleAnswer).map((toolCalls) =>
    writePython(
      new Map([
        ["category", bfcl.category],
        ["functions", parsePython(bfcl.functions) ?? null],
        ["answer", parsePython(bfcl.possibleAnswer ?? "null") ?? null],
        ["calls", toolCalls.map(({ name, arguments: text }) => [name, text])],
      ]),
    ),
  );
});
writeFileSync(file, `${lines.join("\n")}\n`);
process.stdout.write(`${lines.length} replies\n`);
