import { describe, expect, test } from "vitest";
import type { PersonalFound } from "../../model/table.ts";
import type { Role } from "../column/role/role.ts";
import { maskOf } from "../scan/characters.ts";
import { besideNames, isPersonalText, lookForPersonal, namesPerson } from "./personal.ts";
import type { PersonalEvidence } from "./personal-evidence.ts";

describe("what one cell adds to the evidence of its column", () => {
  test.each<
    [text: string, role: Role | undefined, kind: string | undefined, evidence: PersonalEvidence]
  >([
    ["1990", "birth", "birth", { birth: 1 }],
    ["х", "birth", undefined, {}],
    ["вул. Шевченка", "home", "home-address", { "home-address": 1 }],
    ["12", "home", undefined, {}],
    ["0671234567", undefined, "phone", { tenDigits: 1, barePhones: 1, operator: "067" }],
    ["1234567", undefined, undefined, {}],
    ["ivan@gmail.com", undefined, "mail", { mail: 1 }],
    ["info@gmail.com", undefined, undefined, { read: 1 }],
    ["вул. Шевченка, кв. 5", undefined, "home-address", { read: 1, "home-address": 1 }],
    ["КВ.5", undefined, "home-address", { "home-address": 1 }],
    ["кв. х", undefined, undefined, { read: 1 }],
    ["квартал 5", undefined, undefined, { read: 1 }],
    ["Петренко Іван", undefined, "name", { read: 1, whole: 1, name: 1 }],
    [
      "Вик. Петренко О. В., тел. 0671234567",
      undefined,
      "phone",
      { phone: 1, read: 1, told: 1, sure: 1, initials: 1 },
    ],
    ["ivan@gmail.com тел 067 123-45-67", undefined, "phone", { phone: 1, read: 1 }],
    ["000123456", "passport", "id-card", { "id-card": 1 }],
    ["19900101-12345", undefined, "unzr", { unzr: 1 }],
    ["19901301-12345", undefined, undefined, {}],
    ["АБ 123456", undefined, "passport", { passport: 1, series: "АБ", read: 1 }],
    ["паспорт АБ 123456", undefined, "passport", { passport: 1, moreSeries: true, read: 1 }],
    ["ІПН 3184710604", undefined, "tax-number", { "tax-number": 1, read: 1 }],
    ["ІПН 3184710605", undefined, undefined, { read: 1 }],
    ["ВА 1234 НР", undefined, "plate", { plate: 1, read: 1 }],
    ["4111 1111 1111 1111", undefined, "card", { sixteenDigits: 1, card: 1 }],
    ["4111 1111 1111 1112", undefined, undefined, { sixteenDigits: 1 }],
    ["3510136300", undefined, undefined, { tenDigits: 1, koatuu: 1 }],
    ["067-123-45-67, 0522", undefined, "phone", { phone: 1 }],
  ])("%s in a column of %s", (text, role, kind, expected) => {
    const evidence: PersonalEvidence = {};
    expect([lookForPersonal(text, maskOf(text), role, evidence), evidence]).toEqual([
      kind,
      expected,
    ]);
  });
});

describe("a text alone", () => {
  test.each<[text: string, isPersonal: boolean, namesSomebody: boolean]>([
    ["Петренко Іван Миколайович", true, true],
    ["директор Петренко Іван", true, true],
    ["Петренко Іван", false, true],
    ["Петренка Івана", false, false],
    ["Нова Прага", false, false],
    ["вул. Івана Франка", false, false],
    ["067 123 45 67", true, true],
    ["0671234567", true, true],
    ["ivan@gmail.com", true, true],
    ["info@gmail.com", false, false],
    ["4111 1111 1111 1111", true, true],
    ["АБ 123456", true, true],
    ["ІПН 3184710604", true, true],
    ["кв. 5", false, false],
    ["Школа № 5", false, false],
  ])("%s: personal %s, names a person %s", (text, isPersonal, namesSomebody) =>
    expect([isPersonalText(text), namesPerson(text)]).toEqual([isPersonal, namesSomebody]),
  );
});

describe("days of birth and flats are judged by what stands beside them", () => {
  const warning = (kind: string): PersonalFound => ({
    kind,
    severity: "warning",
    count: 2,
    first: [],
  });
  const told = (columns: { name: string; title?: string; kinds: string[] }[]) =>
    besideNames(
      columns.map(({ kinds, ...column }) => ({ ...column, personal: kinds.map(warning) })),
    ).map(({ personal }) => personal.map(({ kind, severity }) => `${kind} ${severity}`));
  const both = { name: "a", kinds: ["birth", "home-address", "phone"] };
  test.each<
    [situation: string, beside: { name: string; title?: string; kinds: string[] }, told: string[]]
  >([
    ["nothing", { name: "b", kinds: [] }, ["phone warning"]],
    ["phones", { name: "b", kinds: ["phone"] }, ["phone warning"]],
    ...["name", "initials", "entrepreneur", "named"].map(
      (kind): [string, { name: string; kinds: string[] }, string[]] => [
        kind,
        { name: "b", kinds: [kind] },
        ["birth error", "home-address error", "phone warning"],
      ],
    ),
    ["debts", { name: "борг", kinds: [] }, ["home-address warning", "phone warning"]],
    [
      "debts by a title",
      { name: "b", title: "Сума боргу", kinds: [] },
      ["home-address warning", "phone warning"],
    ],
  ])("%s", (_, beside, expected) => expect(told([both, beside])[0]).toEqual(expected));
});
