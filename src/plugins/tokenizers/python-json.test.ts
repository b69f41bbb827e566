import { expect, test } from "vitest";
import { pythonJson } from "./python-json.ts";

// The right sides are what Python 3.11 prints for json.dumps(json.loads(left), ensure_ascii=False).
test.each([
  ['{"a":1,"b":[true,null]}', '{"a": 1, "b": [true, null]}'],
  ['{ "a" :\n 1 ,\t"b" : { } }', '{"a": 1, "b": {}}'],
  ["[]", "[]"],
  ['" a, b: {c} "', '" a, b: {c} "'],
  ['"\\u00e9 \\u4e2d \\/ \\n \\u001f \\" \\\\"', '"é 中 / \\n \\u001f \\" \\\\"'],
  ['{"10":1,"2":2}', '{"10": 1, "2": 2}'],
  ["5.0", "5.0"],
  ["12.50", "12.5"],
  ["-7", "-7"],
  ["-0", "0"],
  ["-0.0", "-0.0"],
  ["123456789012345678901", "123456789012345678901"],
  ["1e5", "100000.0"],
  ["1E-2", "0.01"],
  ["0.0001", "0.0001"],
  ["0.00001", "1e-05"],
  ["1.5e-7", "1.5e-07"],
  ["1234567890123456.0", "1234567890123456.0"],
  ["1e16", "1e+16"],
  ["1.5e300", "1.5e+300"],
  ["1e400", "Infinity"],
  ["-1e400", "-Infinity"],
])("%s is written %s", (text, written) => {
  expect(pythonJson(text)).toBe(written);
});

test.each(["", "{", '{"day": ', "{'day': 1}", "call me", '{"a":1}}'])(
  "%j, which is no JSON, is refused",
  (text) => {
    expect(pythonJson(text)).toBeNull();
  },
);
