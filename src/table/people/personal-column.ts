import type { PersonalFound, Spot } from "../../model/table.ts";
import type { Role } from "../column/role/role.ts";
import { shownSpots, spotOf } from "../column/spots.ts";
import type { RecordView } from "../scan/records.ts";
import { judgePersonal } from "./judge-personal.ts";
import { lookForPersonal } from "./personal.ts";
import type { PersonalEvidence, PersonalKind } from "./personal-evidence.ts";

/** Cells of a column, one at a time → the personal data it holds, and where they were met first. */
export function createPersonalSearch(role: Role | undefined) {
  const evidence: PersonalEvidence = {};
  const spots = new Map<PersonalKind, Spot[]>();
  return {
    /** True where the cell may hold something of a person's. */
    look(record: RecordView, text: string, mask: number): boolean {
      const kind = lookForPersonal(text, mask, role, evidence);
      if (!kind) return false;
      const first = spots.get(kind) ?? [];
      if (first.length < shownSpots) first.push(spotOf(record, text));
      spots.set(kind, first);
      return true;
    },
    result: (filled: number): PersonalFound[] =>
      judgePersonal(evidence, role, filled).map(({ kind, count, severity }) => ({
        kind,
        severity,
        count,
        first: spots.get(kind) ?? [],
      })),
  };
}
