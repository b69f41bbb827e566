import type { Json, JsonObject } from "../../lib/json.ts";
import { collect, openRequest } from "../collect.ts";
import { perform } from "../perform.ts";
import { type Deed, planDeed } from "../plan-deed.ts";
import { itemsSlot, lineWords, menuSlot, notesSlot, orderNumberSlot } from "../slots-of-orders.ts";
import { addressSlot, cardSlot, nameSlot, phoneSlot } from "../slots-of-people.ts";
import { partySlot } from "../slots-of-time.ts";
import type { Stage } from "../stage.ts";
import { bookFlow } from "./book-flow.ts";
import { askQuestions, chat, complain, type Scene, wrongNumber } from "./shared.ts";

export const pizzaScenes = {
  order,
  table: (stage) =>
    bookFlow(stage, {
      requests: [
        "[I'd like|I want|Can I get|I need] [to book |to reserve |]a table",
        "[Hi, |Hello, |]do you have a table",
        "[I'm calling to|Can I] [reserve|book] a table",
      ],
      wanted: [partySlot(stage)],
      details: [nameSlot(stage, "customer_name"), phoneSlot(stage)],
      hours: { from: 17, to: 22 },
      noun: "table",
    }),
  order_status: orderStatus,
  menu: askForMenu,
  complaint: complain,
  question: askQuestions,
  small_talk: chat,
  wrong_number: wrongNumber,
} satisfies Record<string, Scene>;

function order(stage: Stage): "goodbye" | "over" {
  const { random } = stage;
  const delivery = random.chance(0.7);
  const deed = orderDeed(stage, delivery);
  const plan = planDeed(stage, deed);
  const how = delivery ? "for delivery" : "for pickup";
  const missing = openRequest(
    stage,
    [
      `[Hi, |Hello, |Yeah hi, |]I'd like to order ${how},`,
      `[Hi, |Hello, |]${how}[, please|], [I want|can I get|I'd like|I'll have]`,
      `[I'm calling to order|Can I place an order] ${how},`,
    ],
    plan,
  );
  collect(stage, missing, plan);
  if (perform(stage, plan) === "over") return "over";
  if (stage.happens("added_wish")) addToOrder(stage);
  stage.endAs("order_placed");
  return "goodbye";
}

function orderDeed(stage: Stage, delivery: boolean): Deed {
  const { random, caller } = stage;
  const card = random.chance(0.3) ? cardSlot(stage, caller.card) : null;
  const address = delivery ? addressSlot(stage, caller.address) : null;
  const slots = [
    itemsSlot(stage),
    ...(address ? [address] : []),
    nameSlot(stage, "customer_name"),
    phoneSlot(stage),
    ...(card ? [card] : []),
  ];
  if (random.chance(0.15)) slots.push(notesSlot(stage));
  const minutes = String(20 + 5 * random.below(7));
  const total = (14 + random.below(60) + random.pick([0, 0.5, 0.95])).toFixed(2);
  const orderId = orderIdOf(stage);
  return {
    tool: "create_order",
    slots,
    fixed: { fulfilment: delivery ? "delivery" : "pickup" },
    lead: [
      "[Let me put that in|I'm placing your order now|One moment while I place the order].",
      "[Thanks|Perfect|Got it]. [One second|Just a moment].",
    ],
    result: () => ({
      success: true,
      order_id: stage.business("reference", orderId),
      total: stage.business("price", total),
      eta_minutes: Number(minutes),
    }),
    done: (echo) => [
      `[Great|Alright|Perfect], that's ${echo("items")}. [The total is|That comes to] $${stage.business("price", total)}, ready in about ${minutes} minutes.`,
      `Your order [is in|is placed], number ${stage.business("reference", orderId)}. [It will take about|Give us] ${minutes} minutes[.|, the total is $${stage.business("price", total)}.]`,
    ],
    ...refusalOfOrder(stage, address, card),
  };
}

