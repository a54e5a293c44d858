import { expect, test } from "vitest";
import { renderCardCsv } from "../../../published/reports/card.ts";
import { catalogueOf, generatedPortal } from "../../../test/fixtures/generated-portal.ts";
import { measureCoverage } from "./coverage.ts";

const generated = generatedPortal(3);
const passport = (number: number) => `data/datasets/stops-${number}/datapackage.yaml`;
const set = (number: number, publisher: string, code: string) => ({
  [passport(number)]: (generated[passport(number)] ?? "")
    .replace("publisher: council", `publisher: ${publisher}`)
    .replace("frequency: yearly", "frequency: never")
    .replace("resources:", `mandated: [${code}]\nresources:`),
});
/** Two publishers with sets, one with an exemption of its own, one with nothing. */
const files = {
  ...generated,
  ...set(1, "transport", "all-1"),
  ...set(2, "council", "mun-1"),
  "data/publishers/transport.yaml": "title: Управління транспорту\nkind: executive\n",
  "data/publishers/archive.yaml": "title: Архів\nkind: executive\n",
  "data/publishers/museum.yaml": "title: Музей\nkind: institution\n",
  "data/registers/exemptions/archive.yaml":
    "mandated: all-1\npublisher: archive\nkind: not-applicable\nground: Підрозділів немає\n",
  "data/registers/exemptions/metro.yaml":
    "mandated: mun-2\nkind: restricted\nground: Воєнний стан\ndecision: № 5\nharmTest: Шкода переважає\nreview: 2027-01-01\n",
  "data/datasets/mandated/list.csv":
    "code,scope,category,title\nall-1,усі розпорядники,загальне,Довідник\nmun-1,місцеві ради,транспорт,Зупинки\nmun-2,місцеві ради,транспорт,Метро\nmun-3,місцеві ради,транспорт,Маршрути\n",
  "data/datasets/mandated/datapackage.yaml": (generated[passport(3)] ?? "")
    .replace(/^title: .*$/m, "title: Перелік")
    .replace(/aliases: .*\n/, "")
    .replace(
      /resources:[\s\S]*/,
      `resources:
  - name: list
    title: Перелік
    path: list.csv
    schema:
      fields:
        - { name: code, title: Код }
        - { name: scope, title: Хто }
        - { name: category, title: Категорія }
        - { name: title, title: Назва }
`,
    ),
  "data/registers/acts/plan.yaml":
    "title: План\nkind: order\nissuer: Голова\ndate: 2024-12-13\nstatus: in-force\n",
  "data/plan.yaml": `title: План дій
act: plan
coordinator: council
years: [2025, 2027]
mandated: { dataset: mandated, resource: list }
sections: [{ number: 1, title: Розділ }]
tasks: [{ number: "1", section: 1, title: Набори, term: Постійно, kpi: Є, measure: mandated, executors: [] }]
`,
  "data/card.yaml": `title: Картка
columns:
  - { title: Код, value: code }
  - { title: Застосовний, value: applicable }
  - { title: Оприлюднено, value: published }
  - { title: Адреса, value: url }
  - { title: Вчасно, value: timely }
  - { title: Підстава, value: ground }
`,
};
const catalogue = catalogueOf(files);

test("a set that everyone keeps is missing at each publisher without it; another is missing once", () => {
  expect(
    measureCoverage(catalogue).map(({ code, state, cells }) => ({
      code,
      state,
      cells: cells.map((cell) => `${cell.publisher}: ${cell.state}`).sort(),
    })),
  ).toEqual([
    {
      code: "all-1",
      state: "published",
      cells: ["archive: not-applicable", "council: missing", "transport: published"],
    },
    { code: "mun-1", state: "published", cells: ["council: published"] },
    { code: "mun-2", state: "restricted", cells: [] },
    { code: "mun-3", state: "missing", cells: [] },
  ]);
});

test("the card has the columns its file names, a row for each mandated set, and claims nothing of a set that is not there", () => {
  expect(renderCardCsv(catalogue)).toBe(
    `Код,Застосовний,Оприлюднено,Адреса,Вчасно,Підстава
all-1,так,так,https://data.example.gov.ua/dataset/stops-1/,так,
mun-1,так,так,https://data.example.gov.ua/dataset/stops-2/,так,
mun-2,так,ні,,,Воєнний стан; № 5
mun-3,так,ні,,,
`,
  );
});
