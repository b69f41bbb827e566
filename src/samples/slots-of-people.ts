import { type Address, drawNumber } from "./caller.ts";
import * as words from "./personal-words.ts";
import type { PersonalKind } from "./sample-call.ts";
import type { Slot, SlotName, Words } from "./slot.ts";
import { vary } from "./speech/vary.ts";
import type { Stage } from "./stage.ts";

export function nameSlot(stage: Stage, key: string): Slot {
  const spelled = stage.happens("spelled_name");
  const said = () => {
    const name = words.writtenName(stage);
    if (!spelled) return name;
    return vary(stage.random, `${name}, [that's ||spelled |last name ]${words.spelledLastName(stage)}`);
  };
  return personalSlot({
    name: "name",
    ask: [
      "[And your name|What's your name|Can I have your name|And the name|What name should I put it under], please?",
    ],
    within: spelled ? null : (name) => `[under the name |under |the name is ]${name}`,
    answer: (name) => `[it's |my name is ||this is |yes, |sure, it's |the name's ]${name}`,
    right: { said, echo: () => words.writtenName(stage), args: { [key]: words.writtenName(stage) } },
  });
}

export function phoneSlot(stage: Stage): Slot {
  const number = stage.random.chance(0.7) ? stage.caller.number : stage.caller.otherNumber;
  return {
    ...personalSlot({
      name: "phone",
      ask: [
        "[What's a good phone number|And a phone number|What number can we reach you at|And your phone number], please?",
      ],
      within: null,
      answer: (said) => `[it's ||my number is |sure, |yes, that's |you can reach me at ]${said}`,
      right: phoneWords(stage, number),
    }),
    wrong: phoneWords(stage, misheard(number)),
    distinct: true,
  };
}

/** A number that nobody in the call has said. */
export function inventedPhone(stage: Stage): Words {
  return phoneWords(stage, drawNumber(stage.random));
}

function phoneWords(stage: Stage, number: string): Words {
  return {
    said: () => words.saidNumber(stage, number),
    echo: () => words.writtenNumber(stage, number),
    args: { phone: words.dialledNumber(stage, number) },
  };
}

/** Two digits of the line number otherwise. */
function misheard(number: string): string {
  const changed = (Number(number.slice(-2)) + 37) % 100;
  return number.slice(0, -2) + String(changed).padStart(2, "0");
}

export function emailSlot(stage: Stage): Slot {
  return personalSlot({
    name: "email",
    ask: ["[What email should I send it to|And your email address|Which email address can I use], please?"],
    within: null,
    answer: (said) => `[it's ||my email is |sure, that's |you can use ]${said}`,
    right: {
      said: () => words.saidEmail(stage),
      echo: () => words.writtenEmail(stage),
      args: { email: words.writtenEmail(stage) },
    },
  });
}

export function addressSlot(stage: Stage, address: Address): Slot {
  return personalSlot({
    name: "address",
    ask: ["[What's the address|And the address|What address is it|Where should we come to], please?"],
    within: (said) => `[to|at] ${said}`,
    answer: (said) => `[it's ||the address is |we're at |I live at ]${said}[||, please]`,
    right: {
      said: () => words.saidAddress(stage, address),
      echo: () => words.writtenAddress(stage, address),
      args: { address: words.writtenAddress(stage, address) },
    },
  });
}

export function birthDateSlot(stage: Stage): Slot {
  return personalSlot({
    name: "birth_date",
    ask: [
      "[And the date of birth|What's your date of birth|Can I have the patient's date of birth], please?",
    ],
    within: null,
    answer: (said) => `[it's ||I was born |date of birth is ]${said}`,
    right: {
      said: () => words.saidBirthDate(stage),
      echo: () => words.writtenBirthDate(stage),
      args: { date_of_birth: words.writtenBirthDate(stage) },
    },
  });
}

export function cardSlot(stage: Stage, card: string): Slot {
  return digitsSlot(stage, {
    name: "card",
    kind: "payment_card",
    value: card,
    key: "card_number",
    groupSize: 4,
    ask: ["[What's the card number|Can I have the card number|And the number on the card], please?"],
    answer: (said) => `[it's ||the card is |sure, the number is ]${said}`,
  });
}

export function nationalIdSlot(stage: Stage): Slot {
  return digitsSlot(stage, {
    name: "national_id",
    kind: "national_id",
    value: stage.caller.nationalId,
    key: "insurance_ssn",
    groupSize: 3,
    ask: ["For the insurer I need [your|the] social security number, please."],
    answer: (said) => `[it's ||my social is |sure, |that would be ]${said}`,
  });
}

export function bankAccountSlot(stage: Stage): Slot {
  const account = stage.caller.bankAccount;
  if ("iban" in account) return digitsOfIban(stage, account.iban);
  const routing = () => words.saidDigits(stage, "bank_account", account.routing, 3);
  const number = () => words.saidDigits(stage, "bank_account", account.account, 4);
  return personalSlot({
    name: "bank_account",
    ask: ["[What's the routing and account number|And your routing and account numbers], please?"],
    within: null,
    answer: (said) => `[sure, |okay, |]${said}`,
    right: {
      said: () =>
        vary(
          stage.random,
          `[the routing number is|routing] ${routing()}, [and the account number is|account number] ${number()}`,
        ),
      echo: () => stage.personal("bank_account", account.account),
      args: {
        routing_number: stage.personal("bank_account", account.routing),
        account_number: stage.personal("bank_account", account.account),
      },
    },
  });
}

function digitsOfIban(stage: Stage, iban: string): Slot {
  const spaced = `${iban.slice(0, 4)} ${iban.slice(4).replace(/(.{4})(?=.)/g, "$1 ")}`;
  return personalSlot({
    name: "bank_account",
    ask: ["[What's the IBAN|Which IBAN should the money go to|Can I have the IBAN], please?"],
    within: null,
    answer: (said) => `[it's ||the IBAN is |okay, ]${said}`,
    right: {
      said: () => stage.personal("bank_account", iban, stage.random.pick([iban, spaced])),
      echo: () => stage.personal("bank_account", iban),
      args: { iban: stage.personal("bank_account", iban) },
    },
  });
}

interface DigitsSlot {
  readonly name: SlotName;
  readonly kind: PersonalKind;
  readonly value: string;
  readonly key: string;
  readonly groupSize: number;
  readonly ask: readonly string[];
  readonly answer: (said: string) => string;
}

function digitsSlot(stage: Stage, { name, kind, value, key, groupSize, ask, answer }: DigitsSlot): Slot {
  return personalSlot({
    name,
    ask,
    within: null,
    answer,
    right: {
      said: () => words.saidDigits(stage, kind, value, groupSize),
      echo: () => stage.personal(kind, value),
      args: { [key]: stage.personal(kind, value) },
    },
  });
}

/** Nothing near a personal value is ever meant. */
function personalSlot(slot: Pick<Slot, "name" | "ask" | "within" | "answer" | "right">): Slot {
  return { ...slot, wrong: null, distinct: false, loose: null };
}
