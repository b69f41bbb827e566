/** What a sentence talks about, as far as it decides what a number or a name in it is. */
export type Topic =
  | "phone"
  | "number"
  | "card"
  | "cvv"
  | "account"
  | "routing"
  | "iban"
  | "ssn"
  | "birth"
  | "postcode"
  | "pin"
  | "secret"
  | "email"
  | "address"
  | "name"
  | "id"
  | "national"
  /** Days and hours of appointments. */
  | "when"
  /** Numbers of the business: orders, rooms, flights. */
  | "business";

/** Words that name a topic by themselves. */
export const single: ReadonlyMap<string, Topic> = new Map(
  Object.entries({
    phone: "phone",
    telephone: "phone",
    mobile: "phone",
    cell: "phone",
    cellphone: "phone",
    callback: "phone",
    whatsapp: "phone",
    reach: "phone",
    contact: "phone",
    number: "number",
    numbers: "number",
    digits: "number",
    email: "email",
    mail: "email",
    card: "card",
    visa: "card",
    mastercard: "card",
    amex: "card",
    account: "account",
    checking: "account",
    savings: "account",
    routing: "routing",
    iban: "iban",
    ssn: "ssn",
    social: "ssn",
    birth: "birth",
    birthday: "birth",
    birthdate: "birth",
    born: "birth",
    dob: "birth",
    zip: "postcode",
    zipcode: "postcode",
    postcode: "postcode",
    postal: "postcode",
    pin: "pin",
    passcode: "pin",
    password: "secret",
    maiden: "secret",
    pet: "secret",
    cvv: "cvv",
    cvc: "cvv",
    address: "address",
    street: "address",
    live: "address",
    lives: "address",
    staying: "address",
    located: "address",
    deliver: "address",
    name: "name",
    spell: "name",
    order: "business",
    confirmation: "business",
    reference: "business",
    tracking: "business",
    invoice: "business",
    ticket: "business",
    reservation: "business",
    booking: "business",
    extension: "business",
    flight: "business",
    room: "business",
    day: "when",
    days: "when",
    time: "when",
    when: "when",
    license: "id",
    licence: "id",
    passport: "id",
    member: "id",
    policy: "id",
    plate: "id",
    insurance: "id",
    medicare: "national",
    nhs: "national",
    national: "national",
    tax: "national",
  }),
);

/** Two words that mean something else together than the second alone: by the second, then by the first. */
export const pairs: ReadonlyMap<string, ReadonlyMap<string, Topic>> = bySecondWord(
  Object.entries({
    "social security": "ssn",
    "security code": "cvv",
    "security question": "secret",
    "security answer": "secret",
    "sort code": "routing",
    "area code": "phone",
    "pet name": "secret",
    "maiden name": "secret",
    "email address": "email",
    "mail address": "email",
    "e mail": "email",
    "access code": "pin",
    "phone number": "phone",
    "account number": "account",
    "card number": "card",
    "routing number": "routing",
    "order number": "business",
    "tracking number": "business",
    "confirmation number": "business",
    "reference number": "business",
    "social number": "ssn",
    "pin number": "pin",
    "member number": "id",
    "policy number": "id",
    "insurance number": "id",
    "license number": "id",
    "passport number": "id",
    "national insurance": "national",
    "speaking with": "name",
    "speaking to": "name",
    "who s": "name",
    "s calling": "name",
    "is calling": "name",
    "restaurant name": "business",
    "business name": "business",
  }),
);

function bySecondWord(entries: readonly (readonly [string, Topic])[]): Map<string, Map<string, Topic>> {
  const bySecond = new Map<string, Map<string, Topic>>();
  for (const [pair, topic] of entries) {
    const [first = "", second = ""] = pair.split(" ");
    const byFirst = bySecond.get(second) ?? new Map<string, Topic>();
    bySecond.set(second, byFirst.set(first, topic));
  }
  return bySecond;
}
