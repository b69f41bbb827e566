import type { JsonObject } from "../../lib/json.ts";
import { hexWord, reference } from "../backend.ts";
import { collect, openRequest } from "../collect.ts";
import { perform } from "../perform.ts";
import { type Deed, planDeed } from "../plan-deed.ts";
import { orderNumberSlot } from "../slots-of-orders.ts";
import { addressSlot, bankAccountSlot, emailSlot, nameSlot, phoneSlot } from "../slots-of-people.ts";
import { drawWork, postalCodeSlot } from "../slots-of-work.ts";
import type { Stage } from "../stage.ts";
import { bookFlow } from "./book-flow.ts";
import { askQuestions, chat, complain, type Scene, wrongNumber } from "./shared.ts";

export const homeScenes = {
  visit: (stage) => {
    const { service, problem } = drawWork(stage);
    return bookFlow(stage, {
      requests: [
        "[I need|I'd like to get|Can you send] somebody [out |]",
        "[I'm calling to|Can I|I want to] [book|schedule] a visit",
        "[Hi, |Hello, |]I need a technician",
      ],
      wanted: [service],
      details: [
        problem,
        nameSlot(stage, "customer_name"),
        phoneSlot(stage),
        addressSlot(stage, stage.caller.address),
      ],
      hours: { from: 8, to: 18 },
      noun: "visit",
    });
  },
  quote,
  payment_link: sendPaymentLink,
  refund,
  complaint: complain,
  question: askQuestions,
  small_talk: chat,
  wrong_number: wrongNumber,
} satisfies Record<string, Scene>;

function quote(stage: Stage): "goodbye" | "over" {
  const { service, problem } = drawWork(stage);
  const low = 80 + 10 * stage.random.below(40);
  const high = low + 10 * (3 + stage.random.below(30));
  const range = [low, high].map((price) => stage.business("price", String(price)));
  const deed: Deed = {
    tool: "get_quote",
    slots: stage.random.chance(0.5) ? [service, problem] : [service, problem, postalCodeSlot(stage)],
    lead: ["[Let me work that out|Let me check our prices|One moment, I'm looking that up]."],
    result: () => ({
      status: "ok",
      low: range[0] ?? null,
      high: range[1] ?? null,
      currency: "USD",
      ...debugInfo(stage),
    }),
    done: () => [
      `[That would be|It usually costs|You can expect] between $${range[0]} and $${range[1]}.`,
      `[Our estimate is|I'd say] $${range[0]} to $${range[1]}[.|, depending on parts.]`,
    ],
  };
  return doIt(
    stage,
    deed,
    [
      "[How much|What] would it cost to [get|have]",
      "[Can you give me|I'd like|I need] a [quote|price|rough estimate]",
      "[What do you charge|What's the price]",
    ],
    "quoted",
  );
}

function sendPaymentLink(stage: Stage): "goodbye" | "over" {
  const invoice = orderNumberSlot(stage, "invoice_id");
  const token = hexWord(stage.random, 24);
  const link = `https://pay.evergreen-home.example/i/${reference(stage.random, "", 6)}?token=${token}`;
  const deed: Deed = {
    tool: "send_payment_link",
    slots: [invoice, emailSlot(stage)],
    lead: ["[Sending it now|Let me send that|One moment, I'm sending the link]."],
    result: () => ({ success: true, link: stage.personal("url_with_token", link), ...debugInfo(stage) }),
    done: (echo) => [
      `[Done|Sent], the link [went to|is on its way to] ${echo("email")}.`,
      "[You should have|You'll get] the link [in your inbox|by email] [in a minute|any moment].",
    ],
    refusal: {
      slot: invoice,
      renewed: orderNumberSlot(stage, "invoice_id"),
      error: "invalid_invoice_number",
      asks: [
        "[Hm, |I'm sorry, ]that invoice number isn't valid. [Could you check it|Can you read it to me once more]?",
      ],
    },
  };
  return doIt(
    stage,
    deed,
    [
      "[I want to|I'd like to|Can I] pay my [bill|invoice][| online]",
      "[Can you|Could you] [send|email] me [a link to pay|the payment link]",
    ],
    "payment_link_sent",
  );
}

function refund(stage: Stage): "goodbye" | "over" {
  const invoice = orderNumberSlot(stage, "invoice_id");
  const deed: Deed = {
    tool: "issue_refund",
    slots: [invoice, nameSlot(stage, "account_holder"), bankAccountSlot(stage)],
    lead: ["[Let me file that|I'm entering the refund|One moment, I'll put that in]."],
    result: (args) => ({
      success: true,
      invoice_id: args["invoice_id"] ?? null,
      status: "pending",
      ...debugInfo(stage),
    }),
    done: () => [
      "[The refund is|It's] [on its way|filed], [allow|it takes] [three to five|about four] business days.",
      "[All done|Done], the money [will be|should be] in your account [next week|within a week].",
    ],
    refusal: {
      slot: invoice,
      renewed: orderNumberSlot(stage, "invoice_id"),
      error: "invalid_invoice_number",
      asks: [
        "[I'm sorry|Hm], [I get an error for|the system rejects] that invoice number. [Can you check it|Could you read it again]?",
      ],
    },
  };
  return doIt(
    stage,
    deed,
    [
      "[I was told I'd get|I'm waiting for|I need] a refund",
      "[You charged me twice|The technician cancelled on me], I want my money back",
    ],
    "refund_filed",
  );
}

function doIt(stage: Stage, deed: Deed, requests: readonly string[], outcome: string): "goodbye" | "over" {
  const plan = planDeed(stage, deed);
  collect(stage, openRequest(stage, requests, plan), plan);
  if (perform(stage, plan) === "over") return "over";
  stage.endAs(outcome);
  return "goodbye";
}

/** Backends leak what they shouldn't into what they return. */
function debugInfo(stage: Stage): JsonObject {
  if (!stage.random.chance(0.2)) return {};
  return { debug: { request_key: stage.personal("api_key", `sk_live_${hexWord(stage.random, 24)}`) } };
}
