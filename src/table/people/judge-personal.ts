import type { Role } from "../column/role/role.ts";
import type { PersonalEvidence, PersonalKind } from "./personal-evidence.ts";
import { judgeNames } from "./personal-names.ts";

/** How sure a column's evidence is: `error` stops the publication, `warning` asks to look. */
type Severity = "error" | "warning";
type PersonalVerdict = { kind: PersonalKind; count: number; severity: Severity };

/** A column as its judges see it: what its cells showed, what its name says, how many cells are filled. */
type Column = { evidence: PersonalEvidence; role: Role | undefined; filled: number };
/** What a judge says of one kind: how sure it is, and of how many cells where these are not all of the kind. */
type Judge = (
  column: Column,
  count: number,
) => Severity | undefined | { count: number; severity: Severity };

const judgeTaxNumbers: Judge = ({ evidence, role }, taxes) => {
  const { tenDigits = 0, koatuu = 0 } = evidence;
  // A column that is called so holds them, whatever their check digits say.
  if (role === "tax-number" && tenDigits + taxes > 0)
    return { count: Math.max(tenDigits, taxes), severity: "error" };
  const arePlaces = role === "koatuu" || koatuu > tenDigits * 0.5;
  if (tenDigits >= 3 && taxes >= tenDigits * 0.6 && !arePlaces) return "error";
  // A private entrepreneur stands in a column of companies' codes with the number of a person.
  return taxes > tenDigits || (role === "edrpou" && taxes > 0) ? "error" : undefined;
};

const judgeCards: Judge = ({ evidence, role }, cards) => {
  const areMost = cards > 0 && cards >= (evidence.sixteenDigits ?? 0) * 0.6;
  return areMost && (cards >= 3 || role === "card") ? "error" : undefined;
};

/** Numbers of documents in a column that is called so, or that are half of any other. */
const judgeDocuments = ({ filled }: Column, count: number, isCalledSo: boolean) => {
  const areMany = count >= 3 && count / Math.max(1, filled) >= 0.5;
  return count > 0 && (isCalledSo || areMany) ? "error" : undefined;
};

const judgePassports: Judge = (column, passports) => {
  const { evidence, role } = column;
  const isCalledSo = role === "passport";
  // All of one series, they are numbers of something else.
  const areCodes = !evidence.moreSeries || role === "number";
  return areCodes && !isCalledSo ? undefined : judgeDocuments(column, passports, isCalledSo);
};

/** Bare mobile numbers may be codes: where few of them are, or all begin alike. */
const areCodes = ({ evidence, role }: Column): boolean => {
  const { barePhones = 0, tenDigits = 0, moreOperators } = evidence;
  if (role === "phone") return false;
  return (
    role === "number" || barePhones < tenDigits * 0.6 || (barePhones >= 5 && moreOperators !== true)
  );
};

const judgePhones: Judge = (column, written) => {
  const phones = written + (areCodes(column) ? 0 : (column.evidence.barePhones ?? 0));
  if (phones === 0) return undefined;
  return { count: phones, severity: column.role === "phone" || phones >= 3 ? "error" : "warning" };
};

const judgeName: Judge = ({ evidence, role, filled }, names) =>
  names > 0 ? judgeNames(evidence, role, filled) : undefined;

const judgeUnproved: Judge = ({ evidence, role, filled }, texts) =>
  texts >= Math.max(1, filled * 0.3) && !judgeNames(evidence, role, filled) ? "warning" : undefined;

/** Alone they tell nobody's secret: `besideNames` decides. */
const warn: Judge = (_, count) => (count > 0 ? "warning" : undefined);

/** Every kind and its judge, in the order of a report. */
const judges: readonly (readonly [PersonalKind, Judge])[] = [
  ["tax-number", judgeTaxNumbers],
  ["card", judgeCards],
  ["passport", judgePassports],
  ["plate", (column, plates) => judgeDocuments(column, plates, column.role === "plate")],
  ["unzr", (column, records) => judgeDocuments(column, records, column.role === "passport")],
  ["id-card", ({ role }, cards) => (role === "passport" && cards >= 3 ? "error" : undefined)],
  ["phone", judgePhones],
  ["mail", warn],
  ["name", judgeName],
  ["initials", judgeName],
  ["entrepreneur", judgeName],
  ["named", judgeUnproved],
  ["birth", warn],
  ["home-address", warn],
];

/**
 * The evidence of a whole column → what it holds. A tenth of random ten-digit numbers has a right check digit, so has
 * a tenth of КОАТУУ codes: numbers alarm only where the column is named so or most of them pass.
 */
export function judgePersonal(
  evidence: PersonalEvidence,
  role: Role | undefined,
  filled: number,
): PersonalVerdict[] {
  return judges.flatMap(([kind, judge]) => {
    const count = evidence[kind] ?? 0;
    const verdict = judge({ evidence, role, filled }, count);
    if (!verdict) return [];
    return [
      typeof verdict === "string" ? { kind, count, severity: verdict } : { kind, ...verdict },
    ];
  });
}
