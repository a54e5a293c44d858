import type { ColumnReport, PersonalFound, Spot, Tallied } from "../../model/table.ts";
import { isCard } from "../column/role/codes.ts";
import { type Role, roleOf } from "../column/role/role.ts";
import { personsIn } from "./person.ts";
import { kindOf } from "./person-words.ts";
import {
  cardInText,
  flat,
  freeMail,
  landline,
  office,
  spelled,
  spoken,
} from "./personal-patterns.ts";

const initial = (name: string): string => `${name.slice(0, 1)}***`;
/** «380501234567» → «38*******567». */
const stars = (run: string): string =>
  `${run.slice(0, 2)}${"*".repeat(Math.max(1, run.length - 5))}${run.slice(-3)}`;
const starred = (run: string): string => stars(run.replace(/\D/g, ""));

const every = (pattern: RegExp): RegExp => new RegExp(pattern.source, `${pattern.flags}g`);
const mails = every(freeMail);
const cyrillicMails = /[а-яіїєґ][\p{L}\d_.+-]{0,63}(?=@| ?\(at\))/giu;
const nameMails = /(?<![\w.+-])[a-z][a-z]{0,24}[._-][a-z]{2,30}(?=@)/gi;
/** «o.kovalenko», «oleh_bondar»: a mailbox of any domain that is called as a person is. */
const isNamed = (local: string): boolean => {
  const parts = local.toLowerCase().split(/[._-]/);
  return parts.some(
    (part, index) =>
      kindOf(part, part) === "given" ||
      (parts[1 - index]?.length === 1 && part.length > 3) ||
      /(?:enko|chuk|[iy]uk|skyi|skiy|ska)$/.test(part),
  );
};
const writtenMails = /[\w.+-]{1,64}(?= ?\(at\))/gi;
const phones = every(spelled);
const barePhones = every(spoken);
const cards = every(cardInText);
const labelled =
  /((?:ІПН|РНОКПП|ідентифікаційний (?:код|номер)|паспорт)[^\d«»]{0,20}?)(\d{6,10})(?!\d)/gi;
const records = /(?<!\d)(?:19|20)\d{6}-\d{5}(?!\d)/g;
/** Words of a message stand in quotes: what is inside them is read too. */
const quotes = /[«»"“”„]/g;
const longest = 20_000;

/** The parts of a text that surely name people, with letters taken out. */
function withoutNames(text: string): string {
  if (text.length > longest || !/\p{Lu}|вич|вна/u.test(text)) return text;
  const { people } = personsIn(text.replace(quotes, ";"));
  let shown = "";
  let at = 0;
  for (const { form, told, start, end } of people) {
    if (form !== "full" && (told === undefined || form === "shape")) continue;
    shown += text.slice(at, start) + text.slice(start, end).replace(/[\p{L}’'ʼ]+\.?/gu, initial);
    at = end;
  }
  return shown + text.slice(at);
}

/**
 * A text for everybody's eyes, with nothing in it that is surely a person's: a full name, a name beside a post, a mobile
 * number, a private mailbox, a labelled number. Periods, codes, sums, addresses of pages and offices' mailboxes stay.
 */
export const veil = (text: string): string =>
  withoutNames(
    text
      .replace(mails, (mail) => {
        const name = mail.slice(0, mail.indexOf("@"));
        return office.test(name) ? mail : initial(name) + mail.slice(name.length);
      })
      .replace(nameMails, (name) => (isNamed(name) ? initial(name) : name))
      .replace(cyrillicMails, initial)
      .replace(writtenMails, initial)
      .replace(phones, starred)
      .replace(barePhones, stars)
      .replace(cards, (card) => (isCard(card.replace(/\D/g, "")) ? starred(card) : card))
      .replace(labelled, (_, label: string, number: string) => label + starred(number))
      .replace(records, starred),
  );

const initialsInText =
  /[А-ЯІЇЄҐ][а-яіїєґ’'ʼ-]+\s+[А-ЯІЇЄҐ]\.\s?[А-ЯІЇЄҐ]\.?|[А-ЯІЇЄҐ]\.\s?[А-ЯІЇЄҐ]\.\s?[А-ЯІЇЄҐ][а-яіїєґ’'ʼ-]+/g;
const platesInText =
  /([АВЕІКМНОРСТХABEIKMHOPCTX]{2})\s?\d{4}\s?[АВЕІКМНОРСТХABEIKMHOPCTX]{2}(?![А-Яа-яA-Za-z\d])/g;
const homesInText = new RegExp(flat, "gi");

/** A value of a column with numbers of people in it: every long number goes, whatever it is («17*****776»). */
export const veilNumbers = (text: string): string =>
  veil(text)
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
    .replace(homesInText, (home) => home.replace(/\d/g, "*"))
    .replace(initialsInText, initial);

/** A value of a column of people: of every word a letter is left, of numbers nothing; broken names are veiled too. */
export const veilAll = (text: string): string =>
  text.replace(/[\p{L}\d’'ʼ`*]+/gu, (part) =>
    /\d/.test(part) ? "*".repeat(part.length) : initial(part),
  );

const people: readonly (Role | undefined)[] = [
  "surname",
  "person",
  "birth",
  "tax-number",
  "passport",
  "home",
];

/** Does a column of this role say who somebody is, whatever its values look like? */
export const isOfPeople = (role: Role | undefined): boolean => people.includes(role);

/** A value of a column with a role, for reports that show whole rows. */
export const conceal = (text: string, role: Role | undefined): string =>
  isOfPeople(role) ? veilAll(text) : veil(text);

const byWords: readonly string[] = [
  "name",
  "initials",
  "entrepreneur",
  "named",
  "birth",
  "home-address",
];
type Found = { name: string; title?: string; personal: PersonalFound[] };

/** How values of a column are shown: by what was found in it, not by what they look like one by one. */
export function veilOf({ name, title, personal }: Found): (text: string) => string {
  if (personal.length === 0) return veil;
  const role = roleOf(name, title);
  return isOfPeople(role) || personal.some(({ kind }) => byWords.includes(kind))
    ? veilAll
    : veilNumbers;
}

/** A column's report with nothing in it that names anybody: examples of cells, frequent values, limits. */
export function veilColumn(column: ColumnReport): ColumnReport {
  const show = veilOf(column);
  const spots = (first: Spot[]) => first.map((spot) => ({ ...spot, value: show(spot.value) }));
  const tallied = <T extends Tallied>(all: T): T => ({ ...all, first: spots(all.first) });
  const { minimum, maximum, mean, histogram, top, ...rest } = column.profile;
  return {
    ...column,
    marks: Object.fromEntries(
      Object.entries(column.marks).map(([mark, all]) => [mark, tallied(all)]),
    ),
    problems: column.problems.map(tallied),
    personal: column.personal.map(tallied),
    profile: {
      ...rest,
      ...(column.personal.length > 0
        ? {}
        : {
            ...(minimum === undefined ? {} : { minimum }),
            ...(maximum === undefined ? {} : { maximum }),
            ...(mean === undefined ? {} : { mean }),
            ...(histogram === undefined ? {} : { histogram }),
          }),
      top: top.map(({ value, count }) => ({ value: show(value), count })),
    },
  };
}
