import { badRequest, brokenJson, hiddenFailure, openFailure, refusalBody } from "./backend.ts";
import { plain } from "./marks.ts";
import { asPlanned, astrayArgs, type Deed, type Plan, rightArgs } from "./plan-deed.ts";
import type { Mishap } from "./shares.ts";
import type { Slot } from "./slot.ts";
import { vary } from "./speech/vary.ts";
import type { DraftUse, Stage } from "./stage.ts";

/** Whether the call goes on after a deed, or has ended with it. */
export type Ending = "goes_on" | "over";

/**
 * The agent uses the tool, and what is to go wrong goes wrong. Begins behind a turn of the caller; where the call
 * goes on, ends behind the agent's word that it is done.
 */
export function perform(stage: Stage, plan: Plan): Ending {
  stage.note("does_something");
  return acts[plan.mishap](stage, plan);
}

type Act = (stage: Stage, plan: Plan) => Ending;

const acts: Record<Mishap, Act> = {
  none: (stage, plan) => succeed(stage, plan),
  false_call: (stage, plan) => succeed(stage, plan),
  transient_failure: (stage, plan) =>
    failThenRetry(stage, plan, {
      args: rightArgs(plan.deed),
      result: openFailure(stage.random),
      succeeded: false,
    }),
  hidden_failure: (stage, plan) =>
    failThenRetry(stage, plan, {
      args: rightArgs(plan.deed),
      result: hiddenFailure(stage.random),
      succeeded: true,
    }),
  schema_slip: (stage, plan) =>
    failThenRetry(stage, plan, {
      args: astrayArgs(plan),
      result: badRequest(stage.random, "invalid argument format"),
      succeeded: false,
    }),
  broken_arguments: (stage, plan) =>
    failThenRetry(stage, plan, {
      args: brokenJson(stage.random, rightArgs(plan.deed)),
      result: badRequest(stage.random, "arguments are not valid JSON"),
      succeeded: false,
    }),
  broken_arguments_for_good: (stage, plan) => {
    const args = brokenJson(stage.random, rightArgs(plan.deed));
    const result = badRequest(stage.random, "arguments are not valid JSON");
    stage.agentUses(
      [{ name: plan.deed.tool, args, result, succeeded: false }],
      "arguments_not_json",
      lead(stage, plan.deed),
    );
    return giveUp(stage);
  },
  failed_for_good: failForGood,
  needs_new_value: failThenAsk,
  wrong_value: (stage, plan) => doWrongly(stage, plan, "said_before"),
  recogniser_slip: (stage, plan) => doWrongly(stage, plan, "said_after"),
  schema_slip_kept: (stage, plan) => {
    use(stage, plan.deed, { ...worked(plan.deed), args: astrayArgs(plan) }, "schema_invalid");
    return sayDone(stage, plan.deed);
  },
  invented_value: (stage, plan) => {
    const args = astrayArgs(plan);
    stage.agentUses(
      [{ name: plan.deed.tool, args, result: plan.deed.result(args), succeeded: true }],
      "ungrounded",
      lead(stage, plan.deed),
    );
    return sayDone(stage, plan.deed);
  },
  unknown_tool: (stage, plan) => {
    const name = stage.random.pick([
      "book_slot",
      "make_reservation",
      "place_request",
      "lookup_calendar",
      "submit_form",
    ]);
    const args = rightArgs(plan.deed);
    stage.agentUses(
      [{ name, args, result: { error: `unknown tool ${name}` }, succeeded: false }],
      "unknown_tool",
      lead(stage, plan.deed),
    );
    return succeed(stage, plan);
  },
  wrong_tool: transferUnasked,
  hang_up_on_tool: (stage, plan) => {
    const args = rightArgs(plan.deed);
    stage.agentUses(
      [{ name: plan.deed.tool, args, result: null, succeeded: null }],
      "unfinished",
      lead(stage, plan.deed),
    );
    stage.endAs("hangup");
    return "over";
  },
};

function succeed(stage: Stage, { deed }: Plan): Ending {
  use(stage, deed, worked(deed));
  return sayDone(stage, deed);
}

/** The caller had said all that was needed, so the later tool call is what the first should have been. */
function failThenRetry(
  stage: Stage,
  { deed }: Plan,
  failure: Pick<DraftUse, "args" | "result" | "succeeded">,
): Ending {
  const retry = worked(deed);
  stage.agentUses([{ name: deed.tool, ...failure }], { correctedBy: [retry] }, lead(stage, deed));
  stage.agentUses([retry], "good", [
    "",
    "[Sorry|Hm], [one second|that didn't go through], let me try again.",
    "[Sorry about that, |]I'll try that once more.",
  ]);
  return sayDone(stage, deed);
}

function failForGood(stage: Stage, { deed }: Plan): Ending {
  const fail = (templates: readonly string[]) => {
    const hidden = stage.random.chance(0.5);
    const result = hidden ? hiddenFailure(stage.random) : openFailure(stage.random);
    stage.agentUses(
      [{ name: deed.tool, args: rightArgs(deed), result, succeeded: hidden }],
      "failed",
      templates,
    );
  };
  fail(deed.lead);
  if (stage.random.chance(0.4)) fail(["", "[Let me|I'll] try that again."]);
  return giveUp(stage);
}