function refusalOfOrder(
  stage: Stage,
  address: Deed["slots"][number] | null,
  card: Deed["slots"][number] | null,
): Pick<Deed, "refusal"> {
  const { caller } = stage;
  if (card !== null) {
    const asks = [
      "[I'm sorry|Hm], the card was declined. [Do you have another one|Could you give me a different card]?",
    ];
    return {
      refusal: { slot: card, renewed: cardSlot(stage, caller.otherCard), error: "card_declined", asks },
    };
  }
  if (address === null) return {};
  const asks = [
    "[I'm sorry|Unfortunately], we can't deliver to that address. [Is there another address|Could we bring it somewhere else]?",
  ];
  return {
    refusal: {
      slot: address,
      renewed: addressSlot(stage, caller.otherAddress),
      error: "address_outside_area",
      asks,
    },
  };
}

/** "Oh, and add a Coke": a new wish, which leaves the order right as it was. */
function addToOrder(stage: Stage): void {
  const orderId = stage.business("reference", orderIdOf(stage));
  const line = lineWords(stage, { category: "drink", quantity: 1 + stage.random.below(3) });
  stage.callerSays([`[Oh, and|Oh wait,|And] [can you add|could I also get|add] ${line.said()}[|, please]?`]);
  const addItems: Json = [line.args];
  const args: JsonObject = { order_id: orderId, add_items: addItems };
  const result = { success: true, order_id: orderId };
  stage.agentUses([{ name: "update_order", args, result, succeeded: true }], "good", [
    "",
    "[Sure|Of course], [adding that|one second].",
  ]);
  stage.agentSays(`[Done|Added|No problem], ${line.echo()} [is|has been] added.`);
}

/** One order a call, so its number can be drawn from the caller. */
function orderIdOf(stage: Stage): string {
  return String(10_000 + (Number(stage.caller.card.slice(-6)) % 90_000));
}

function orderStatus(stage: Stage): "goodbye" | "over" {
  const slot = orderNumberSlot(stage, "order_id");
  const eta = 5 + stage.random.below(40);
  const deed: Deed = {
    tool: "get_order_status",
    slots: [slot],
    lead: ["[Let me check|One moment|Let me look that up][| for you]."],
    result: (args) => ({ order_id: args["order_id"] ?? null, status: "out_for_delivery", eta_minutes: eta }),
    done: (echo) => [
      `[Order|Your order] ${echo("reference")} is [on its way|out for delivery], it should be there in [about |]${eta} minutes.`,
      `[It's|Your order is] with the driver[.|, about ${eta} minutes.]`,
    ],
    refusal: {
      slot,
      renewed: orderNumberSlot(stage, "order_id"),
      error: "invalid_order_number",
      asks: [
        "[Hm, |I'm sorry, ]the system doesn't take that number. [Can you check it again|Could you read me the number again]?",
      ],
    },
  };
  const plan = planDeed(stage, deed);
  const missing = openRequest(
    stage,
    [
      "[Where is|What's happening with|I'm waiting for] my order",
      "[Hi, |Hello, |]I want to know where my pizza is,",
      "[Can you check|I'm calling about] an order",
    ],
    plan,
  );
  collect(stage, missing, plan);
  if (perform(stage, plan) === "over") return "over";
  stage.endAs("info_given");
  return "goodbye";
}

function askForMenu(stage: Stage): "goodbye" | "over" {
  const { slot, listing, spoken } = menuSlot(stage);
  const deed: Deed = {
    tool: "get_menu",
    slots: [slot],
    lead: ["[Let me pull that up|One second|Sure, let me see]."],
    result: () => ({ items: listing }),
    done: () => [`[We have|There's|Today we have] ${spoken}.`, `[Sure|Okay], ${spoken}.`],
  };
  const plan = planDeed(stage, deed);
  const missing = openRequest(
    stage,
    [
      "[I have a question about|Can you tell me about|I'd like to know] your menu,",
      "[What do you have|What's on the menu]",
    ],
    plan,
  );
  collect(stage, missing, plan);
  if (perform(stage, plan) === "over") return "over";
  stage.endAs("info_given");
  return "goodbye";
}
