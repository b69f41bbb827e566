import type { Found } from "./marks.ts";
import type {
  BusinessKind,
  BusinessTruth,
  Occurrence,
  PersonalKind,
  PersonalTruth,
  Place,
} from "./sample-call.ts";

/** Collects where each value stands while marks are read off. */
export interface Ledger {
  at(place: Place): (found: Found) => void;
  entries(): { personal: PersonalTruth[]; business: BusinessTruth[] };
}

interface Collected<Kind> {
  readonly kind: Kind;
  readonly value: string;
  readonly occurrences: Occurrence[];
}

export function createLedger(fromNumber: string): Ledger {
  const personal = new Map<string, Collected<PersonalKind>>();
  const business = new Map<string, Collected<BusinessKind>>();
  collect(personal, "caller_number", fromNumber).push({
    form: fromNumber,
    how: "written",
    place: { in: "from_number" },
  });
  return {
    at:
      (place) =>
      ({ note, form, path }) => {
        const occurrences =
          note.about === "personal"
            ? collect(personal, note.kind, note.value)
            : collect(business, note.kind, note.value);
        occurrences.push({ form, how: note.how, place: "path" in place ? { ...place, path } : place });
      },
    entries: () => ({ personal: [...personal.values()], business: [...business.values()] }),
  };
}

function collect<Kind extends string>(
  values: Map<string, Collected<Kind>>,
  kind: Kind,
  value: string,
): Occurrence[] {
  const key = `${kind} ${value}`;
  const known = values.get(key);
  if (known !== undefined) return known.occurrences;
  const occurrences: Occurrence[] = [];
  values.set(key, { kind, value, occurrences });
  return occurrences;
}
