import type { PersonalFound } from "../../model/table.ts";
import type { Role } from "../column/role/role.ts";
import { AT, CYRILLIC, DIGIT, DOT, LATIN } from "../scan/characters.ts";
import { isOfPeople, personsIn } from "./person.ts";
import { count, type PersonalEvidence, type PersonalKind } from "./personal-evidence.ts";
import { lookForNames } from "./personal-names.ts";
import { lookForNumbers } from "./personal-numbers.ts";
import { flat, freeMail, office } from "./personal-patterns.ts";

const isLettered = (mask: number): boolean => (mask & (CYRILLIC | LATIN)) !== 0;

/** The shortest number of a person's. */
const shortestNumber = 8;

/** A number of a person; «Вик. Петренко О. В., тел. 067…»: a name beside it is counted too. */
function lookForNumber(
  text: string,
  mask: number,
  role: Role | undefined,
  evidence: PersonalEvidence,
): PersonalKind | undefined {
  if (!(mask & DIGIT) || text.length < shortestNumber) return undefined;
  const number = lookForNumbers(text, mask, role, evidence);
  if (number && isLettered(mask)) lookForNames(text, mask, role, evidence);
  return number;
}

/** Does a text hold a mailbox of a person, and not of an office? */
function hasOwnMail(text: string): boolean {
  const mail = freeMail.exec(text)?.[0];
  return mail !== undefined && !office.test(mail.slice(0, mail.indexOf("@")));
}

/** One cell → the kind of personal data it looks like; alone it proves nothing. Adds what it saw to the evidence. */
export function lookForPersonal(
  text: string,
  mask: number,
  role: Role | undefined,
  evidence: PersonalEvidence,
): PersonalKind | undefined {
  if (role === "birth" && mask & DIGIT) return count(evidence, "birth");
  if (role === "home" && mask & CYRILLIC) return count(evidence, "home-address");
  const number = lookForNumber(text, mask, role, evidence);
  if (number) return number;
  if (mask & AT && hasOwnMail(text)) return count(evidence, "mail");
  if (!isLettered(mask)) return undefined;
  const name = lookForNames(text, mask, role, evidence);
  if (name) return name;
  const isFlat = mask & DIGIT && /кв/i.test(text) && flat.test(text);
  return isFlat ? count(evidence, "home-address") : undefined;
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
  const judged = (found: PersonalFound): PersonalFound[] => {
    if (found.kind !== "birth" && found.kind !== "home-address") return [found];
    if (named) return [{ ...found, severity: "error" }];
    return need && found.kind === "home-address" ? [found] : [];
  };
  return columns.map((column) => ({ ...column, personal: column.personal.flatMap(judged) }));
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
  if (isPersonalText(text)) return true;
  if (!isOfPeople(text)) return false;
  const { people, whole } = personsIn(text);
  return whole && people.some(({ form, other }) => form !== "shape" && !other);
}
