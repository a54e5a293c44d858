import { readFile } from "node:fs/promises";
import { expect, test } from "vitest";
import { inspectFile } from "../../inspect/inspection.ts";
import { measuredPersonal } from "../../rules/tables/cells/personal-data.ts";
import { type LabelledColumn, peopleColumns } from "../../test/fixtures/people.ts";
import { realFiles } from "../../test/fixtures/real-files.ts";
import { readTable } from "../read-table.ts";
import { sourceOf } from "../scan/encoding.ts";
import { veil, veilNumbers } from "./veil.ts";

const quoted = (text: string) => (/[",\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text);

/** Kinds found in the labelled column, whatever else stands beside it. */
function kindsIn(column: LabelledColumn): string[] {
  const columns = [column, ...(column.beside ?? [])];
  const lines = [
    ["rowNumber", ...columns.map(({ name }) => name)],
    ...column.values.map((_, row) => [
      String(row + 1),
      ...columns.map(({ values }) => values[row] ?? ""),
    ]),
  ];
  const csv = lines.map((cells) => `${cells.map(quoted).join(",")}\n`).join("");
  const report = readTable(new TextEncoder().encode(csv), { form: "any" });
  return report.columns[1]?.personal.map(({ kind }) => kind) ?? [];
}

test("personal data are found by column, as well as the help page says", () => {
  const columns = peopleColumns(20);
  const people = columns.filter(({ kind }) => kind !== "none");
  const alike = columns.filter(({ kind }) => kind === "none");
  const missed = people.filter((column) => !kindsIn(column).includes(column.kind));
  const alarms = alike.filter((column) => kindsIn(column).length > 0);
  expect(alarms).toEqual([]);
  expect([...new Set(missed.map(({ kind, name }) => `${kind}: ${name}`))]).toEqual([]);
  expect({
    people: people.length,
    found: people.length - missed.length,
    alike: alike.length,
    falseAlarms: alarms.length,
  }).toEqual({
    people: measuredPersonal.people,
    found: measuredPersonal.found,
    alike: measuredPersonal.alike,
    falseAlarms: measuredPersonal.falseAlarms,
  });
});

test.skipIf(realFiles.length === 0)(
  "the real files alarm as rarely as the help page says",
  async () => {
    let realColumns = 0;
    let realErrors = 0;
    let realWarnings = 0;
    for (const { name, path } of realFiles) {
      const { report } = await inspectFile(name, sourceOf(await readFile(path)));
      for (const { personal } of report?.columns ?? []) {
        realColumns++;
        if (personal.some(({ severity }) => severity === "error")) realErrors++;
        else if (personal.length > 0) realWarnings++;
      }
    }
    expect({ realColumns, realErrors, realWarnings }).toEqual({
      realColumns: measuredPersonal.realColumns,
      realErrors: measuredPersonal.realErrors,
      realWarnings: measuredPersonal.realWarnings,
    });
  },
);

test.each([
  ["0000100004", "00*****004"],
  ["+380501234567", "38*******567"],
  ["ivan.petrenko@gmail.com", "i***@gmail.com"],
  ["ВА 123456", "ВА****"],
  ["вул. Київська, 5, кв. 12", "вул. Київська, 5, кв. **"],
  ["тел.0671234567", "тел.06*****567"],
  ["067.123.45.67", "06*****567"],
  ["0671234567,0501234567", "06*****567,05*****567"],
  ["паспорт КС 123456", "паспорт КС 12*456"],
  ["ВА1234АА", "ВА****"],
  ["067/123/45/67", "06*****567"],
  ["іван.петренко@укр.нет", "і***@укр.нет"],
  ["ivan.petrenko (at) gmail.com", "i*** (at) gmail.com"],
  ["UA213223130000026007233566001", "UA21**********************001"],
  ["48.507933333333", "48.507933333333"],
  ["2024-02-01", "2024-02-01"],
  ["(0522) 35-83-80", "(0522) 35-83-80"],
  ["UA35040210010027387", "UA35040210010027387"],
])("in a column with numbers of people %s is shown as %s", (value, shown) => {
  expect(veilNumbers(value)).toBe(shown);
});

test.each([
  ["+38(050)1234567", "38*******567"],
  ["дзвонити 050-123-45-67", "дзвонити 05*****567"],
  ["Комірка «Петренко Іван Миколайович»", "Комірка «П*** І*** М***»"],
  ["ПЕТРЕНКО ІВАН МИКОЛАЙОВИЧ", "П*** І*** М***"],
  ["видано Іваненку Петру Степановичу", "видано І*** П*** С***"],
  ["Остап Григорович ШЕВЧЕНКО", "О*** Г*** Ш***"],
  ["Вик. Петренко О. В., тел. 24-33-71", "Вик. П*** О*** В***, тел. 24-33-71"],
  ["директор Лариса КОСТЕНКО", "директор Л*** К***"],
  ["ivan.petrenko@gmail.com", "i***@gmail.com"],
  ["ІПН 0000100004", "ІПН 00*****004"],
  // What stays readable.
  ["2026-01/2026-06", "2026-01/2026-06"],
  [
    "Потрібно: одне зі значень 2026-01/2026-06, 2026-07/2026-12",
    "Потрібно: одне зі значень 2026-01/2026-06, 2026-07/2026-12",
  ],
  ["АЕ № 288300", "АЕ № 288300"],
  ["№ 1234567890 від 01.02.2024", "№ 1234567890 від 01.02.2024"],
  ["3510100000", "3510100000"],
  ["12345678.90", "12345678.90"],
  ["1 250 000 000", "1 250 000 000"],
  ["osvita@kr-rada.gov.ua", "osvita@kr-rada.gov.ua"],
  ["school5.kr@ukr.net", "school5.kr@ukr.net"],
  ["Вінницька Область", "Вінницька Область"],
  ["UA35040210010027387", "UA35040210010027387"],
  ["https://example.gov.ua/doc/0671234567", "https://example.gov.ua/doc/0671234567"],
  ["вул. Тараса Григоровича Шевченка", "вул. Тараса Григоровича Шевченка"],
  ["48.507933333333", "48.507933333333"],
])("anywhere %s is shown as %s", (value, shown) => {
  expect(veil(value)).toBe(shown);
});
