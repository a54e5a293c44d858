import { hasBirthDay, isCard, isKoatuu, isTaxNumber } from "../column/role/codes.ts";
import type { Role } from "../column/role/role.ts";
import { CYRILLIC, DIGIT, DOT } from "../scan/characters.ts";
import { count, type PersonalEvidence, type PersonalKind } from "./personal-evidence.ts";
import {
  bare,
  cardInText,
  passport,
  passportInText,
  plate,
  spelled,
  spoken,
  taxInText,
  unzr,
} from "./personal-patterns.ts";

/** Digits of the shortest number of a person's that stands among words, a passport's, and of every other. */
const passportDigits = 6;
const otherDigits = 10;
/** The longest text that a plate is as a whole. */
const longestPlate = 10;

/** How many digits a text has, counted no further than the limit. */
function digitsIn(text: string, limit: number): number {
  let digits = 0;
  for (let at = 0; at < text.length && digits < limit; at++) {
    const code = text.charCodeAt(at);
    if (code >= 48 && code <= 57) digits++;
  }
  return digits;
}

/** «3184710691.0», as a spreadsheet saves a number, without its end. */
const withoutFraction = (text: string, mask: number): string =>
  mask & DOT && text.length <= 18 && /^\d{9,16}\.0$/.test(text) ? text.slice(0, -2) : text;

/** Ten digits: a mobile number, a taxpayer's number, or a code of a place that looks like one. */
function lookAtTenDigits(text: string, evidence: PersonalEvidence): PersonalKind | undefined {
  count(evidence, "tenDigits");
  if (bare.test(text)) {
    count(evidence, "barePhones");
    const operator = text.slice(0, 3);
    evidence.operator ??= operator;
    if (evidence.operator !== operator) evidence.moreOperators = true;
    return "phone";
  }
  if (isKoatuu(text)) count(evidence, "koatuu");
  return isTaxNumber(text) && hasBirthDay(text) ? count(evidence, "tax-number") : undefined;
}

/** Digits and nothing else. */
function lookAtDigits(
  text: string,
  role: Role | undefined,
  evidence: PersonalEvidence,
): PersonalKind | undefined {
  switch (text.length) {
    case 9:
      return role === "passport" ? count(evidence, "id-card") : undefined;
    case 10:
      return lookAtTenDigits(text, evidence);
    case 12:
      return bare.test(text) ? count(evidence, "phone") : undefined;
    case 16:
      count(evidence, "sixteenDigits");
      return isCard(text) ? count(evidence, "card") : undefined;
    default:
      return undefined;
  }
}

/** A cell that is a passport's number and nothing else. */
function lookAtPassport(text: string, evidence: PersonalEvidence): PersonalKind {
  const series = text.slice(0, 2);
  evidence.series ??= series;
  if (evidence.series !== series) evidence.moreSeries = true;
  return count(evidence, "passport");
}

/** Sixteen digits of a bank card among words. */
function lookForCard(text: string, evidence: PersonalEvidence): PersonalKind | undefined {
  const card = text.length >= 16 ? cardInText.exec(text)?.[0] : undefined;
  if (!card) return undefined;
  count(evidence, "sixteenDigits");
  return isCard(card.replace(/\D/g, "")) ? count(evidence, "card") : undefined;
}

/** A mobile number, alone or among words; a bare one counts where the others are words or numbers too. */
const hasPhone = (text: string, mask: number): boolean =>
  spelled.test(text) ||
  bare.test(text) ||
  (((mask & CYRILLIC) !== 0 || /^[\d,;\s]+$/.test(text)) && spoken.test(text));

/** Digits among other signs; ten of them or more can be any number of a person's. */
function lookInText(
  text: string,
  mask: number,
  hasTenDigits: boolean,
  evidence: PersonalEvidence,
): PersonalKind | undefined {
  if (hasTenDigits) {
    const card = lookForCard(text, evidence);
    if (card) return card;
    if (hasPhone(text, mask)) return count(evidence, "phone");
  }
  if (passportInText.test(text)) {
    evidence.moreSeries = true;
    return count(evidence, "passport");
  }
  const tax = hasTenDigits ? taxInText.exec(text)?.[1] : undefined;
  return tax && isTaxNumber(tax) ? count(evidence, "tax-number") : undefined;
}

/** A cell with digits → the number of a person it may be. Adds what it saw to the evidence. */
export function lookForNumbers(
  whole: string,
  mask: number,
  role: Role | undefined,
  evidence: PersonalEvidence,
): PersonalKind | undefined {
  const text = withoutFraction(whole, mask);
  if (mask === DIGIT || text !== whole) return lookAtDigits(text, role, evidence);
  const { length } = text;
  const digits = digitsIn(text, otherDigits);
  if (digits < passportDigits)
    return length <= longestPlate && plate.test(text) ? count(evidence, "plate") : undefined;
  if (length === 14 && unzr.test(text)) return count(evidence, "unzr");
  if (length <= 11 && passport.test(text)) return lookAtPassport(text, evidence);
  return lookInText(text, mask, digits === otherDigits, evidence);
}
