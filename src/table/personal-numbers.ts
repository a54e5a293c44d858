import { CYRILLIC, DIGIT, DOT } from "./characters.ts";
import { hasBirthDay, isCard, isKoatuu, isTaxNumber } from "./codes.ts";
import type { PersonalEvidence, PersonalKind } from "./personal-evidence.ts";
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
import type { Role } from "./role.ts";

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

/** A cell with digits → the number of a person it may be. Adds what it saw to the evidence. */
export function lookForNumbers(
  whole: string,
  mask: number,
  role: Role | undefined,
  evidence: PersonalEvidence,
): PersonalKind | undefined {
  const add = (kind: PersonalKind): PersonalKind => {
    evidence[kind] = (evidence[kind] ?? 0) + 1;
    return kind;
  };
  // A spreadsheet's number: «3184710691.0».
  const text =
    mask & DOT && whole.length <= 18 && /^\d{9,16}\.0$/.test(whole) ? whole.slice(0, -2) : whole;
  const { length } = text;
  if (mask === DIGIT || text !== whole) {
    if (length === 10) {
      evidence.tenDigits = (evidence.tenDigits ?? 0) + 1;
      if (bare.test(text)) {
        evidence.barePhones = (evidence.barePhones ?? 0) + 1;
        evidence.operator ??= text.slice(0, 3);
        if (evidence.operator !== text.slice(0, 3)) evidence.moreOperators = true;
        return "phone";
      }
      if (isKoatuu(text)) evidence.koatuu = (evidence.koatuu ?? 0) + 1;
      return isTaxNumber(text) && hasBirthDay(text) ? add("tax-number") : undefined;
    }
    if (length === 12 && bare.test(text)) return add("phone");
    if (length === 16) {
      evidence.sixteenDigits = (evidence.sixteenDigits ?? 0) + 1;
      return isCard(text) ? add("card") : undefined;
    }
    return length === 9 && role === "passport" ? add("id-card") : undefined;
  }
  const digits = digitsIn(text, otherDigits);
  if (digits < passportDigits)
    return length <= longestPlate && plate.test(text) ? add("plate") : undefined;
  if (length === 14 && unzr.test(text)) return add("unzr");
  if (length <= 11 && passport.test(text)) {
    const series = text.slice(0, 2);
    evidence.series ??= series;
    if (evidence.series !== series) evidence.moreSeries = true;
    return add("passport");
  }
  const card = digits === otherDigits && length >= 16 ? cardInText.exec(text)?.[0] : undefined;
  if (card) {
    evidence.sixteenDigits = (evidence.sixteenDigits ?? 0) + 1;
    if (isCard(card.replace(/\D/g, ""))) return add("card");
  }
  if (
    digits === otherDigits &&
    (spelled.test(text) ||
      bare.test(text) ||
      ((mask & CYRILLIC || /^[\d,;\s]+$/.test(text)) && spoken.test(text)))
  )
    return add("phone");
  if (passportInText.test(text)) {
    evidence.moreSeries = true;
    return add("passport");
  }
  const tax = digits === otherDigits ? taxInText.exec(text)?.[1] : undefined;
  return tax && isTaxNumber(tax) ? add("tax-number") : undefined;
}
