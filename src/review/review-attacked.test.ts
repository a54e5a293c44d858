import { describe, expect, test } from "vitest";
import type { Review } from "../model/reports/review.ts";
import {
  base,
  csv,
  from,
  markdown,
  passport,
  review,
  table,
  text,
} from "../test/fixtures/changed-portal.ts";
import { breakingText } from "./report/words.ts";

describe("what an attack on the report got past", () => {
  const change = (from: string, to: string) => review({ [passport]: text.replace(from, to) });

  test.each<[what: string, result: () => Review, shown: string]>([
    [
      "personal data permitted in a column",
      () => change("title: Назва }", "title: Назва, personal: стаття 6 }"),
      "`файл stops, колонка name: personal`: `немає` → `стаття 6`",
    ],
    [
      "another publisher",
      () =>
        from(
          { ...base, "data/publishers/museum.yaml": "title: Музей\nkind: enterprise\n" },
          { [passport]: text.replace("publisher: council", "publisher: museum") },
        ),
      "`publisher`: `Міська рада (council)` → `Музей (museum)`",
    ],
    ["a former address dropped", () => change("aliases: [old-1]\n", ""), "aliases"],
    [
      "rows of a file without a structure",
      () => {
        const bare = (lines: string) => ({
          "data/datasets/stops-1/extra.json": lines,
          [passport]: text.replace(
            "resources:\n",
            "resources:\n  - { name: extra, title: Інше, path: extra.json }\n",
          ),
        });
        return from({ ...base, ...bare('[{"a":1},{"a":2}]') }, bare("[]"));
      },
      "extra.json",
    ],
    [
      "the publisher's own page",
      () =>
        from(
          { ...base, "data/publishers/museum.yaml": "title: Музей\nkind: enterprise\n" },
          { "data/publishers/museum.yaml": "title: Музей міста\nkind: enterprise\n" },
        ),
      "data/publishers/museum.yaml",
    ],
  ])("%s: a person must see, and does", (_, result, shown) => {
    const made = result();
    expect(made.verdict).toBe("look");
    expect(markdown(made)).toContain(shown);
  });

  test.each<[what: string, was: string, is: string, breaking: string[]]>([
    [
      "a later first day",
      'type: date, constraints: { minimum: "2020-01-01" }',
      'type: date, constraints: { minimum: "2025-05-01" }',
      ["вимоги до колонки name суворіші: minimum 2025-05-01"],
    ],
    [
      "an earlier first day",
      'type: date, constraints: { minimum: "2020-01-01" }',
      'type: date, constraints: { minimum: "2019-05-01" }',
      [],
    ],
    [
      "mailboxes only",
      "type: string",
      "type: string, format: email",
      ["вимоги до колонки name суворіші: format email"],
    ],
    [
      "the same values written as texts",
      "type: integer, constraints: { enum: [1, 2] }",
      'type: integer, constraints: { enum: ["1", "2"] }',
      [],
    ],
    [
      "a person taken out of the values",
      "type: string, constraints: { enum: [Коваленко Олена Петрівна, Інше] }",
      "type: string, constraints: { enum: [Інше] }",
      ["з переліку значень колонки name вилучено: К*** О*** П***"],
    ],
  ])("%s", (_, was, is, breaking) => {
    const field = (about: string) => text.replace(/(name: name, )type: string/, `$1${about}`);
    const result = from({ ...base, [passport]: field(was) }, { [passport]: field(is) });
    expect(result.datasets[0]?.breaking.map(breakingText)).toEqual(breaking);
  });

  test("no person in a passport, a header or a sum comes into the report", () => {
    const results = [
      change(
        "{ email: data@example.gov.ua }",
        "{ email: data@example.gov.ua, name: Коваленко Олена Петрівна }",
      ),
      change(
        "frequency:",
        "note: 'Дзвонити Коваленко Олені Петрівні, 067 000 00 12, o.kovalenko@example.org'\nfrequency:",
      ),
      review({ [table]: "1,Коваленко Олена Петрівна,067 000 00 12\n2,Бондар Іван Ілліч,2\n" }),
      from(
        {
          ...base,
          [passport]: text.replace("name: platforms, ", "name: rnokpp, "),
          [table]: csv(["1,Перша,0\n"], "id,name,rnokpp"),
        },
        { [table]: csv(["1,Перша,1234567899\n"], "id,name,rnokpp") },
      ),
      // A column that is not named so, of three numbers with right check digits.
      from(
        { ...base, [table]: csv(["1,а,0\n", "2,б,2234567898\n", "3,в,2834567895\n"]) },
        { [table]: csv(["1,а,2934567890\n", "2,б,2234567898\n", "3,в,2834567895\n"]) },
      ),
    ];
    for (const result of results) {
      const all = [markdown(result), JSON.stringify(result)].join("\n");
      expect(all).not.toMatch(
        /Коваленко|Бондар|000 00 12|0000012|o\.kovalenko|1234567899|1.234.567.899|2934567890|8.003.703.683/,
      );
    }
  });
});
