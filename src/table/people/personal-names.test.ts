import { describe, expect, test } from "vitest";
import type { Role } from "../column/role/role.ts";
import { maskOf } from "../scan/characters.ts";
import type { PersonalEvidence } from "./personal-evidence.ts";
import { judgeNames, lookForNames } from "./personal-names.ts";

const looked = (text: string, role?: Role, before: PersonalEvidence = {}) => {
  const evidence = { ...before };
  const kind = lookForNames(text, maskOf(text), role, evidence);
  const added = Object.entries(evidence).filter(
    ([sign, value]) => value !== before[sign as keyof PersonalEvidence] && sign !== "read",
  );
  return [kind ?? "none", ...added.map(([sign]) => sign)].join(" ");
};

/** What a cell is counted as: in any column, in one of persons, of surnames, of streets. */
type Counted = [text: string, any: string, person: string, surname: string, address: string];
const nobody = "none";
test.each<Counted>([
  [
    "Петренко Іван Миколайович",
    "name sure name",
    "name sure name",
    "name sure name",
    "name sure name",
  ],
  [
    "Петренка Івана Миколайовича",
    "name sure name",
    "name sure name",
    "name sure name",
    "none others",
  ],
  ["Петренко Іван", "name whole name", "name whole name", "name whole name", nobody],
  [
    "Петренка Івана",
    "none others",
    "name others whole name",
    "name others whole name",
    "none others",
  ],
  [
    "Лариса КОСТЕНКО",
    "name whole clear name",
    "name whole clear name",
    "name whole clear name",
    nobody,
  ],
  [
    "Петренко І. М.",
    "initials whole clear initials",
    "initials whole clear initials",
    "initials whole clear initials",
    nobody,
  ],
  [
    "Коваль О.",
    "initials whole initials",
    "initials whole initials",
    "initials whole initials",
    nobody,
  ],
  [
    "Коваль О., Петренко І. М.",
    "initials whole clear initials",
    "initials whole clear initials",
    "initials whole clear initials",
    nobody,
  ],
  [
    "директор Петренко Іван",
    "name told sure name",
    "name told sure name",
    "name told sure name",
    nobody,
  ],
  [
    "гр. Коваль О.",
    "initials told sure initials",
    "initials told sure initials",
    "initials told sure initials",
    nobody,
  ],
  [
    "ФОП Петренко Іван",
    "entrepreneur told sure entrepreneur",
    "entrepreneur told sure entrepreneur",
    "entrepreneur told sure entrepreneur",
    nobody,
  ],
  [
    "ремонт Петренко І. М. дах",
    "initials among initials",
    "initials among initials",
    "initials among initials",
    nobody,
  ],
  ["ремонт Петренко Іван дах", nobody, nobody, "named named", nobody],
  ["Нова Прага", nobody, "name shaped name", "name shaped name", nobody],
  ["Невідомий Автор", nobody, nobody, nobody, nobody],
  ["Петренко", nobody, nobody, "name shaped name", nobody],
  ["Ян", nobody, nobody, "name shaped name", nobody],
  ["Я", nobody, nobody, nobody, nobody],
  ["Вакантна посада", nobody, nobody, nobody, nobody],
  ["вул. Садова", nobody, nobody, nobody, nobody],
  ["тут якісь слова", nobody, "name shaped name", "name shaped name", nobody],
])("%s", (text, any, person, surname, address) => {
  expect([
    looked(text),
    looked(text, "person"),
    looked(text, "surname"),
    looked(text, "address"),
    looked(text, "thing"),
  ]).toEqual([any, person, surname, address, address]);
});

describe("cells that are not read word by word", () => {
  const far = "слово ".repeat(20);
  const latin = "word ".repeat(24);
  test.each<[situation: string, text: string, evidence: PersonalEvidence, counted: string]>([
    ["the 1500th cell still is", "Петренко Іван", { read: 1499 }, "name whole name"],
    ["the next is not", "Петренко Іван", { read: 1500 }, nobody],
    ["it is where names were met", "Петренко Іван", { read: 1501, whole: 31 }, "name whole name"],
    ["it is not where they were few", "Петренко Іван", { read: 1501, whole: 30 }, nobody],
    ["nor where they were two", "Петренко Іван", { read: 99, whole: 2 }, "name whole name"],
    [
      "a patronymic points at a person",
      "Петренко Іван Миколайович",
      { read: 9000 },
      "name sure name",
    ],
    ["initials do", "Петренко І. М.", { read: 9000 }, "initials whole clear initials"],
    ["«гр.» does", "гр. Петренко І.", { read: 9000 }, "initials told sure initials"],
    [
      "a patronymic in Latin letters does",
      "Verbovyi Ostap Petrovych",
      { read: 9000 },
      "name sure name",
    ],
    ["a pair in Latin letters does not", "Ostap Verbovyi", { read: 9000 }, nobody],
    ["a long text is not", `${far}Петренко Іван`, {}, nobody],
    ["a long text with a patronymic is", `${far}Петренко Іван Миколайович`, {}, "name sure name"],
    ["a long text in Latin letters", `${latin}Verbovyi Ostap Petrovych`, {}, "name sure name"],
    [
      "a very long one, around the patronymic",
      `${far.repeat(5)}Петренко Іван Миколайович`,
      {},
      "name sure name",
    ],
    [
      "a very long one, around each",
      `${far.repeat(5)}Церковна верховна${far.repeat(5)}гр. Коваль Ганна Петрівна${far}`,
      {},
      "name told sure name",
    ],
    ["a very long one with a name only", `${far.repeat(5)}Петренко Іван`, {}, nobody],
  ])("%s", (_, text, evidence, counted) => expect(looked(text, undefined, evidence)).toBe(counted));
  test("in a column of people every one is", () =>
    expect(looked("Петренко Іван", "person", { read: 9000 })).toBe("name whole name"));
  test("how many cells were read is counted, but for the shortest", () => {
    const evidence: PersonalEvidence = {};
    for (const text of ["слово", "слов", "ще одне слово"])
      lookForNames(text, maskOf(text), undefined, evidence);
    expect(evidence).toEqual({ read: 2 });
  });
});

test("one sure name of two cells is an error, likely ones of three cells too", () => {
  expect(judgeNames({ sure: 1, whole: 1 }, undefined, 2)).toBe("error");
  expect(judgeNames({ whole: 2 }, undefined, 2)).toBe("warning");
  expect(judgeNames({ whole: 3 }, undefined, 3)).toBe("error");
  expect(judgeNames({ whole: 2 }, undefined, 3)).toBeUndefined();
});
