import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { parse } from "yaml";
import { textOf } from "../../model/tree.ts";
import { readTree } from "../../read/tree.ts";
import type { WrittenPassport } from "../../schemas/data/dataset.ts";
import { project } from "../../test/fixtures/built-site.ts";
import { passportText, passportValues } from "./passport-text.ts";
import { isSameValue } from "./yaml/same-value.ts";

const written = `# Паспорт зупинок
title: Зупинки   # так зве їх закон
# Опис читають усі
description: >-
  Перелік зупинок
  громади.
publisher: council

keywords: [зупинки, транспорт] # від читачів
temporal: {start: 2020-01-01}
resources:
- name: stops
  title: Зупинки
  # файл із міста
  path: stops.csv
  schema:
    fields:
    - {name: id, type: string, title: Номер}
    # назва з таблички
    - name: name
      type: string
      title: 'Назва'
`;
const change = (values: Partial<WrittenPassport>) =>
  passportText({ ...passportValues(written), ...values }, written);

describe("a passport that is there", () => {
  test("nothing changes where nothing changed", () => expect(change({})).toBe(written));

  test.each<[what: string, values: Partial<WrittenPassport>, from: string, to: string]>([
    [
      "a title keeps the comment after it",
      { title: "Зупинки міста" },
      "Зупинки   #",
      "Зупинки міста   #",
    ],
    [
      "a folded text is folded again",
      { description: "Перелік зупинок міста." },
      "description: >-\n  Перелік зупинок\n  громади.\n",
      "description: Перелік зупинок міста.\n",
    ],
    ["words of a list", { keywords: ["зупинки"] }, "[зупинки, транспорт]", "[зупинки]"],
    [
      "a map on its line",
      { temporal: { start: "2020-01-01", end: "2020-12-31" } },
      "{start: 2020-01-01}",
      "{start: 2020-01-01, end: 2020-12-31}",
    ],
    [
      "a new field stands in its place",
      { frequency: "yearly" },
      "# від читачів\n",
      "# від читачів\nfrequency: yearly\n",
    ],
    [
      "two new fields stand in their order",
      { version: "1.0", versionNotes: "Перша версія." },
      "{start: 2020-01-01}\n",
      '{start: 2020-01-01}\nversion: "1.0"\nversionNotes: Перша версія.\n',
    ],
    ["a field that went", { temporal: undefined }, "temporal: {start: 2020-01-01}\n", ""],
  ])("%s", (_, values, from, to) => {
    expect(written).toContain(from);
    expect(change(values)).toBe(written.replace(from, to));
  });

  test("a column's title changes, and its neighbours stay as they are", () => {
    const values = structuredClone(passportValues(written));
    const field = values.resources?.[0]?.schema?.fields[1];
    if (!field) throw new Error("The column has gone.");
    field.title = "Назва зупинки";
    field.description = "Як на табличці";
    expect(passportText(values, written)).toBe(
      written.replace(
        "title: 'Назва'\n",
        "title: Назва зупинки\n      description: Як на табличці\n",
      ),
    );
  });

  test("a column that went is gone, and everything above the list stays", () => {
    const values = structuredClone(passportValues(written));
    values.resources?.[0]?.schema?.fields.pop();
    const text = passportText(values, written);
    expect(parse(text)).toEqual(values);
    expect(text.slice(0, written.indexOf("schema:"))).toBe(
      written.slice(0, written.indexOf("schema:")),
    );
  });
});

const passports = [...readTree(project)].flatMap(([path, file]) =>
  path.endsWith("/datapackage.yaml") ? [textOf(file)] : [],
);

test("every passport of this portal stays byte for byte where nothing is said anew", () => {
  for (const text of passports) expect(passportText(passportValues(text), text)).toBe(text);
});

test("whatever changes in a passport of this portal, the text says it, and lines of other fields stay", () => {
  const text = fc
    .string({ unit: "grapheme", minLength: 1, maxLength: 300 })
    // Other spaces are refused in a passport (text-plain); with one of them the library writes the whole text anew.
    .filter((one) => one.trim() !== "" && !/[^\S ]/u.test(one));
  fc.assert(
    fc.property(
      fc.constantFrom(...passports),
      fc.record({
        title: text,
        note: text,
        frequency: fc.constantFrom("yearly", "monthly"),
        keywords: fc.array(text, { minLength: 1, maxLength: 4 }),
      }),
      (existing, values) => {
        const wanted = { ...passportValues(existing), ...values };
        const edited = passportText(wanted, existing);
        expect(isSameValue(parse(edited), wanted)).toBe(true);
        const resources = existing.slice(existing.indexOf("\nresources:"));
        expect(edited.endsWith(resources)).toBe(true);
      },
    ),
    { numRuns: 150 },
  );
});

test("a new passport reads as those of the portal do", () => {
  expect(
    passportText({
      resources: [
        {
          name: "stops",
          title: "Зупинки",
          path: "stops.csv",
          schema: {
            primaryKey: "id",
            fields: [
              { name: "id", title: "Номер", constraints: { required: true } },
              { name: "year", type: "year", title: "Рік", en: { title: "Year" } },
            ],
          },
        },
      ],
      title: "Зупинки",
      description: `Перелік зупинок громадського транспорту громади: ${"назва й місце, ".repeat(5)}кількість платформ.`,
      keywords: ["зупинки", "транспорт"],
      licenses: [{ name: "CC-BY-4.0" }],
      publisher: "council",
      version: "1.0",
      temporal: { start: "2026-01-01" },
      contact: { email: "data@example.gov.ua" },
      note: "",
      sources: [],
    }),
  ).toMatchInlineSnapshot(`
    "# yaml-language-server: $schema=../../../src/schemas/json/dataset.schema.json
    title: Зупинки
    description: >-
      Перелік зупинок громадського транспорту громади: назва й місце, назва й місце, назва й місце, назва й
      місце, назва й місце, кількість платформ.
    publisher: council
    contact: {email: data@example.gov.ua}
    keywords: [зупинки, транспорт]
    licenses:
      - name: CC-BY-4.0
    temporal: {start: 2026-01-01}
    version: "1.0"
    resources:
      - name: stops
        title: Зупинки
        path: stops.csv
        schema:
          primaryKey: id
          fields:
            - name: id
              title: Номер
              constraints: {required: true}
            - name: year
              type: year
              title: Рік
              en: {title: Year}
    "
  `);
});
