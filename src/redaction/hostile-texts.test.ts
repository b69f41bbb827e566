import { expect, test } from "vitest";
import { hostileTexts } from "../../test/support/hostile-texts.ts";
import { oneTurnCall } from "../../test/support/one-turn-call.ts";
import { redactors } from "../plugins/redactors/index.ts";
import { nameCues } from "../plugins/redactors/reading/name-cues.ts";
import { searchText } from "../plugins/redactors/reading/search-text.ts";
import { spellings } from "../plugins/redactors/reading/spelling.ts";
import type { KnownValue, Redactor, SearchedText } from "../plugins/redactors/redactor.ts";
import { createRedactor } from "./create-redactor.ts";

const known: readonly KnownValue[] = [
  { entity: "PHONE_NUMBER", value: "4155558888" },
  { entity: "PERSON", value: "john smith" },
  { entity: "LOCATION", value: "12 oak" },
  { entity: "SECRET", value: "5380" },
  { entity: "CREDIT_CARD", value: "5555555555554444" },
  { entity: "DATE_OF_BIRTH", value: "1985-05-05" },
];

// Twice the text may take twice the looks at its words, and no more: seconds would depend on the machine.
test.each(Object.entries(hostileTexts))("%s take work in proportion to their length", (_, piece) => {
  const short = looksAt(repeated(piece, 15_000));
  const long = looksAt(repeated(piece, 30_000));
  expect(long).toBeLessThanOrEqual(2.1 * short + 100);
  expect(long / 30_000).toBeLessThan(400);
});

test.each(Object.entries(hostileTexts))("%s come out as a text", (_, piece) => {
  const fields = { phone: "4155558888", customer_name: "John Smith", pin: "5380" };
  const call = oneTurnCall({ says: repeated(piece, 15_000), asked: "Your phone number?", fields });
  const redacted = createRedactor({ salt: "a salt for tests only" }).redactCall(call).call;
  expect(redacted.turns[1]?.text.length).toBeGreaterThan(0);
});

/** Values of which no two are the same, as a turn says them; and what is known of such a call. */
const distinct: Readonly<
  Record<string, readonly [KnownValue["entity"], (index: number) => [string, string]]>
> = {
  PINs: ["SECRET", (index) => [`pin ${1000 + index} `, `${1000 + index}`]],
  phones: ["PHONE_NUMBER", (index) => [`${4_152_000_000 + index * 7}, `, `${4_152_000_000 + index * 7}`]],
  accounts: ["US_BANK_NUMBER", (index) => [`account ${70_000_000 + index} `, `${70_000_000 + index}`]],
  cards: ["CREDIT_CARD", (index) => [`card ${4e15 + index}, `, `${4e15 + index}`]],
  "postal codes": ["POSTAL_CODE", (index) => [`zip ${10_000 + index} `, `${10_000 + index}`]],
  "dates of birth": ["DATE_OF_BIRTH", (index) => [`born ${dayOf(index)}, `, dayOf(index)]],
  "houses of one street": ["LOCATION", (index) => [`${index + 1} oak street, `, `${index + 1} oak`]],
};

// Twice the values in twice the text take about twice the looks and a little more, not four times.
test.each(Object.entries(distinct))(
  "distinct %s take work in proportion to their number",
  (_, [entity, at]) => {
    const looksFor = (count: number) => {
      const all = Array.from({ length: count }, (_, index) => at(index));
      const values = all.map(([, value]) => ({ entity, value }));
      return looksAt(all.map(([said]) => said).join(""), values);
    };
    expect(looksFor(1600)).toBeLessThanOrEqual(3 * looksFor(800));
  },
);

function dayOf(index: number): string {
  return new Date(Date.UTC(1950, 0, 1 + index)).toISOString().slice(0, 10);
}

/** How often the redactors look at a word, a place, a number or a topic of the text. */
function looksAt(text: string, values = known): number {
  const counter = { looks: 0 };
  const searched = counted(searchText(text, "caller", "phone"), counter);
  for (const redactor of Object.values<Redactor>(redactors)) {
    redactor.find(searched);
    const own = values.filter(({ entity }) => redactor.entities.includes(entity));
    redactor.findKnown(own, () => "")(searched);
  }
  return counter.looks;
}

function counted(text: SearchedText, counter: { looks: number }): SearchedText {
  const watch = <Item>(list: readonly Item[]): readonly Item[] =>
    new Proxy(list, {
      get(target, key, receiver) {
        counter.looks += 1;
        return Reflect.get(target, key, receiver);
      },
    });
  const watched = {
    ...text,
    words: watch(text.words),
    starts: watch(text.starts),
    ends: watch(text.ends),
    kinds: watch(text.kinds),
    runs: watch(text.runs),
    topics: watch(text.topics),
  };
  return {
    ...watched,
    cues: nameCues(watched, text.speaker, text.asked),
    spellings: spellings(watched),
  };
}

function repeated(piece: string, size: number): string {
  return piece.repeat(Math.ceil(size / piece.length));
}
