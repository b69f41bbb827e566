import type { Tool } from "../domain/tool.ts";
import type { JsonObject } from "../lib/json.ts";
import { menu, sizes, trades, treatments } from "./vocabulary/offers.ts";

const date = { type: "string", format: "date", description: "Day as YYYY-MM-DD." };
const time = {
  type: "string",
  pattern: "^([01]\\d|2[0-3]):[0-5]\\d$",
  description: "Time of day as HH:MM, 24 hours.",
};
const person = {
  type: "string",
  minLength: 1,
  description: "Full name of the person, as spelled by the caller.",
};
const phone = {
  type: "string",
  pattern: "^\\+[1-9]\\d{7,14}$",
  description: "Phone number with country code, e.g. +1 and ten digits.",
};
const email = { type: "string", format: "email" };
const address = {
  type: "string",
  minLength: 5,
  description: "House number and street, apartment if there is one.",
};
const birthDate = { type: "string", format: "date", description: "Date of birth as YYYY-MM-DD." };
const bookingId = {
  type: "string",
  pattern: "^BK-\\d{5}$",
  description: "Booking id as returned by a tool.",
};
const menuItem = { type: "string", enum: Object.values(menu).flat() };
const treatment = { type: "string", enum: Object.keys(treatments) };
const trade = { type: "string", enum: Object.keys(trades) };

const orderLines = {
  type: "array",
  minItems: 1,
  items: parameters(
    {
      name: menuItem,
      quantity: { type: "integer", minimum: 1, maximum: 60 },
      size: { type: "string", enum: [...sizes], description: "Pizzas only." },
    },
    ["name", "quantity"],
  ),
};

function everyTenantsTools(departments: readonly string[]): Tool[] {
  return [
    tool("get_opening_hours", "Opening hours, for one weekday or the whole week.", {
      weekday: {
        type: "string",
        enum: ["Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"],
      },
    }),
    tool(
      "transfer_to_human",
      "Puts the caller through to a colleague.",
      {
        department: { type: "string", enum: [...departments] },
        reason: { type: "string", description: "In the caller's words, one sentence." },
      },
      ["department"],
    ),
    tool(
      "end_call",
      "Hangs up once the caller has said goodbye.",
      { reason: { type: "string", enum: ["caller_done", "wrong_number"] } },
      ["reason"],
    ),
  ];
}

export const pizzaTools: Tool[] = [
  tool(
    "get_menu",
    "Items and prices of one category.",
    { category: { type: "string", enum: Object.keys(menu) } },
    ["category"],
  ),
  tool(
    "check_availability",
    "Whether a table is free.",
    { date, time, party_size: { type: "integer", minimum: 1, maximum: 60 } },
    ["date", "time", "party_size"],
  ),
  tool(
    "create_booking",
    "Reserves a table.",
    { date, time, party_size: { type: "integer", minimum: 1, maximum: 60 }, customer_name: person, phone },
    ["date", "time", "party_size", "customer_name", "phone"],
  ),
  tool(
    "create_order",
    "Places an order for delivery or pickup.",
    {
      items: orderLines,
      fulfilment: { type: "string", enum: ["delivery", "pickup"] },
      address,
      customer_name: person,
      phone,
      card_number: {
        type: "string",
        pattern: "^\\d{13,19}$",
        description: "Only when the caller pays by card now.",
      },
      notes: { type: "string", description: "Wishes in the caller's words." },
    },
    ["items", "fulfilment", "customer_name", "phone"],
  ),
  tool(
    "update_order",
    "Adds items to an order just placed.",
    { order_id: { type: "string" }, add_items: orderLines },
    ["order_id", "add_items"],
  ),
  tool("get_order_status", "Where an order is.", { order_id: { type: "string", pattern: "^\\d{4,6}$" } }, [
    "order_id",
  ]),
  ...everyTenantsTools(["kitchen", "manager", "billing"]),
];

export const dentalTools: Tool[] = [
  tool("check_availability", "Free appointments on a day.", { service: treatment, date, time }, [
    "service",
    "date",
  ]),
  tool(
    "create_booking",
    "Books an appointment.",
    {
      service: treatment,
      date,
      time,
      patient_name: person,
      phone,
      email,
      date_of_birth: birthDate,
      insurance_ssn: {
        type: "string",
        pattern: "^\\d{3}-\\d{2}-\\d{4}$",
        description: "Social security number, for the insurer.",
      },
    },
    ["service", "date", "time", "patient_name", "phone"],
  ),
  tool(
    "lookup_patient",
    "Finds a patient and the coming appointments.",
    { patient_name: person, date_of_birth: birthDate },
    ["patient_name", "date_of_birth"],
  ),
  tool("reschedule_booking", "Moves an appointment.", { booking_id: bookingId, date, time }, [
    "booking_id",
    "date",
    "time",
  ]),
  tool("cancel_booking", "Cancels an appointment.", { booking_id: bookingId }, ["booking_id"]),
  ...everyTenantsTools(["front_desk", "dentist", "billing"]),
];

export const homeTools: Tool[] = [
  tool("check_availability", "Whether a technician is free.", { service: trade, date, time }, [
    "service",
    "date",
  ]),
  tool(
    "create_booking",
    "Books a visit of a technician.",
    {
      service: trade,
      date,
      time,
      customer_name: person,
      phone,
      address,
      problem: { type: "string", description: "In the caller's words." },
    },
    ["service", "date", "time", "customer_name", "phone", "address"],
  ),
  tool(
    "get_quote",
    "A price range for a job.",
    {
      service: trade,
      problem: { type: "string", description: "In the caller's words." },
      postal_code: { type: "string", pattern: "^\\d{5}$" },
    },
    ["service", "problem"],
  ),
  tool(
    "send_payment_link",
    "Mails a link to pay an invoice.",
    { invoice_id: { type: "string", pattern: "^\\d{5}$" }, email },
    ["invoice_id", "email"],
  ),
  tool(
    "issue_refund",
    "Pays money back to a bank account.",
    {
      invoice_id: { type: "string", pattern: "^\\d{5}$" },
      account_holder: person,
      iban: { type: "string", pattern: "^[A-Z]{2}\\d{2}[A-Z0-9]{11,30}$" },
      routing_number: { type: "string", pattern: "^\\d{9}$" },
      account_number: { type: "string", pattern: "^\\d{6,17}$" },
    },
    ["invoice_id", "account_holder"],
  ),
  ...everyTenantsTools(["dispatch", "manager", "billing"]),
];

function tool(
  name: string,
  description: string,
  properties: JsonObject,
  required: readonly string[] = [],
): Tool {
  return { type: "function", function: { name, description, parameters: parameters(properties, required) } };
}

function parameters(properties: JsonObject, required: readonly string[]): JsonObject {
  return { type: "object", properties, required, additionalProperties: false };
}
