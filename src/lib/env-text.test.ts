import { parse } from "dotenv";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { readEnvText, setInEnvText } from "./env-text.ts";

const long = "accounts/a/models/m#accounts/a/deployments/d";

describe("setting a variable", () => {
  test.each([
    ["in its place", "A=1\nM=old\nB=2\n", "A=1\nM=new\nB=2\n"],
    ["at the end where it isn't there", "A=1\n", "A=1\nM=new\n"],
    ["behind a last line without an end", "A=1", "A=1\nM=new\n"],
    ["in an empty file", "", "M=new\n"],
    ["beside its remark", "M=old   # the model\n", "M=new   # the model\n"],
    ["before a remark, where it was empty", "M= # none yet\n", "M=new # none yet\n"],
    ["before a remark that touches it", "M=#none\n", "M=new #none\n"],
    ["where it was empty", "M=\nA=1\n", "M=new\nA=1\n"],
    ["behind export", "export M = old\n", "export M = new\n"],
    ["in double quotes", 'M="old" # x\n', 'M="new" # x\n'],
    ["in single quotes", "M='old'\n", "M='new'\n"],
    ["in backticks", "M=`old`\n", "M=`new`\n"],
    ["over several lines", 'M="old\nolder"\nA=1\n', 'M="new"\nA=1\n'],
    ["with Windows' line ends", "A=1\r\nM=old\r\n", "A=1\r\nM=new\r\n"],
    ["at the end with Windows' line ends", "A=1\r\nB=2\r\n", "A=1\r\nB=2\r\nM=new\r\n"],
    ["indented", "  M=old\n", "  M=new\n"],
    ["where it counts, of two", "M=first\nM=old\n", "M=first\nM=new\n"],
    ["and not in a remark", "# M=old\n#M=older\n", "# M=old\n#M=older\nM=new\n"],
    ["and not in another's name", "MM=1\nX_M=2\nM.M=3\n", "MM=1\nX_M=2\nM.M=3\nM=new\n"],
    [
      "and not in a value of several lines",
      'KEY="-----BEGIN\nM=not me\n-----END"\nM=old\n',
      'KEY="-----BEGIN\nM=not me\n-----END"\nM=new\n',
    ],
    ["behind a quote that is never closed", "A=it's\nM=old\n", "A=it's\nM=new\n"],
    ["behind a line that is none", "what is this\n=\nM=old\n", "what is this\n=\nM=new\n"],
    ["behind a byte order mark", "\u00ef\u00bb\u00bfM=old\n", "\u00ef\u00bb\u00bfM=new\n"],
    [
      "behind Latin-1 and a trailing no-break space",
      "A=\u00e4\u00a0\nM=voil\u00c3\u00a0\n",
      "A=\u00e4\u00a0\nM=new\n",
    ],
  ])("%s", (_, before, after) => {
    expect(setInEnvText(before, { M: "new" })).toBe(after);
  });

  test("a value with # is quoted, so that it isn't cut there", () => {
    const text = setInEnvText("", { M: long }) ?? "";
    expect(text).toBe(`M="${long}"\n`);
    expect(parse(text)).toEqual({ M: long });
  });

  test.each([
    ["a quote is opened and closed around it", 'A="open\nM=old\nB=x" y"\n'],
    ["readers differ on the line before", "G=\n'zz'\nM=old\n"],
    ["a name with a colon has no value", "A:"],
  ])("is refused, or right for every reader, where %s", (_, before) => {
    const after = setInEnvText(before, { M: "new" });
    if (after !== null) expect([readEnvText(after).get("M"), parse(after)["M"]]).toEqual(["new", "new"]);
  });
});

describe("taking a variable out", () => {
  test.each([
    ["with its line", "A=1\nM=old\nB=2\n", "A=1\nB=2\n"],
    ["with all its lines", 'M="1\n2"\r\nA=1\r\nM=3 # x\r\n', "A=1\r\n"],
    ["that isn't there", "A=1\n", "A=1\n"],
    ["at the end", "A=1\nM=x", "A=1\n"],
  ])("%s", (_, before, after) => {
    expect(setInEnvText(before, { M: null })).toBe(after);
  });
});

test("whatever stands in a file, an edit changes nothing else, for Node's reader and for dotenv", () => {
  const part = fc.constantFrom(
    ..."A B M export = : # ' \" ` \\ $ x new {} \u00e4 \u00a0 \u00ff".split(" "),
    ..." |\t|\n|\r\n|\r|M=|A=|# M=|\nM=old\n|\nA='|\nB=\"|'\n|\"\n|\nexport A=".split("|"),
  );
  const texts = fc.array(part, { maxLength: 30 }).map((parts) => parts.join(""));
  let edited = 0;
  fc.assert(
    fc.property(texts, fc.constantFrom("new", long), (before, value) => {
      const after = setInEnvText(before, { M: value });
      if (after === null) return;
      edited += 1;
      expect({ ...parse(after) }).toEqual({ ...parse(before), M: value });
      expect(readEnvText(after).get("M")).toBe(value);
      expect(setInEnvText(after, { M: value })).toBe(after);
    }),
    { numRuns: 3000, seed: 7 },
  );
  expect(edited).toBeGreaterThan(1000);
});
