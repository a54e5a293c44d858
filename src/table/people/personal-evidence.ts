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
  /** A private entrepreneur, who has a name as people have. */
  | "entrepreneur"
  /** A column called people's, whose texts nothing proves to be names. */
  | "named"
  | "card"
  | "birth"
  | "home-address"
  | "plate";

/** What cells showed of a column: how many of each kind, and how many could have been. */
export type PersonalEvidence = Partial<Record<PersonalKind, number>> & {
  /** Ten digits and nothing else. */
  tenDigits?: number;
  sixteenDigits?: number;
  /** Cells read for names; of them those that are names as a whole, and written so that they can be nothing else. */
  read?: number;
  whole?: number;
  clear?: number;
  /** Surnames with two initials inside of other words. */
  among?: number;
  /** Names as a whole, in another case than the nominative. */
  others?: number;
  /** Full names, and names that a post or «гр.» stands by; of them the latter. */
  sure?: number;
  told?: number;
  /** In a column called people's: words that look like names and are proved by nothing. */
  shaped?: number;
  /** The first operator's code of bare mobile numbers: numbers of meters all begin alike. */
  operator?: string;
  moreOperators?: true;
  /** Series of passports met: codes of polling stations («ВД 350123») all have one. */
  series?: string;
  moreSeries?: true;
  /** Of them, those that begin as a mobile number does: so do budget codes and КОАТУУ. */
  barePhones?: number;
  koatuu?: number;
};

/** Counts a cell for what it may be: a kind of personal data, or a sign of one. */
export function count<Sign extends Countable>(evidence: PersonalEvidence, sign: Sign): Sign {
  evidence[sign] = (evidence[sign] ?? 0) + 1;
  return sign;
}
type Countable = {
  [Sign in keyof PersonalEvidence]-?: PersonalEvidence[Sign] extends number | undefined
    ? Sign
    : never;
}[keyof PersonalEvidence];
