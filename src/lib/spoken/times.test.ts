import { expect, test } from "vitest";
import { readingsOf } from "./readings-of.ts";

test.each([
  ["half past seven", ["07:30", "19:30"]],
  ["half past seven in the evening", ["19:30"]],
  ["a quarter to eight pm", ["19:45"]],
  ["ten past six", ["06:10", "18:10"]],
  ["twenty to one", ["00:40", "12:40"]],
  ["six forty five", ["06:45", "18:45"]],
  ["two oh five", ["02:05", "14:05"]],
  ["seven o'clock", ["07:00", "19:00"]],
  ["7 p.m.", ["19:00"]],
  ["tomorrow morning at nine", ["09:00"]],
  ["nine at night", ["21:00"]],
  ["07:30", ["07:30"]],
  ["7:30", ["07:30", "19:30"]],
  ["19:30:00", ["19:30"]],
  ["24:00", ["00:00"]],
  ["noon", ["12:00"]],
  ["midnight", ["00:00"]],
  ["730 pm", ["19:30"]],
  ["seven", ["07:00", "19:00"]],
])("%s is %j", (text, times) => {
  expect(readingsOf(text, "time", [])).toEqual(times);
});

test.each(["", "hello", "25:00", "seven people", "555 0132", "12:75"])("%j is no time", (text) => {
  expect(readingsOf(text, "time", [])).toEqual([]);
});
