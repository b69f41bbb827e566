import type { FaultCount, FaultTally, PlacedFault } from "./report.ts";

/** Gathers faults in bounded memory. */
export interface FaultGatherer {
  add(fault: PlacedFault): void;
  /** Takes over what another one gathered in later lines. */
  addAll(tally: FaultTally): void;
  tally(): FaultTally;
}

interface Group {
  readonly rule: string;
  readonly severity: PlacedFault["severity"];
  count: number;
  faults: PlacedFault[];
}

/**
 * Lists every error until there are more than `mostErrors`; from then on, as for warnings from the start, the first
 * `sample` of each rule. All are counted.
 */
export function gatherFaults(mostErrors = 10_000, sample = 20): FaultGatherer {
  const groups = new Map<string, Group>();
  let errors = 0;
  let sampling = false;
  const groupOf = ({ rule, severity }: Pick<PlacedFault, "rule" | "severity">) => {
    const key = `${severity} ${rule}`;
    const known = groups.get(key);
    if (known !== undefined) return known;
    const group: Group = { rule, severity, count: 0, faults: [] };
    groups.set(key, group);
    return group;
  };
  const list = (fault: PlacedFault) => {
    const group = groupOf(fault);
    const bounded = sampling || fault.severity === "warning";
    if (bounded && group.faults.length >= sample) return;
    group.faults.push(fault);
    if (fault.severity === "error") errors += 1;
    if (sampling || errors <= mostErrors) return;
    sampling = true;
    for (const each of groups.values()) each.faults = each.faults.slice(0, sample);
  };
  return {
    add(fault) {
      groupOf(fault).count += 1;
      list(fault);
    },
    addAll({ faults, counts }) {
      for (const counted of counts) groupOf(counted).count += counted.count;
      for (const fault of faults) list(fault);
    },
    tally: () => ({ faults: inOrder([...groups.values()]), counts: [...groups.values()].map(countOf) }),
  };
}

function inOrder(groups: readonly Group[]): PlacedFault[] {
  const line = (fault: PlacedFault) => fault.line ?? Number.POSITIVE_INFINITY;
  return groups
    .flatMap(({ faults }) => faults)
    .sort((left, right) => (line(left) === line(right) ? 0 : line(left) - line(right)));
}

function countOf({ rule, severity, count, faults }: Group): FaultCount {
  return { rule, severity, count, listed: faults.length };
}