/** The backend turns a value down, and only then does the caller give another. */
function failThenAsk(stage: Stage, { deed }: Plan): Ending {
  const { refusal } = deed;
  if (refusal === undefined) return succeed(stage, asPlanned(deed));
  const result = refusalBody(stage.random, refusal.error);
  stage.agentUses(
    [{ name: deed.tool, args: rightArgs(deed), result, succeeded: stage.random.chance(0.4) }],
    "failed",
    lead(stage, deed),
  );
  stage.agentSays(refusal.asks);
  stage.callerSays(`[okay, |oh, |hm, then |]${refusal.renewed.answer(refusal.renewed.right.said())}.`);
  const slots = deed.slots.map((slot) => (slot === refusal.slot ? refusal.renewed : slot));
  return succeed(stage, asPlanned({ ...deed, slots }));
}

/** Done with a value that isn't the caller's; the caller objects, and it is done again. */
function doWrongly(stage: Stage, plan: Plan, rightValue: "said_before" | "said_after"): Ending {
  const { deed, astray } = plan;
  if (astray === null) return succeed(stage, plan);
  const right = worked(deed);
  const args = astrayArgs(plan);
  const label = rightValue === "said_before" ? { correctedBy: [right] } : ("contradicted" as const);
  stage.agentUses(
    [{ name: deed.tool, args, result: deed.result(args), succeeded: true }],
    label,
    lead(stage, deed),
  );
  const words = (slot: Slot) => (slot === astray.slot ? astray.words : slot.right);
  const said = vary(stage.random, stage.random.pick(deed.done(echoOf(deed, words))));
  // The caller can only object to what the agent reads back.
  const readBack = astray.words.echo();
  const readsBack = plain(said).includes(plain(readBack));
  stage.agentSays(readsBack ? said : `${said} [That's|I have] ${readBack}.`, "contradicted");
  stage.callerSays([
    `No, I said ${astray.slot.right.said()}.`,
    `No, [it's|make that|it should be] ${astray.slot.right.said()}.`,
    `[That's wrong|That's not right], I said ${astray.slot.right.said()}.`,
    `No no, not ${astray.words.said()}, ${astray.slot.right.said()}.`,
  ]);
  stage.agentUses([right], "good", [
    "",
    "[I'm sorry|My apologies|Sorry about that], [let me fix that|I'll change that right away].",
    "Let me correct that.",
  ]);
  return sayDone(stage, deed);
}

/** The agent puts the caller through instead of doing what was asked. */
function transferUnasked(stage: Stage, plan: Plan): Ending {
  const department = { pizza: "manager", dental: "front_desk", home: "dispatch" }[stage.tenantKey];
  stage.agentUses(
    [
      {
        name: "transfer_to_human",
        args: { department },
        result: { transferred: false, queue_position: 4 },
        succeeded: true,
      },
    ],
    "contradicted",
  );
  stage.agentSays(
    "[I'm connecting you to a colleague|One moment, I'll put you through to somebody].",
    "contradicted",
  );
  stage.callerSays([
    "[No, |Wait, ]that's not what I asked[|for], I don't need [a person|anybody else].",
    "No, don't transfer me, I didn't ask for that[.|, just do it yourself please.]",
  ]);
  return succeed(stage, plan);
}

function giveUp(stage: Stage): Ending {
  const department = { pizza: "manager", dental: "front_desk", home: "dispatch" }[stage.tenantKey];
  stage.agentUses(
    [{ name: "transfer_to_human", args: { department }, result: { transferred: true }, succeeded: true }],
    "good",
    "[I'm sorry|I apologize], [our system isn't working right now|I can't get this through at the moment]. [Let me put you through to a colleague|I'll connect you with somebody who can help].",
  );
  stage.endAs("transferred");
  return "over";
}

function use(stage: Stage, deed: Deed, use: DraftUse, label: "good" | "schema_invalid" = "good"): void {
  stage.agentUses([use], label, lead(stage, deed));
}

function worked(deed: Deed): DraftUse {
  const args = rightArgs(deed);
  return { name: deed.tool, args, result: deed.result(args), succeeded: true };
}

function sayDone(stage: Stage, deed: Deed): Ending {
  stage.agentSays(deed.done(echoOf(deed, (slot) => slot.right)));
  return "goes_on";
}

function echoOf(deed: Deed, words: (slot: Slot) => { echo(): string }) {
  return (name: Slot["name"]) => {
    const slot = deed.slots.find((candidate) => candidate.name === name);
    return slot === undefined ? "that" : words(slot).echo();
  };
}

/** Most agents announce what they do; some just do it. */
function lead(stage: Stage, deed: Deed): readonly string[] {
  return stage.random.chance(0.6) ? deed.lead : [""];
}
