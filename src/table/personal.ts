import type { ColumnProfile, PersonalFound } from "../model/table.ts";
import { AT, CYRILLIC, DIGIT } from "./characters.ts";
import { hasBirthDay, isKoatuu, isTaxNumber } from "./codes.ts";
import { type Role, roleOf } from "./role.ts";

/** Given names that name most people of Ukraine; in the genitive, as streets have them, they are other words. */
const givenNames = new Set(
  (
    "Олександр Сергій Володимир Микола Андрій Іван Василь Віктор Олег Юрій Дмитро Михайло Петро Анатолій Ігор Валерій Роман " +
    "Максим Богдан Віталій Павло Євген Тарас Олексій Леонід Григорій Степан Ярослав Артем Денис Антон Станіслав Вадим Руслан " +
    "Костянтин Федір Геннадій Борис Едуард Мирослав Назар Владислав Кирило Данило Марія Ганна Олена Наталія Тетяна Ольга Людмила " +
    "Ірина Світлана Галина Надія Оксана Валентина Любов Юлія Вікторія Анна Катерина Лариса Інна Віра Алла Ніна Раїса Лідія Анастасія " +
    "Яна Аліна Дарина Софія Христина Зоя Неля Жанна Євгенія Тамара Мирослава Ярослава Лілія Марина Діана Поліна Маргарита"
  ).split(" "),
);
const lone = /^[А-ЯІЇЄҐ][а-яіїєґ’'ʼ]+(?:-[А-ЯІЇЄҐ][а-яіїєґ’'ʼ]+)?$/;
const pair = /^([А-ЯІЇЄҐ][а-яіїєґ’'ʼ-]+)\s+([А-ЯІЇЄҐ][а-яіїєґ’'ʼ-]+)$/;

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

const mobile = "(?:39|50|63|66|67|68|73|9[1-9])";
const bare = new RegExp(`^(?:\\+?38)?0${mobile}\\d{7}$`);
/** A number of an office: a city's code, written with spaces, hyphens or brackets. */
const landline = new RegExp(`^(?:38)?0(?!${mobile})\\d{8,9}$`);
const spelled = new RegExp(
  `(?<![\\d.,])(?:\\+?38[\\s(-]{0,3})?\\(?0${mobile}\\)?[\\s.-]{1,3}\\d{3}[\\s.-]?\\d{2}[\\s.-]?\\d{2}(?!\\d)|(?<!\\d)\\+380${mobile}\\d{7}(?!\\d)`,
);
/** A bare number inside a sentence; alone in a cell it may be a code. */
const spoken = new RegExp(`(?<!\\d)0${mobile}\\d{7}(?!\\d)`);
const freeMail =
  /[\w.+-]{1,64}@(?:gmail|ukr|i|meta|bigmir|email|online|outlook|hotmail|yahoo|icloud|proton|protonmail|mail|yandex)\.(?:com|net|ua|ru|me)(?![\w-])/i;
/** Local parts of offices, schools and enterprises: no person's mailbox. */
const office =
  /(?:school|shkol|scool|zosh|zzso|nvk|nvo|gimn|gymn|lice|lyce|liце|kolegi|sadok|dnz|zdo|cdut|info|office|kanc|rada|otg|gromad|kp[_.-]|^kp|knp|likarn|hospital|centr|center|cnap|tsnap|museum|library|bibl|sport|press|admin|mail|osvita|vidd|upr|dep)|\d{2,}(?:kr|kirov)/i;
const word = "[А-ЯІЇЄҐ][а-яіїєґ’'ʼ]+(?:-[А-ЯІЇЄҐ][а-яіїєґ’'ʼ]+)?";
const patronymic = "[А-ЯІЇЄҐ][а-яіїєґ’'ʼ]+(?:ович|евич|йович|івна|ївна)";
const capital = "[А-ЯІЇЄҐ][А-ЯІЇЄҐ’'ʼ]+(?:-[А-ЯІЇЄҐ]+)?";
const capitalPatronymic = "[А-ЯІЇЄҐ][А-ЯІЇЄҐ’'ʼ]+(?:ОВИЧ|ЕВИЧ|ЙОВИЧ|ІВНА|ЇВНА)";
const letter = "А-Яа-яІіЇїЄєҐґ";
const orders = (name: string, father: string) =>
  `${name}\\s+${name}\\s+${father}|${name}\\s+${father}\\s+${name}`;
const fullName = new RegExp(
  `(?<![${letter}])(?:${orders(word, patronymic)}|${orders(capital, capitalPatronymic)})(?![${letter}])`,
);
const initials = new RegExp(
  `^(?:${word}\\s+[А-ЯІЇЄҐ]\\.\\s?[А-ЯІЇЄҐ]\\.?|[А-ЯІЇЄҐ]\\.\\s?[А-ЯІЇЄҐ]\\.\\s?${word})$`,
);
const named = /(?:вул|просп|пров|бульв|площ|сквер|парк|імені|ім\.|пам’ят|пам'ят)/i;
const passport = /^[А-ЯІЇЄҐ]{2}\s?№?\s?\d{6}$/;
const passportInText = /паспорт[^\d]{0,20}?([А-ЯІЇЄҐ]{2})\s?№?\s?\d{6}(?!\d)/i;
const plate = /^[АВЕІКМНОРСТХABEIKMHOPCTX]{2}\s?\d{4}\s?[АВЕІКМНОРСТХABEIKMHOPCTX]{2}$/;
const unzr = /^(?:19|20)\d{2}(?:0[1-9]|1[0-2])(?:0[1-9]|[12]\d|3[01])-\d{5}$/;
const flat = /(?:^|[\s,.])кв(?:артира)?\.?\s*№?\s*\d+/i;
const taxInText = /(?:ІПН|РНОКПП|ідентифікаційний (?:код|номер))[^\d]{0,12}(\d{10})(?!\d)/i;

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

const initial = (name: string): string => `${name.slice(0, 1)}***`;
const namesInText = new RegExp(fullName, "g");
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
  return text
    .replace(/[\w.+-]{1,64}(?=@)/g, initial)
    .replace(/(?<!\d)\+?\d[\d\s().-]{7,}\d/g, (run) => {
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
    .replace(initialsInText, initial);
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

/** Does a text hold a full name, a phone or a mailbox, so that it is no name of a column? */
export function isPersonalText(text: string): boolean {
  const kind = lookForPersonal(text, DIGIT | CYRILLIC | AT, undefined, {});
  return (kind === "name" && /(?:вич|вна)/i.test(text)) || kind === "phone" || kind === "mail";
}
