import { describe, expect, test } from "vitest";
import type { Role } from "../column/role/role.ts";
import { DIGIT, DOT, maskOf } from "../scan/characters.ts";
import { judgePersonal } from "./judge-personal.ts";
import type { PersonalEvidence } from "./personal-evidence.ts";
import { judgeNames } from "./personal-names.ts";
import { lookForNumbers } from "./personal-numbers.ts";

const judged = (evidence: PersonalEvidence, role: Role | undefined, filled: number) =>
  judgePersonal(evidence, role, filled).map(
    ({ kind, count, severity }) => `${kind} ${count} ${severity}`,
  );

describe("evidence of numbers in a column", () => {
  test.each<[situation: string, PersonalEvidence, Role | undefined, number, string[]]>([
    ["nothing", {}, undefined, 10, []],
    [
      "called tax numbers: all, whatever their check digits",
      { tenDigits: 9, "tax-number": 1 },
      "tax-number",
      9,
      ["tax-number 9 error"],
    ],
    [
      "one number in a column called so",
      { tenDigits: 1, "tax-number": 1 },
      "tax-number",
      1,
      ["tax-number 1 error"],
    ],
    ["called tax numbers, and empty", {}, "tax-number", 0, []],
    [
      "three ten-digit numbers of which all pass",
      { tenDigits: 3, "tax-number": 3 },
      undefined,
      3,
      ["tax-number 3 error"],
    ],
    ["two of them", { tenDigits: 2, "tax-number": 2 }, undefined, 2, []],
    [
      "six tenths of them pass",
      { tenDigits: 10, "tax-number": 6 },
      undefined,
      10,
      ["tax-number 6 error"],
    ],
    ["fewer pass", { tenDigits: 10, "tax-number": 5 }, undefined, 10, []],
    [
      "codes of places among which some pass",
      { tenDigits: 10, "tax-number": 7, koatuu: 6 },
      undefined,
      10,
      [],
    ],
    [
      "half of them codes of places",
      { tenDigits: 10, "tax-number": 7, koatuu: 5 },
      undefined,
      10,
      ["tax-number 7 error"],
    ],
    ["a column called КОАТУУ", { tenDigits: 10, "tax-number": 9 }, "koatuu", 10, []],
    [
      "an entrepreneur among codes of companies",
      { tenDigits: 1, "tax-number": 1 },
      "edrpou",
      50,
      ["tax-number 1 error"],
    ],
    ["a tax number inside a text", { "tax-number": 1 }, undefined, 50, ["tax-number 1 error"]],
    ["three cards", { card: 3, sixteenDigits: 5 }, undefined, 5, ["card 3 error"]],
    ["two cards", { card: 2, sixteenDigits: 2 }, undefined, 2, []],
    ["one card in a column of cards", { card: 1, sixteenDigits: 1 }, "card", 2, ["card 1 error"]],
    [
      "three numbers of sixteen digits of which too few pass",
      { card: 3, sixteenDigits: 6 },
      undefined,
      6,
      [],
    ],
    [
      "passports of different series, half of the cells",
      { passport: 3, moreSeries: true },
      undefined,
      6,
      ["passport 3 error"],
    ],
    ["passports of one series are numbers of something", { passport: 9 }, undefined, 9, []],
    ["passports fewer than half", { passport: 3, moreSeries: true }, undefined, 7, []],
    ["one passport in a column of passports", { passport: 1 }, "passport", 9, ["passport 1 error"]],
    ["passports in a column of numbers", { passport: 9, moreSeries: true }, "number", 9, []],
    ["plates of cars", { plate: 3 }, undefined, 6, ["plate 3 error"]],
    ["two plates", { plate: 2 }, undefined, 2, []],
    ["a plate in a column of plates", { plate: 1 }, "plate", 9, ["plate 1 error"]],
    ["a plate in a column of passports", { plate: 1 }, "passport", 9, []],
    [
      "three cards of identity in a column of passports",
      { "id-card": 3 },
      "passport",
      9,
      ["id-card 3 error"],
    ],
    ["three nine-digit numbers elsewhere", { "id-card": 3 }, undefined, 3, []],
    [
      "numbers of the register of people, half of the cells",
      { unzr: 3 },
      undefined,
      6,
      ["unzr 3 error"],
    ],
    ["one of them in a column of passports", { unzr: 1 }, "passport", 9, ["unzr 1 error"]],
    ["one elsewhere", { unzr: 1 }, undefined, 9, []],
    ["one phone", { phone: 1 }, undefined, 9, ["phone 1 warning"]],
    ["three phones", { phone: 3 }, undefined, 9, ["phone 3 error"]],
    ["one phone in a column of phones", { phone: 1 }, "phone", 9, ["phone 1 error"]],
    [
      "bare numbers of different operators",
      { barePhones: 3, tenDigits: 5, moreOperators: true },
      undefined,
      5,
      ["phone 3 error"],
    ],
    [
      "bare numbers fewer than six tenths",
      { barePhones: 2, tenDigits: 5, moreOperators: true },
      undefined,
      5,
      [],
    ],
    [
      "five bare numbers of one operator are codes",
      { barePhones: 5, tenDigits: 5 },
      undefined,
      5,
      [],
    ],
    [
      "five of two operators are not",
      { barePhones: 5, tenDigits: 5, moreOperators: true },
      undefined,
      5,
      ["phone 5 error"],
    ],
    [
      "few bare numbers in a column of phones",
      { barePhones: 1, tenDigits: 5 },
      "phone",
      5,
      ["phone 1 error"],
    ],
    ["four of them are not", { barePhones: 4, tenDigits: 4 }, undefined, 4, ["phone 4 error"]],
    [
      "bare numbers in a column of numbers",
      { barePhones: 4, tenDigits: 4, moreOperators: true },
      "number",
      4,
      [],
    ],
    ["a private mailbox", { mail: 1 }, undefined, 9, ["mail 1 warning"]],
    [
      "days of birth and flats: told, and judged by what stands beside",
      { birth: 2, "home-address": 1 },
      undefined,
      9,
      ["birth 2 warning", "home-address 1 warning"],
    ],
    [
      "names by a column's name alone, three tenths of it",
      { named: 3 },
      undefined,
      10,
      ["named 3 warning"],
    ],
    ["fewer", { named: 2 }, undefined, 10, []],
    [
      "names and initials of one column",
      { sure: 3, name: 2, initials: 1 },
      undefined,
      9,
      ["name 2 error", "initials 1 error"],
    ],
  ])("%s", (_, evidence, role, filled, expected) =>
    expect(judged(evidence, role, filled)).toEqual(expected),
  );
});

