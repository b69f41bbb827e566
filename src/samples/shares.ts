/** How often what happens in the sample calls. Every number can be read, and is tested, here. */
export const shares = {
  /** Of all calls. */
  tenant: { pizza: 0.42, dental: 0.33, home: 0.25 },

  /** What the caller wants, of the tenant's calls. */
  path: {
    pizza: {
      order: 0.4,
      table: 0.24,
      order_status: 0.1,
      menu: 0.07,
      complaint: 0.07,
      question: 0.05,
      small_talk: 0.04,
      wrong_number: 0.03,
    },
    dental: {
      booking: 0.42,
      reschedule: 0.16,
      cancel: 0.08,
      availability: 0.1,
      complaint: 0.06,
      question: 0.1,
      small_talk: 0.05,
      wrong_number: 0.03,
    },
    home: {
      visit: 0.42,
      quote: 0.16,
      payment_link: 0.11,
      refund: 0.08,
      complaint: 0.1,
      question: 0.06,
      small_talk: 0.04,
      wrong_number: 0.03,
    },
  },

  /** At most one a call; of the calls whose path does something for the caller with a tool. */
  mishap: {
    none: 0.595,
    /** Says so, the same again works: the first is corrected by the same arguments. */
    transient_failure: 0.04,
    /** `success: true` over a body that says failure; the same again works. */
    hidden_failure: 0.04,
    /** Fails and stays failed; ends with a person. */
    failed_for_good: 0.03,
    /** Fails for a value; the caller then gives another. */
    needs_new_value: 0.035,
    /** The agent gets a value wrong that the caller had said; corrected once the caller objects. */
    wrong_value: 0.06,
    /** The recogniser wrote another value than was said; contradicted, and then right. */
    recogniser_slip: 0.04,
    /** An argument in the caller's words instead of the schema's form; then right. */
    schema_slip: 0.025,
    /** The same, but the tool took it. */
    schema_slip_kept: 0.015,
    broken_arguments: 0.015,
    broken_arguments_for_good: 0.01,
    unknown_tool: 0.015,
    /** A phone number nobody said. */
    invented_value: 0.02,
    /** A tool call on a greeting. */
    false_call: 0.025,
    /** Puts the caller through who never asked for that. */
    wrong_tool: 0.02,
    /** The caller hangs up while the tool runs. */
    hang_up_on_tool: 0.015,
  },

  /** How the call goes; each time it could happen (a spelled name: each time a name is given). */
  course: {
    caller_first: 0.12,
    small_talk_first: 0.1,
    aside: 0.2,
    self_correction: 0.12,
    agent_corrects_caller: 0.08,
    misheard_reply: 0.08,
    interruption: 0.06,
    empty_reply: 0.015,
    spelled_name: 0.35,
    nothing_free: 0.25,
    two_tool_calls_in_one_turn: 0.12,
    one_of_two_fails: 0.15,
    added_wish: 0.12,
    hang_up: 0.05,
  },

  /** How callers sound and what is written of it; of all callers. */
  voice: { hesitant: 0.35, lower_case: 0.25, slips: 0.22, spoken_numbers: 0.5 },

  /** Of all calls. */
  rows: {
    null_transcript: 0.004,
    no_turns: 0.003,
    orphan_tool_row: 0.004,
    other_status: 0.03,
    repeated_caller: 0.35,
  },

  /** One call in so many has a transcript of 2 MB. */
  hugeTranscriptEvery: 2000,
} as const;

export type TenantKey = keyof typeof shares.tenant;
export type Mishap = keyof typeof shares.mishap;
export type Course = keyof typeof shares.course;

/** What can be seen in a call, by the names of the table above. */
export type Feature =
  | Exclude<Mishap, "none">
  | Course
  | "spoken_digits"
  | "fillers"
  | "lower_case"
  | "recogniser_slips"
  | "null_transcript"
  | "no_turns"
  | "orphan_tool_row"
  | "other_status"
  | "repeated_caller"
  | "huge_transcript"
  | "does_something";
