import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { signatureOf, words } from "../../../test/support/signatures.ts";
import { BuildOptions } from "../../domain/build-options.ts";
import { unitInterval } from "../../lib/hash.ts";
import { columnWriter } from "./candidate-columns.ts";
import { contaminationOf } from "./contamination.ts";
import type { Candidate, Rejected } from "./decision.ts";
import { signatureBins } from "./min-hash.ts";
import { nearDuplicates } from "./near-duplicates.ts";
import { type Selection, startSelection } from "./select.ts";

describe("near duplicates", () => {
  const long = words.slice(0, 300);
  const nearly = [...long.slice(0, 299), "different"];

  test("the later of two nearly equal contexts with the same label goes, and says for whom", () => {
    const { kept, rejected } = nearDuplicates(
      [candidate("a", { text: long, call: 0 }), candidate("b", { text: nearly, call: 1 })],
      0.9,
    );
    expect(kept.map(({ id }) => id)).toEqual(["a"]);
    expect(rejected).toEqual([{ id: "b", reason: "duplicate_near", keptInstead: "a" }]);
  });

  test.each([
    ["another label", { text: nearly, call: 1, label: 9 }],
    ["the same call", { text: nearly, call: 0 }],
    ["other words", { text: words.slice(100), call: 1 }],
  ])("%s is no duplicate", (_, fields) => {
    const { kept } = nearDuplicates([candidate("a", { text: long, call: 0 }), candidate("b", fields)], 0.9);
    expect(kept).toHaveLength(2);
  });
});

describe("the selection", () => {
  test("an exact duplicate is rejected when it comes", () => {
    const selection = startSelection(options({}));
    expect(offered(selection, [candidate("a", { exact: 5 })])).toEqual([]);
    expect(offered(selection, [candidate("b", { exact: 5 })])).toEqual([
      { id: "b", reason: "duplicate_exact" },
    ]);
  });

  test("every candidate is chosen or rejected, once", () => {
    fc.assert(
      fc.property(
        fc.array(arbitraryCandidate(), { maxLength: 120 }),
        fc.integer({ min: 1, max: 8 }),
        (drawn, maxPerTool) => {
          const candidates = drawn.map((one, index) => ({ ...one, id: `d${index}`, call: index }));
          const { chosen, rejected } = run(candidates, options({ maxPerTool, maxPerTemplate: 3 }));
          const ids = [...chosen, ...rejected].map(({ id }) => id).sort();
          expect(ids).toEqual(candidates.map(({ id }) => id).sort());
        },
      ),
    );
  });

  test("a tool has no more examples than its cap, a template neither, and replies no more than their share", () => {
    const candidates = Array.from({ length: 400 }, (_, index) =>
      candidate(`d${index}`, {
        call: index,
        tool: index % 4 === 0 ? "book" : null,
        template: index % 8,
        exact: index,
      }),
    );
    const { chosen } = run(candidates, options({ maxPerTool: 40, maxPerTemplate: 1000, replyShare: 0.25 }));
    expect(chosen.filter(({ tool }) => tool === "book")).toHaveLength(40);
    expect(chosen.filter(({ tool }) => tool === null)).toHaveLength(13);
    const templates = run(candidates, options({ maxPerTemplate: 2, replyShare: 1 })).chosen;
    expect(templates).toHaveLength(16);
  });

  test("with a test split by time, a caller of the test split teaches nothing", () => {
    const candidates = [
      candidate("early", { caller: 7, split: "train", call: 0, exact: 1 }),
      candidate("other", { caller: 8, split: "train", call: 1, exact: 2 }),
      candidate("late", { caller: 7, split: "test", call: 2, exact: 3 }),
    ];
    const { chosen, rejected } = run(candidates, options({ testSince: "2026-01-01T00:00:00Z" }));
    expect(chosen.map(({ id }) => id)).toEqual(["other", "late"]);
    expect(rejected).toEqual([{ id: "early", reason: "caller_in_test" }]);
  });

  test("chosen examples come in the order of the calls", () => {
    const { chosen } = run(
      [
        candidate("b", { call: 2, exact: 1 }),
        candidate("a", { call: 1, exact: 2 }),
        candidate("c", { call: 2, turns: [9], exact: 3 }),
      ],
      options({}),
    );
    expect(chosen.map(({ id }) => id)).toEqual(["a", "b", "c"]);
  });
});

