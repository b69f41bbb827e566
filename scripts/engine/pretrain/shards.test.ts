import { expect, test } from "vitest";
import { encodeShard } from "./shards.ts";

test("a shard holds its batches one behind the other: sizes, padded tokens, places and labels", () => {
  const short = { tokens: [7, 8], learn: [0, 1] };
  const long = { tokens: [4, 5, 6, 3], learn: [0, 0, 1, 1] };
  const bytes = encodeShard([[short, long], [short]]);
  const numbers = new Int32Array(bytes.buffer, bytes.byteOffset, bytes.byteLength / 4);
  const first = [2, 3, 3, ...[7, 0, 0, 4, 5, 6], ...[0, 4, 5], ...[8, 6, 3]];
  expect(Array.from(numbers)).toEqual([...first, 1, 1, 1, 7, 0, 8]);
});
