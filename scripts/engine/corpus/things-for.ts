import type { ActionName } from "./actions/index.ts";
import type { Draw } from "./draw.ts";
import { bookables } from "./words/bookables.ts";
import { goods } from "./words/goods.ts";
import {
  causes,
  collections,
  dangers,
  fixables,
  handouts,
  mailings,
  meters,
  programs,
  purses,
  records,
} from "./words/records.ts";

const anything = [...records, ...bookables];
const offers = [...bookables, ...goods, ...programs];
const owned = [...records, ...fixables, ...goods];

/** What an action may be done with. */
const things: Readonly<Record<ActionName, readonly string[]>> = {
  book: bookables,
  waitlist: bookables,
  invite: [
    ...bookables,
    "account",
    "family plan",
    "group",
    "project",
    "team",
    "chat",
    "folder",
    "club",
    "calendar",
  ],
  enroll: [...records, ...programs, ...bookables],
  cancel: [...anything, ...collections],
  dropItem: collections,
  deactivate: [...records, ...handouts, ...fixables, ...purses],
  unsubscribe: mailings,
  refund: [...goods, ...bookables],
  move: bookables,
  update: [...anything, ...collections],
  upgrade: [...records, ...bookables],
  downgrade: records,
  renew: anything,
  replace: [...handouts, ...goods],
  confirm: anything,
  verify: [...records, ...purses, "identity", "age", "ownership"],
  activate: [...records, ...handouts, ...fixables],
  status: [...anything, ...collections, ...goods],
  search: offers,
  available: bookables,
  price: offers,
  eligible: programs,
  compare: [...offers, "plan", "tariff", "contract", "policy", "package"],
  order: goods,
  send: records,
  pay: [...records, ...bookables, ...purses],
  wire: purses,
  donate: causes,
  report: [...anything, ...fixables],
  claim: [...owned, "roof", "kitchen", "basement", "garden shed", "holiday", "trip"],
  rate: [...bookables, ...goods],
  measure: meters,
  dispatch: fixables,
  emergency: dangers,
  remind: anything,
};

const sets = new Map(Object.entries(things).map(([action, words]) => [action, new Set(words)]));

/** Whether it can be done with the thing; with made-up things anything can. */
export function suits(action: ActionName, thing: string): boolean {
  return !known.has(thing) || (sets.get(action)?.has(thing) ?? false);
}

const known: ReadonlySet<string> = new Set(Object.values(things).flat());

export function drawThing(draw: Draw, action: ActionName): string {
  if (draw.chance(0.35)) return draw.word(1, 3);
  if (draw.chance(0.08)) return `${draw.word(1, 2)} ${draw.pick(things[action])}`;
  return draw.pick(things[action]);
}

/** General words that a tool may use for a thing which callers call by its name. */
export const generalNouns: Readonly<Record<ActionName, readonly string[]>> = {
  book: words(
    "booking, reservation, appointment, slot, visit, entry, calendar entry, session, event, new booking",
  ),
  waitlist: words("entry, request, place, caller, customer, position, standby, list, line"),
  invite: words("event, guest, attendee, booking, participant, group, person, member, occasion"),
  enroll: words(
    "member, customer, client, participant, application, user, signup, registration, contract, person",
  ),
  cancel: words("booking, reservation, appointment, entry, event, contract, order, existing, item, service"),
  dropItem: words("order, item, basket, line, product, position, entry, cart, purchase"),
  deactivate: words("service, access, item, account, device, entry, product, asset, subscription"),
  unsubscribe: words("list, mailing, contact, subscriber, channel, recipient, messages, person, topic"),
  refund: words("purchase, item, order, transaction, product, money, charge, payment, goods"),
  move: words("booking, reservation, appointment, visit, event, slot, date, session, entry"),
  update: words("record, entry, details, data, item, info, settings, order, booking"),
  upgrade: words("plan, tier, level, product, service, contract, package, class, option"),
  downgrade: words("plan, tier, level, product, service, contract, package, class, option"),
  renew: words("term, contract, loan, item, service, period, agreement, plan, booking"),
  replace: words("item, product, lost item, part, copy, unit, article, piece, device"),
  confirm: words("booking, appointment, offer, attendance, request, order, proposal, entry, step"),
  verify: words("caller, customer, identity, person, user, owner, client, holder, access"),
  activate: words("service, product, access, device, feature, item, account, unit, option"),
  status: words("status, details, state, info, progress, record, order, item, case"),
  search: words("catalog, items, offers, options, stock, products, inventory, list, range, services"),
  available: words("availability, openings, free slots, capacity, calendar, slots, times, schedule, vacancy"),
  price: words("price, quote, estimate, rate, cost, fee, total, tariff, charge"),
  eligible: words(
    "eligibility, benefit, program, offer, customer, application, support, entitlement, person",
  ),
  compare: words("options, offers, products, plans, models, items, variants, packages, services"),
  order: words("order, items, purchase, basket, cart, product, goods, article, sale, supplies"),
  send: words("document, copy, message, papers, file, mail, information, details, attachment"),
  pay: words("payment, bill, invoice, balance, charge, amount due, debt, total, transaction"),
  wire: words("money, funds, transfer, payment, amount, transaction, account, balance, payout"),
  donate: words("donation, cause, gift, charity, fund, project, campaign, contribution, drive"),
  report: words("issue, incident, complaint, ticket, problem, case, fault, trouble, defect"),
  claim: words("claim, damage, loss, case, accident, incident, insurance case, event, compensation"),
  rate: words("feedback, rating, review, experience, service, opinion, survey, comment, visit"),
  measure: words("reading, value, measurement, figure, meter, data, count, level, entry"),
  dispatch: words("technician, repair, service call, visit, job, work order, crew, engineer, field service"),
  emergency: words("emergency, alarm, incident, danger, alert, urgent case, hazard, crisis, event"),
  remind: words("reminder, note, alert, notification, memo, follow up, message, task, nudge"),
};

function words(text: string): string[] {
  return text.split(", ");
}
