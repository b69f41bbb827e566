import type { RejectReason } from "../domain/label.ts";
import type { Json, JsonObject } from "../lib/json.ts";
import { type Random, seededRandom } from "../lib/seeded-random.ts";
import type { Caller } from "./caller.ts";
import { createMarks, type Marks } from "./marks.ts";
import type { BusinessKind, Manner, PersonalKind, TenantRow } from "./sample-call.ts";
import { type Course, type Feature, type Mishap, shares, type TenantKey } from "./shares.ts";
import type { Day } from "./speech/dates.ts";
import { capitalised, varyOne } from "./speech/vary.ts";
import { hear } from "./speech/voice.ts";

/** One use of a tool while the call is being made; strings may hold marks. */
export interface DraftUse {
  readonly name: string;
  /** Broken JSON where it is a string. */
  readonly args: JsonObject | string;
  /** Null where nothing came back. */
  readonly result: Json;
  readonly succeeded: boolean | null;
}

export type DraftLabel = "good" | RejectReason | { readonly correctedBy: readonly DraftUse[] };

export type DraftTurn =
  | { readonly role: "caller"; readonly text: string }
  | {
      readonly role: "agent";
      readonly text: string;
      readonly uses: readonly DraftUse[];
      readonly label: DraftLabel;
    };

/** Templates as of `vary`; of several, one is taken. */
type Templates = string | readonly string[];

/** Where a call is made: who speaks, what was said so far, and what is yet to go wrong. */
export interface Stage {
  readonly random: Random;
  readonly caller: Caller;
  readonly tenant: TenantRow;
  readonly tenantKey: TenantKey;
  readonly today: Day;
  readonly marks: Marks;
  readonly turns: readonly DraftTurn[];
  /** With the turn at which each was first seen. */
  readonly features: ReadonlyMap<Feature, number>;
  /** What is still to go wrong in this call; it happens once. */
  readonly mishap: Mishap;
  readonly outcome: string | null;
  /** The words as the recogniser hears them. */
  callerSays(templates: Templates): void;
  agentSays(templates: Templates, label?: DraftLabel): void;
  /** Tools used side by side, with what is said beside them. */
  agentUses(uses: readonly DraftUse[], label?: DraftLabel, templates?: Templates): void;
  personal(kind: PersonalKind, value: string, form?: string, how?: Manner): string;
  business(kind: BusinessKind, value: string, form?: string): string;
  /** Draws whether it happens here, and notes it if so. */
  happens(course: Course): boolean;
  note(feature: Feature): void;
  /** The mishap has happened: nothing else will. */
  settleMishap(): void;
  endAs(outcome: string): void;
}

export interface Setting {
  readonly seed: string;
  readonly caller: Caller;
  readonly tenant: TenantRow;
  readonly tenantKey: TenantKey;
  readonly today: Day;
  readonly mishap: Mishap;
}

export function createStage(setting: Setting): Stage {
  const { caller, tenant, tenantKey, today } = setting;
  const random = seededRandom(setting.seed);
  const marks = createMarks();
  const turns: DraftTurn[] = [];
  const features = new Map<Feature, number>();
  const note = (feature: Feature) => {
    if (!features.has(feature)) features.set(feature, turns.length);
  };
  let mishap = setting.mishap;
  let outcome: string | null = null;
  const fill = (templates: Templates) =>
    capitalised(varyOne(random, typeof templates === "string" ? [templates] : templates));
  return {
    random,
    caller,
    tenant,
    tenantKey,
    today,
    marks,
    turns,
    features,
    get mishap() {
      return mishap;
    },
    get outcome() {
      return outcome;
    },
    callerSays(templates) {
      const heard = hear(random, caller.voice, fill(templates));
      if (heard.fillers > 0) note("fillers");
      if (heard.slips > 0) note("recogniser_slips");
      if (caller.voice.lowerCase) note("lower_case");
      turns.push({ role: "caller", text: heard.text });
    },
    agentSays(templates, label = "good") {
      turns.push({ role: "agent", text: fill(templates), uses: [], label });
    },
    agentUses(uses, label = "good", templates = "") {
      turns.push({ role: "agent", text: fill(templates), uses, label });
    },
    personal: (kind, value, form = value, how = "written") =>
      marks.mark({ about: "personal", kind, value, how }, form),
    business: (kind, value, form = value) =>
      marks.mark({ about: "business", kind, value, how: form === value ? "written" : "spoken" }, form),
    happens(course) {
      const happening = random.chance(shares.course[course]);
      if (happening) note(course);
      return happening;
    },
    note,
    settleMishap() {
      if (mishap !== "none") note(mishap);
      mishap = "none";
    },
    endAs(word) {
      outcome = word;
    },
  };
}