describe("contamination", () => {
  const text = words.slice(0, 300);

  test("a test example whose twin is in train breaks the limit", () => {
    const found = contaminationOf(
      [candidate("t", { split: "test", text, call: 0 }), candidate("l", { split: "train", text, call: 1 })],
      { similarity: 0.9, maxShare: 0.01 },
    );
    expect(found).toMatchObject({
      n: 1,
      shareAtLimit: 1,
      passed: false,
      nearest: [{ test: "t", train: "l", similarity: 1 }],
    });
  });

  test("a twin with another label is told apart, and breaks nothing", () => {
    const found = contaminationOf(
      [
        candidate("t", { split: "test", text, call: 0 }),
        candidate("l", { split: "train", text, call: 1, label: 9 }),
      ],
      { similarity: 0.9, maxShare: 0.01 },
    );
    expect(found).toMatchObject({ passed: true, sameContext: { "0.95": 1 }, sameLabel: { "0.7": 0 } });
  });

  test.each([10, 11, 12, 13, 14])(
    "what near duplicates of %i unequal bins leave is within the limit",
    (unequal) => {
      const fields = { tool: null, template: 1, label: 3, signature: "a".repeat(signatureBins) };
      const signature = "b".repeat(unequal).padEnd(signatureBins, "a");
      const { chosen } = run(
        [
          candidate("t", { ...fields, split: "test", call: 0, exact: 1 }),
          candidate("l", { ...fields, signature, split: "train", call: 1, exact: 2 }),
        ],
        options({ replyShare: 1 }),
      );
      expect(contaminationOf(chosen, { similarity: 0.9, maxShare: 0 }).passed).toBe(true);
    },
  );

  test("without test examples there is no share", () => {
    expect(contaminationOf([], { similarity: 0.9, maxShare: 0 })).toMatchObject({
      n: 0,
      shareAtLimit: null,
      passed: true,
    });
  });
});

function run(candidates: readonly Candidate[], chosenOptions: BuildOptions) {
  const selection = startSelection(chosenOptions);
  const pushedOut = offered(selection, candidates);
  const { chosen, rejected } = selection.finish();
  return { chosen, rejected: [...pushedOut, ...rejected] };
}

/** Each as a stretch of its own, as another line of the file might be. */
function offered(selection: Selection, candidates: readonly Candidate[]): Rejected[] {
  return candidates.flatMap((one) => {
    const { id, split, caller, signature } = one;
    const columns = columnWriter();
    columns.add({
      ...one,
      call: { id, line: 0, split, caller },
      lesson: { ...one, whole: true },
      sign: (into, at) => into.set(Buffer.from(signature, "latin1"), at),
    });
    const rejected: Rejected[] = [];
    selection.offer(columns.columns(), one.call, (out) => rejected.push(out));
    return rejected;
  });
}

function options(fields: Partial<BuildOptions>): BuildOptions {
  return BuildOptions.parse({ split: { validation: 0, test: 0 }, ...fields });
}

function candidate(
  id: string,
  { text = [id], ...fields }: Partial<Candidate> & { text?: readonly string[] },
): Candidate {
  return {
    id,
    call: 0,
    turns: [1],
    corrected: null,
    whole: false,
    split: "train",
    tool: "book",
    decisions: 1,
    caller: 1,
    exact: 1,
    template: unitInterval(id),
    label: 3,
    signature: signatureOf(text),
    priority: unitInterval(id),
    ...fields,
  };
}

function arbitraryCandidate(): fc.Arbitrary<Candidate> {
  return fc
    .record({
      split: fc.constantFrom("train" as const, "test" as const, "validation" as const),
      tool: fc.constantFrom("book", "order", null),
      template: fc.nat(5),
      exact: fc.nat(60),
      label: fc.nat(3),
      text: fc.array(fc.constantFrom("a", "b", "c"), { minLength: 1, maxLength: 6 }),
      priority: fc.double({ min: 0, max: 0.99, noNaN: true }),
    })
    .map(({ text, ...fields }) => candidate("x", { ...fields, text }));
}
