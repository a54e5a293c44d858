/** Codes Ukrainian tables carry, and their check digits. Pure functions on text; no code is ever altered here. */

/** Sum of a code's digits times their weights; the check digit itself has none. */
function weighted(code: string, weights: readonly number[], more = 0): number {
  let sum = 0;
  for (let at = 0; at < weights.length; at++)
    sum += (code.charCodeAt(at) - 48) * ((weights[at] ?? 0) + more);
  return sum;
}

const usual = [1, 2, 3, 4, 5, 6, 7];
const middle = [7, 1, 2, 3, 4, 5, 6];

/** ЄДРПОУ: eight digits, the last one a check digit. 99 % of real codes pass, so a failure is a doubt, no proof. */
export function isEdrpou(text: string): boolean {
  if (!/^\d{8}$/.test(text)) return false;
  const weights = text > "30000000" && text < "60000000" ? middle : usual;
  let check = weighted(text, weights) % 11;
  if (check === 10) check = (weighted(text, weights, 2) % 11) % 10;
  return check === text.charCodeAt(7) - 48;
}

const taxWeights = [-1, 5, 7, 9, 4, 6, 10, 5, 7];

/** РНОКПП: ten digits; check digit over the first nine. A tenth of random numbers passes. */
export function isTaxNumber(text: string): boolean {
  if (!/^\d{10}$/.test(text)) return false;
  const sum = weighted(text, taxWeights);
  return (((sum % 11) + 11) % 11) % 10 === text.charCodeAt(9) - 48;
}

/** The first five digits of a РНОКПП count days from 31 December 1899 to birth: is it a day of 1900–2026? */
export const hasBirthDay = (text: string): boolean => {
  const days = Number(text.slice(0, 5));
  return days >= 1 && days <= 46_386;
};

const koatuuRegions = new Set(
  "01 05 07 12 14 18 21 23 26 32 35 44 46 48 51 53 56 59 61 63 65 68 71 73 74 80 85".split(" "),
);

/** КОАТУУ, the classifier before 2020: ten digits, first the region, then 0–3. Easily taken for a РНОКПП. */
export const isKoatuu = (text: string): boolean =>
  /^\d\d[0-3]\d{7}$/.test(text) && koatuuRegions.has(text.slice(0, 2));

/** UA IBAN: 29 characters, ISO 13616 remainder 1. */
export function isIban(text: string): boolean {
  if (!/^UA\d{27}$/.test(text)) return false;
  let rest = 0;
  // U = 30, A = 10 (ISO 13616), moved behind the account with the two check digits.
  for (const digit of `${text.slice(4)}3010${text.slice(2, 4)}`)
    rest = (rest * 10 + Number(digit)) % 97;
  return rest === 1;
}

export const isKatottg = (text: string): boolean => /^UA\d{17}$/.test(text);

const lookAlikes: Record<string, string> = {
  А: "A",
  В: "B",
  Е: "E",
  І: "I",
  К: "K",
  М: "M",
  Н: "H",
  О: "O",
  Р: "P",
  С: "C",
  Т: "T",
  У: "Y",
  Х: "X",
  а: "a",
  е: "e",
  і: "i",
  о: "o",
  р: "p",
  с: "c",
  у: "y",
  х: "x",
  ѕ: "s",
  ј: "j",
};

/** A КАТОТТГ code whose UA is typed in Cyrillic, in whole or in half. */
export const isCyrillicKatottg = (text: string): boolean => /^(?:UА|УA|УА)\d{17}$/.test(text);

/** Cyrillic letters that look Latin → Latin: codes and machine names are compared after it. */
export const toLatinLetters = (text: string): string =>
  text.replace(/[А-яІіЅѕЈј]/g, (letter) => lookAlikes[letter] ?? letter);

/** The number of a bank card: a payment system's first digits and Luhn's check digit. A tenth of random numbers passes. */
export function isCard(text: string): boolean {
  if (!/^(?:4|5[0-9]|2[2-7]|6[0-9]|9[0-9])\d+$/.test(text) || text.length !== 16) return false;
  let sum = 0;
  for (let at = 0; at < 16; at++) {
    const digit = text.charCodeAt(at) - 48;
    const twice = digit * 2;
    sum += at % 2 === 0 ? (twice > 9 ? twice - 9 : twice) : digit;
  }
  return sum % 10 === 0;
}
