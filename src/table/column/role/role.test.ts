import { describe, expect, test } from "vitest";
import {
  hasBirthDay,
  isCard,
  isEdrpou,
  isIban,
  isKatottg,
  isKoatuu,
  isTaxNumber,
  toLatinLetters,
} from "./codes.ts";
import { type Role, roleOf } from "./role.ts";

test.each<[role: Role | undefined, names: string[]]>([
  ["katottg", ["КАТОТТГ", "katottg", "catuttc"]],
  ["katottg-category", ["Категорія об’єкта", "katottgCategory"]],
  ["koatuu", ["КОАТУУ", "koatuu"]],
  ["tax-number", ["РНОКПП", "ІПН", "inn", "rnokpp", "Податковий номер"]],
  ["edrpou", ["Код ЄДРПОУ", "edrpou"]],
  ["iban", ["IBAN", "Розрахунковий рахунок"]],
  ["postcode", ["Поштовий індекс", "Індекс", "addressPostCode"]],
  ["email", ["E-mail", "Електронна пошта"]],
  ["phone", ["Телефон", "telephone", "тел."]],
  ["hours", ["openingHours", "Графік роботи"]],
  ["latitude", ["lat", "Широта"]],
  ["longitude", ["lon", "lng", "Довгота"]],
  ["birth", ["Дата народження", "birthDate"]],
  ["passport", ["Паспорт", "passport_number"]],
  ["surname", ["Прізвище", "ПІБ", "lastName", "contactPointName", "Ім’я"]],
  ["person", ["Керівник", "Відповідальна особа", "applicant"]],
  ["home", ["Місце проживання"]],
  ["address", ["Адреса", "street"]],
  ["date", ["Дата", "dateIssued", "startDate"]],
  ["number", ["Номер лічильника", "serial"]],
  ["author", ["Автор"]],
  ["thing", ["Пам’ятник"]],
  [undefined, ["Назва", "sum", "КАТОТТГ, назва", "koatuu_name", "Паспорт набору", "slippery", ""]],
])("columns of the role %s", (role, names) => {
  expect(names.map((name) => [name, roleOf(name)])).toEqual(names.map((name) => [name, role]));
  expect(names.map((name) => [name, roleOf("n", name)])).toEqual(names.map((name) => [name, role]));
});

test("three hundred letters of a name are looked at", () => {
  expect(roleOf(`${"а".repeat(296)}edrpou`)).toBeUndefined();
  expect(roleOf(`${"а".repeat(294)}edrpou`)).toBe("edrpou");
  expect(roleOf("n", `${"а".repeat(296)}edrpou`)).toBeUndefined();
});
test("a code whose title is that of its name is none", () => {
  expect(roleOf("katottg", "Назва за класифікатором")).toBeUndefined();
  expect(roleOf("edrpou", "Назва")).toBe("edrpou");
});

describe("codes with check digits", () => {
  type Judge = (text: string) => boolean;
  test.each<[what: string, is: Judge, right: string[], wrong: string[]]>([
    [
      "ЄДРПОУ",
      isEdrpou,
      ["00022438", "32855961", "14360570", "21560045", "02229238", "10000062", "10000127"],
      ["00022437", "39765123", "0022438", "000224380", "x0022438", "0002243x", "60000000"],
    ],
    [
      "РНОКПП",
      isTaxNumber,
      ["3184710604", "0000100004", "3184710610"],
      ["3184710605", "318471060", "31847106040", "x184710604", "318471060x"],
    ],
    [
      "КОАТУУ",
      isKoatuu,
      ["3510136300", "0110100000", "8500000000"],
      ["3550136300", "0210100000", "351013630", "35101363000", "x510136300"],
    ],
    [
      "IBAN",
      isIban,
      ["UA213223130000026007233566001"],
      [
        "UA213223130000026007233566002",
        "UA21322313000002600723356600",
        "xUA213223130000026007233566001",
        "UA2132231300000260072335660010",
        "PL213223130000026007233566001",
      ],
    ],
    [
      "КАТОТТГ",
      isKatottg,
      ["UA35040210000014072"],
      ["UA3504021000001407", "UA350402100000140720", "xUA35040210000014072", "UА35040210000014072"],
    ],
    [
      "cards",
      isCard,
      ["4111111111111111", "5500000000000004", "2200000000000004"],
      [
        "4111111111111112",
        "411111111111111",
        "41111111111111111",
        "1111111111111117",
        "x111111111111111",
      ],
    ],
  ])("%s", (_, is, right, wrong) => {
    expect(right.filter((text) => !is(text))).toEqual([]);
    expect(wrong.filter(is)).toEqual([]);
  });
  test("the first five digits of a tax number are a day of birth from 1900 to 2026", () =>
    expect(
      ["00000", "00001", "31847", "46386", "46387"].map((days) => hasBirthDay(`${days}10604`)),
    ).toEqual([false, true, true, true, false]));
  test("letters that look Latin become so, others stay", () =>
    expect(toLatinLetters("АВЕІКМНОРСТХУ аеіорсухѕј Бґ")).toBe("ABEIKMHOPCTXY aeiopcyxsj Бґ"));
});
