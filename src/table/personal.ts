import type { PersonalFound } from "../model/table.ts";
import { AT, CYRILLIC, DIGIT, DOT, LATIN } from "./characters.ts";
import { personsIn } from "./person.ts";
import type { PersonalEvidence, PersonalKind } from "./personal-evidence.ts";
import { judgeNames, lookForNames } from "./personal-names.ts";
import { lookForNumbers } from "./personal-numbers.ts";
import { flat, freeMail, office } from "./personal-patterns.ts";
import type { Role } from "./role.ts";

/** One cell → the kind of personal data it looks like; alone it proves nothing. Adds what it saw to the evidence. */
export function lookForPersonal(
  text: string,
  mask: number,
  role: Role | undefined,
  evidence: PersonalEvidence,
): PersonalKind | undefined {
  const add = (kind: PersonalKind): PersonalKind => {
    evidence[kind] = (evidence[kind] ?? 0) + 1;
    return kind;
  };
  if (role === "birth" && mask & DIGIT) return add("birth");
  if (role === "home" && mask & CYRILLIC) return add("home-address");
  if (mask & DIGIT && text.length >= 8) {
    const number = lookForNumbers(text, mask, role, evidence);
    if (number) {
      // «Вик. Петренко О. В., тел. 067…»: the name is counted too.
      if (mask & (CYRILLIC | LATIN)) lookForNames(text, mask, role, evidence);
      return number;
    }
  }
  if (mask & AT) {
    const mail = freeMail.exec(text)?.[0];
    if (mail && !office.test(mail.slice(0, mail.indexOf("@")))) return add("mail");
  }
  if (mask & (CYRILLIC | LATIN)) {
    const name = lookForNames(text, mask, role, evidence);
    if (name) return name;
    if (mask & DIGIT && /кв/i.test(text) && flat.test(text)) return add("home-address");
  }
  return undefined;
}

/** How sure a column's evidence is: `error` stops the publication, `warning` asks to look. */
type PersonalVerdict = { kind: PersonalKind; count: number; severity: "error" | "warning" };

/**
 * The evidence of a whole column → what it holds. A tenth of random ten-digit numbers has a right check digit, so has
 * a tenth of КОАТУУ codes: numbers alarm only where the column is named so or most of them pass.
 */
export function judgePersonal(
  evidence: PersonalEvidence,
  role: Role | undefined,
  filled: number,
): PersonalVerdict[] {
  const verdicts: PersonalVerdict[] = [];
  const of = (kind: PersonalKind) => evidence[kind] ?? 0;
  const say = (kind: PersonalKind, severity: "error" | "warning") =>
    verdicts.push({ kind, count: of(kind), severity });
  const share = (kind: PersonalKind) => of(kind) / Math.max(1, filled);

  const ten = evidence.tenDigits ?? 0;
  const places = (evidence.koatuu ?? 0) > ten * 0.5;
  const taxes = of("tax-number");
  // A column that is called so holds them, whatever their check digits say.
  if (role === "tax-number" && ten + taxes > 0)
    verdicts.push({ kind: "tax-number", count: Math.max(ten, taxes), severity: "error" });
  else if (ten >= 3 && taxes >= ten * 0.6 && !places && role !== "koatuu")
    say("tax-number", "error");
  // A private entrepreneur stands in a column of companies' codes with the number of a person.
  else if (taxes > ten || (role === "edrpou" && taxes > 0)) say("tax-number", "error");

  const cards = of("card");
  if (cards > 0 && cards >= (evidence.sixteenDigits ?? 0) * 0.6 && (cards >= 3 || role === "card"))
    say("card", "error");

  for (const kind of ["passport", "plate", "unzr"] as const) {
    const own = kind === "plate" ? role === "plate" : role === "passport";
    const alike = kind === "passport" && (!evidence.moreSeries || role === "number");
    if (of(kind) > 0 && (own || (of(kind) >= 3 && share(kind) >= 0.5 && !alike)))
      say(kind, "error");
  }
  if (role === "passport" && of("id-card") >= 3) say("id-card", "error");

  const barePhones = evidence.barePhones ?? 0;
  const codes =
    role !== "phone" &&
    (barePhones < ten * 0.6 ||
      role === "number" ||
      (barePhones >= 5 && evidence.moreOperators !== true));
  const phones = of("phone") + (codes ? 0 : barePhones);
  if (phones > 0)
    verdicts.push({
      kind: "phone",
      count: phones,
      severity: role === "phone" || phones >= 3 ? "error" : "warning",
    });

  if (of("mail") > 0) say("mail", "warning");

  const named = judgeNames(evidence, role, filled);
  if (named)
    for (const kind of ["name", "initials", "entrepreneur"] as const)
      if (of(kind) > 0) say(kind, named);
  if (!named && of("named") >= Math.max(1, filled * 0.3)) say("named", "warning");
  // Alone they tell nobody's secret: `besideNames` decides.
  for (const kind of ["birth", "home-address"] as const) if (of(kind) > 0) say(kind, "warning");
  return verdicts;
}

/** Columns that tell of a person's health, debts or need: beside them a flat is a person's. */
const ofNeed =
  /пільг|інвалід|діагноз|хвор|борг|субсиді|допомог|впо|переселен|lgot|pilh|diagnos|disab/i;
const ofName: readonly string[] = ["name", "initials", "entrepreneur", "named"];

/** Dates of birth and flats are personal where the same table names people, and nothing where it does not. */
export function besideNames<T extends { name: string; title?: string; personal: PersonalFound[] }>(
  columns: T[],
): T[] {
  const named = columns.some(({ personal }) => personal.some(({ kind }) => ofName.includes(kind)));
  const need = columns.some(({ name, title }) => ofNeed.test(name) || ofNeed.test(title ?? ""));
  return columns.map((column) => ({
    ...column,
    personal: column.personal.flatMap((found) =>
      found.kind !== "birth" && found.kind !== "home-address"
        ? [found]
        : named
          ? [{ ...found, severity: "error" as const }]
          : need && found.kind === "home-address"
            ? [found]
            : [],
    ),
  }));
}

const ofPerson: readonly (PersonalKind | undefined)[] = [
  "phone",
  "mail",
  "tax-number",
  "passport",
  "card",
];

const everything = DIGIT | CYRILLIC | LATIN | AT | DOT;

/** Does a text hold a full name, a phone, a mailbox or a number of a person, so that it is no name of a column? */
export function isPersonalText(text: string): boolean {
  const evidence: PersonalEvidence = {};
  const kind = lookForPersonal(text, everything, undefined, evidence);
  return (evidence.sure ?? 0) > 0 || ofPerson.includes(kind);
}

/** The same, and a name alone: a person in a field where none is expected. */
export function namesPerson(text: string): boolean {
  const { people, whole } = personsIn(text);
  return (
    isPersonalText(text) || (whole && people.some(({ form, other }) => form !== "shape" && !other))
  );
}
