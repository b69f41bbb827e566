import { bankAccount } from "./bank-account.ts";
import { dateOfBirth } from "./date-of-birth.ts";
import { email } from "./email.ts";
import { iban } from "./iban.ts";
import { identifier } from "./identifier.ts";
import { location } from "./location.ts";
import { nationalId } from "./national-id.ts";
import { paymentCard } from "./payment-card.ts";
import { person } from "./person.ts";
import { phone } from "./phone.ts";
import { postalCode } from "./postal-code.ts";
import type { Redactor } from "./redactor.ts";
import { webAddress } from "./web-address.ts";

/** In the order in which they claim a field or, with equal scores, a place. */
export const redactors = {
  webAddress,
  email,
  paymentCard,
  iban,
  bankAccount,
  nationalId,
  dateOfBirth,
  phone,
  postalCode,
  identifier,
  location,
  person,
} satisfies Record<string, Redactor>;
