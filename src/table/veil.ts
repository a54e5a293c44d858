import type { ColumnProfile, PersonalFound } from "../model/table.ts";
import {
  flat,
  fullName,
  fullNameInflected,
  givenNames,
  landline,
  word,
} from "./personal-patterns.ts";
import { type Role, roleOf } from "./role.ts";

const initial = (name: string): string => `${name.slice(0, 1)}***`;
const namesInText = new RegExp(`${fullName.source}|${fullNameInflected.source}`, "g");
const pairsInText = /([А-ЯІЇЄҐ][а-яіїєґ’'ʼ-]+)(\s+)([А-ЯІЇЄҐ][а-яіїєґ’'ʼ-]+)/g;
const initialsInText = new RegExp(
  `${word}\\s+[А-ЯІЇЄҐ]\\.\\s?[А-ЯІЇЄҐ]\\.?|[А-ЯІЇЄҐ]\\.\\s?[А-ЯІЇЄҐ]\\.\\s?${word}`,
  "g",
);
const platesInText =
  /([АВЕІКМНОРСТХABEIKMHOPCTX]{2})\s?\d{4}\s?[АВЕІКМНОРСТХABEIKMHOPCTX]{2}(?![А-Яа-яA-Za-z\d])/g;
const homesInText = new RegExp(flat, "gi");

/** A value that may be personal, for messages and logs: enough to find it, too little to learn it («17*****776»). */
export function veil(text: string): string {
  const stars = (run: string) => `${run.slice(0, 2)}${"*".repeat(run.length - 5)}${run.slice(-3)}`;
  return (
    text
      .replace(/[\p{L}\d_.+-]{1,64}(?=@| ?\(at\))/giu, initial)
      .replace(/(?<=\bUA)\d{27}(?!\d)/g, stars)
      // After a Latin letter or inside an address stands a code, not a phone.
      .replace(/(?<![\dA-Za-z/=])\+?\d[\d\s()./-]{7,}\d/g, (run) => {
        const digits = run.replace(/\D/g, "");
        const open =
          digits.length < 9 ||
          /^\d{4}-\d{2}-\d{2}/.test(run) ||
          /^\d{1,8}\.\d+$/.test(run) ||
          (run !== digits && landline.test(digits));
        return open ? run : stars(digits);
      })
      .replace(/([А-ЯІЇЄҐ]{2})\s?№?\s?\d{6}(?!\d)/g, "$1****")
      .replace(platesInText, "$1****")
      .replace(namesInText, (name) => name.replace(/\S+/g, initial))
      .replace(pairsInText, (both, one: string, gap: string, other: string) =>
        givenNames.has(one) || givenNames.has(other)
          ? `${initial(one)}${gap}${initial(other)}`
          : both,
      )
      .replace(homesInText, (home) => home.replace(/\d/g, "*"))
      .replace(initialsInText, initial)
  );
}

/** Columns that are named as people's: every word and number in them is veiled, broken names too. */
const ofPeople: readonly (Role | undefined)[] = [
  "person",
  "birth",
  "tax-number",
  "passport",
  "home",
];

/** A value of a column with a role, for messages. */
export const conceal = (text: string, role: Role | undefined): string =>
  ofPeople.includes(role)
    ? text.replace(/[\p{L}\d’'ʼ]+/gu, (part) =>
        /\d/.test(part) ? "*".repeat(part.length) : initial(part),
      )
    : veil(text);

/** The figures of a column that may hold personal data, or is named so, with nothing in them that names anybody. */
export function veilProfile<
  T extends { name: string; title?: string; personal: PersonalFound[]; profile: ColumnProfile },
>(column: T): T {
  const role = roleOf(column.name, column.title);
  if (column.personal.length === 0 && !ofPeople.includes(role)) return column;
  const { minimum: _, maximum: __, mean: ___, histogram: ____, top, ...rest } = column.profile;
  const veiled = top.map(({ value, count }) => ({ value: conceal(value, role), count }));
  return { ...column, profile: { ...rest, top: veiled } };
}