describe("evidence of names in a column", () => {
  test.each<[situation: string, PersonalEvidence, Role | undefined, number, string | undefined]>([
    ["nothing", {}, undefined, 10, undefined],
    ["one that says that it is a person", { told: 1 }, undefined, 100, "error"],
    ["three sure names", { sure: 3 }, undefined, 100, "error"],
    ["two sure names among a hundred", { sure: 2 }, undefined, 100, "warning"],
    ["a whole column of likely ones", { whole: 4 }, undefined, 10, "error"],
    ["likely ones fewer than four tenths", { whole: 3 }, undefined, 10, "warning"],
    ["likely ones fewer than three in twenty", { whole: 3 }, undefined, 21, undefined],
    ["one cell that is likely one", { whole: 1 }, undefined, 1, "warning"],
    ["one cell that is a clear one", { whole: 1, clear: 1 }, undefined, 1, "error"],
    ["streets of men, more than of persons", { whole: 4, others: 5 }, undefined, 10, undefined],
    ["as many streets as persons", { whole: 4, others: 4 }, undefined, 10, "error"],
    ["three clear ones, a tenth", { clear: 3 }, undefined, 30, "error"],
    ["three clear ones, fewer", { clear: 3 }, undefined, 31, "warning"],
    ["one clear in a hundred", { clear: 1 }, undefined, 100, "warning"],
    ["one clear in more", { clear: 1 }, undefined, 101, undefined],
    ["names inside other words, three tenths", { among: 3 }, undefined, 10, "error"],
    ["fewer of them", { among: 3 }, undefined, 11, undefined],
    ["authors of books: to be looked at", { sure: 9 }, "author", 9, "warning"],
    ["authors that are institutions", { shaped: 9 }, "author", 9, undefined],
    ["a column of persons with one seen", { sure: 1 }, "person", 50, "error"],
    ["a column of persons, half shaped like names", { shaped: 5 }, "person", 10, "error"],
    ["a column of persons, fewer", { shaped: 4 }, "person", 10, undefined],
    ["a column of surnames, a fifth shaped so", { shaped: 2 }, "surname", 10, "error"],
    ["a column of surnames, fewer", { shaped: 1 }, "surname", 10, undefined],
  ])("%s", (_, evidence, role, filled, expected) =>
    expect(judgeNames(evidence, role, filled)).toBe(expected),
  );
});

test("what a number adds to the evidence", () => {
  const seen = (role: Role | undefined, ...texts: readonly string[]) => {
    const evidence: PersonalEvidence = {};
    const kinds = texts.map((text) =>
      lookForNumbers(text, text.includes(".") ? DIGIT | DOT : DIGIT, role, evidence),
    );
    return { kinds, evidence };
  };
  expect(seen(undefined, "0671234567", "0501234567", "0672345678")).toEqual({
    kinds: ["phone", "phone", "phone"],
    evidence: { tenDigits: 3, barePhones: 3, operator: "067", moreOperators: true },
  });
  expect(seen(undefined, "1234567890.0").evidence.tenDigits).toBe(1);
  expect(seen(undefined, "380671234567")).toEqual({ kinds: ["phone"], evidence: { phone: 1 } });
  expect(seen(undefined, "4111111111111111", "4111111111111112")).toEqual({
    kinds: ["card", undefined],
    evidence: { sixteenDigits: 2, card: 1 },
  });
  const series = (...texts: string[]) => {
    const evidence: PersonalEvidence = {};
    for (const text of texts) lookForNumbers(text, maskOf(text), undefined, evidence);
    return evidence;
  };
  expect(series("АБ 123456", "АБ 654321")).toEqual({ passport: 2, series: "АБ" });
  expect(series("АБ 123456", "ВГ 654321")).toEqual({
    passport: 2,
    series: "АБ",
    moreSeries: true,
  });
  expect(series("0671234567; 0501234567")).toEqual({ phone: 1 });
  expect(series("дзвонити 0671234567")).toEqual({ phone: 1 });
  expect(seen("passport", "001234567")).toEqual({
    kinds: ["id-card"],
    evidence: { "id-card": 1 },
  });
  expect(seen(undefined, "001234567")).toEqual({ kinds: [undefined], evidence: {} });
});
