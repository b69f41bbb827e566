import { describe, expect, test } from "vitest";
import type { Message } from "../../../domain/message.ts";
import { heardForms } from "./heard-forms.ts";
import { spokenEmails } from "./spoken-emails.ts";

const friday: Message = { role: "system", content: "You answer the phone. Today is Friday, 2026-03-06." };

describe("forms of what was said", () => {
  test.each<[said: string, forms: readonly string[]]>([
    ["can I come tomorrow", ["2026-03-07"]],
    ["on march twentieth at half past seven pm", ["2026-03-20", "19:30", "7:30 PM", "07:30 PM", "19:30:00"]],
    [
      "five five five, eight six seven, five three oh nine",
      ["5558675309", "+15558675309", "(555) 867-5309", "555-867-5309"],
    ],
    ["the code is b k four two one", ["BK421", "BK-421", "bk421"]],
    ["jane dot smith at example dot com", ["jane.smith@example.com"]],
  ])("%s", (content, forms) => {
    expect(heardForms([friday, { role: "user", content }]).strings).toEqual(
      expect.arrayContaining([...forms]),
    );
  });

  test.each([
    ["say friday the 20th", ["2026-03-20"]],
    ["Tuesday, March 31st is when I have time", ["2026-03-31"]],
    ["a week from today", ["2026-03-13"]],
    ["saturday or the 20th", ["2026-03-20", "2026-03-07"]],
    ["saturday sunday whatever", ["2026-03-08", "2026-03-07"]],
  ])("%s: no other days than %j", (content, days) => {
    expect(heardForms([friday, { role: "user", content }]).strings).toEqual(days);
  });

  test("the day of the call may be written in words; without one, tomorrow is no date", () => {
    const tomorrow: Message = { role: "user", content: "tomorrow then" };
    const inWords: Message = { role: "system", content: "It is Friday, March 6, 2026." };
    expect(heardForms([inWords, tomorrow]).strings).toContain("2026-03-07");
    expect(heardForms([tomorrow]).strings).toEqual([]);
  });

  test("numbers are JSON, the newest first, and of a result its values are heard", () => {
    const messages: Message[] = [
      { role: "user", content: "two large ones" },
      { role: "assistant", content: "Ninety nine?" },
      { role: "tool", tool_call_id: "1", content: '{"total":{"amount":12.5},"ok":true}' },
      { role: "user", content: "make it three" },
    ];
    const { numbers } = heardForms(messages);
    expect(numbers[0]).toBe("3");
    expect(numbers).toEqual(expect.arrayContaining(["3", "12.5", "2"]));
    expect(numbers).not.toContain("99");
  });

  test("of two days that one may mean only the likelier is offered", () => {
    const { strings } = heardForms([friday, { role: "user", content: "on the twelfth" }]);
    expect(strings.filter((text) => /^\d{4}-/.test(text))).toEqual(["2026-03-12"]);
  });
});

describe("mail addresses as they are said", () => {
  test.each<[said: string, emails: readonly string[]]>([
    ["it's max underscore power at mail dot co dot uk.", ["max_power@mail.co.uk"]],
    ["anna at home", []],
    ["at example dot com", []],
    ["let's meet at seven", []],
    ["bob at web dot de or sue at web dot de", ["bob@web.de", "sue@web.de"]],
  ])("%s", (said, emails) => expect(spokenEmails(said)).toEqual(emails));
});
