import type { GateAnswer } from "../../pipeline/switch/read-gate.ts";
import type { SwitchGrounds } from "../../pipeline/switch/switch-model.ts";
import type { Trial } from "../../pipeline/switch/try-tool-call.ts";
import type { SwitchOutcome } from "../summaries/switch-text.ts";

/** What speaks for a switch. */
export interface Proof {
  readonly gate: GateAnswer;
  /** `--force`; needed where the gate wasn't passed. */
  readonly reason: string | null;
  readonly trial: Extract<Trial, { called: true }>;
  /** Base URL that was asked for it. */
  readonly address: string;
}

/** As it is kept in the workspace. */
export function groundsOf({ gate, reason, trial }: Proof): SwitchGrounds {
  return {
    gate: gate.passed ? { report: gate.report, candidate: gate.candidate.name } : null,
    forced: gate.passed ? null : { reason: reason ?? "", gateSays: gate.because },
    trial: { choice: trial.choice, ms: trial.ms },
  };
}

/** As the user is told of it. */
export function tellProof({
  gate,
  reason,
  trial,
  address,
}: Proof): Pick<SwitchOutcome, "gate" | "forced" | "trial" | "remarks"> {
  const { choice, ms } = trial;
  return {
    gate: tellGate(gate),
    forced: gate.passed ? null : reason,
    trial: { choice, ms, arguments: trial.arguments },
    remarks: remarksOn(gate, address),
  };
}

function tellGate(gate: GateAnswer): SwitchOutcome["gate"] {
  if (!gate.passed) return gate;
  const { report, candidate, outcome } = gate;
  return { passed: true, report, candidate: candidate.name, outcome };
}

function remarksOn(gate: GateAnswer, address: string): string[] {
  if (!gate.passed) return [];
  const { prompt, fewShot, name, provider, address: evaluated } = gate.candidate;
  const remarks: string[] = [];
  // The local server's port changes from run to run.
  if (provider !== "local" && evaluated !== null && evaluated.replace(/\/+$/, "") !== address)
    remarks.push(`${name} was evaluated at ${evaluated}, and is asked at ${address} from now on`);
  if (prompt !== null)
    remarks.push(`${name} was evaluated with the prompt ${prompt.name}: the agent must use it too`);
  if (fewShot !== null)
    remarks.push(
      `${name} was evaluated with ${fewShot.examples} examples before each request: the agent must send such too`,
    );
  return remarks;
}
