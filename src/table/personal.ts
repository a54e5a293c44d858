import type { PersonalFound } from "../model/table.ts";
import { AT, CYRILLIC, DIGIT } from "./characters.ts";
import { hasBirthDay, isKoatuu, isTaxNumber } from "./codes.ts";
import {
  bare,
  flat,
  freeMail,
  fullName,
  givenNames,
  initials,
  lone,
  named,
  office,
  pair,
  passport,
  passportInText,
  plate,
  spelled,
  spoken,
  taxInText,
  unzr,
} from "./personal-patterns.ts";
import type { Role } from "./role.ts";

/** Kinds of personal data the portal looks for. */
export type PersonalKind =
  | "tax-number"
  | "passport"
  | "id-card"
  | "unzr"
  | "phone"
  | "mail"
  | "name"
  | "initials"
  | "birth"
  | "home-address"
  | "plate";

/** What cells showed of a column: how many of each kind, and how many could have been. */
export type PersonalEvidence = Partial<Record<PersonalKind, number>> & {
  /** Ten digits and nothing else. */
  tenDigits?: number;
  /** «Surname Given» without a patronymic. */
  pairs?: number;
  /** Series of passports met: codes of polling stations («ВД 350123») all have one. */
  series?: string;
  moreSeries?: true;
  /** Of them, those that begin as a mobile number does: so do budget codes and КОАТУУ. */
  barePhones?: number;
  koatuu?: number;
};

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
  const { length } = text;
  if (role === "birth" && mask & DIGIT) return add("birth");
  if (role === "home" && mask & CYRILLIC) return add("home-address");
  if (mask & DIGIT && length >= 8) {
    if (mask === DIGIT) {
      if (length === 10) {
        evidence.tenDigits = (evidence.tenDigits ?? 0) + 1;
        if (bare.test(text)) {
          evidence.barePhones = (evidence.barePhones ?? 0) + 1;
          return "phone";
        }
        if (isKoatuu(text)) evidence.koatuu = (evidence.koatuu ?? 0) + 1;
        return isTaxNumber(text) && hasBirthDay(text) ? add("tax-number") : undefined;
      }
      if (length === 12 && bare.test(text)) return add("phone");
      return length === 9 && role === "passport" ? add("id-card") : undefined;
    }
    if (length === 14 && unzr.test(text)) return add("unzr");
    if (length <= 11 && passport.test(text)) {
      const series = text.slice(0, 2);
      evidence.series ??= series;
      if (evidence.series !== series) evidence.moreSeries = true;
      return add("passport");
    }
    if (length <= 10 && plate.test(text)) return add("plate");
    if (
      spelled.test(text) ||
      bare.test(text) ||
      ((mask & CYRILLIC || /^[\d,;\s]+$/.test(text)) && spoken.test(text))
    )
      return add("phone");
    if (passportInText.test(text)) {
      evidence.moreSeries = true;
      return add("passport");
    }
    const tax = taxInText.exec(text)?.[1];
    if (tax && isTaxNumber(tax)) return add("tax-number");
  }
  if (mask & AT) {
    const mail = freeMail.exec(text)?.[0];
    if (mail && !office.test(mail.slice(0, mail.indexOf("@")))) return add("mail");
  }
  if (mask & CYRILLIC && (length >= 9 || role === "person")) {
    if (/(?:вич|вна)/i.test(text)) {
      const found = fullName.exec(text);
      if (found && !named.test(text.slice(Math.max(0, found.index - 24), found.index)))
        return add("name");
    }
    // A column of surnames, or of given names: one word in each cell.
    if (role === "person" && length <= 30 && lone.test(text)) {
      evidence.pairs = (evidence.pairs ?? 0) + 1;
      return "name";
    }
    const [, one, other] = length <= 50 ? (pair.exec(text) ?? []) : [];
    if (one && other && givenNames.has(one) !== givenNames.has(other)) {
      evidence.pairs = (evidence.pairs ?? 0) + 1;
      return "name";
    }
    if (length <= 40 && text.includes(".") && initials.test(text)) return add("initials");
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
  else if (taxes > ten) say("tax-number", "error");

  for (const kind of ["passport", "plate", "unzr"] as const) {
    const own = kind === "plate" ? role === "plate" : role === "passport";
    const alike = kind === "passport" && !evidence.moreSeries;
    if (of(kind) > 0 && (own || (of(kind) >= 3 && share(kind) >= 0.5 && !alike)))
      say(kind, "error");
  }
  if (role === "passport" && of("id-card") >= 3) say("id-card", "error");

  const barePhones = evidence.barePhones ?? 0;
  const codes = barePhones < ten * 0.6 && role !== "phone";
  const phones = of("phone") + (codes ? 0 : barePhones);
  if (phones > 0)
    verdicts.push({
      kind: "phone",
      count: phones,
      severity: role === "phone" || phones >= 3 ? "error" : "warning",
    });

  if (of("mail") > 0) say("mail", "warning");

  const pairs = evidence.pairs ?? 0;
  const paired = role === "person" || (pairs >= 3 && pairs >= filled * 0.5);
  const people = of("name") + (paired ? pairs : 0);
  if (people > 0)
    verdicts.push({
      kind: "name",
      count: people,
      severity: role === "person" || people >= 3 ? "error" : "warning",
    });
  if (
    of("initials") > 0 &&
    (role === "person" || (of("initials") >= 3 && share("initials") >= 0.5))
  )
    say("initials", "error");
  // Alone they tell nobody's secret: `besideNames` decides.
  for (const kind of ["birth", "home-address"] as const) if (of(kind) > 0) say(kind, "warning");
  return verdicts;
}

/** Dates of birth and flats are personal where the same table names people, and nothing where it does not. */
export function besideNames<T extends { personal: PersonalFound[] }>(columns: T[]): T[] {
  const named = columns.some(({ personal }) =>
    personal.some(({ kind }) => kind === "name" || kind === "initials"),
  );
  return columns.map((column) => ({
    ...column,
    personal: column.personal.flatMap((found) =>
      found.kind !== "birth" && found.kind !== "home-address"
        ? [found]
        : named
          ? [{ ...found, severity: "error" as const }]
          : [],
    ),
  }));
}

const ofPerson = new Set<PersonalKind | undefined>(["phone", "mail", "tax-number", "passport"]);

/** Does a text hold a full name, a phone, a mailbox or a number of a person, so that it is no name of a column? */
export function isPersonalText(text: string): boolean {
  const kind = lookForPersonal(text, DIGIT | CYRILLIC | AT, undefined, {});
  return (kind === "name" && /(?:вич|вна)/i.test(text)) || ofPerson.has(kind);
}
