import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { inspectFile } from "../../inspect/inspection.ts";
import { sourceOf } from "../scan/encoding.ts";

const folder = join(import.meta.dirname, "../../../../shared/cases/tables");

async function read(name: string) {
  const bytes = new Uint8Array(readFileSync(join(folder, name)));
  const inspection = await inspectFile(name, sourceOf(bytes));
  let clean = "";
  const repairs = await inspection.clean?.((part) => {
    clean += part;
  });
  const told = (rule: string) =>
    inspection.findings.filter((finding) => finding.rule === rule).map(({ message }) => message);
  return { ...inspection, repairs, rows: clean.trimEnd().split("\n"), told };
}

describe.skipIf(!existsSync(folder))("workbooks that were once read wrongly (shared cases)", () => {
  test.each([
    ["w01-shared-strings-capital.xlsx", "Школа № 1,10,2024-05-01", 9],
    ["w02-empty-shared-index.xlsx", ",20,2024-05-02", 9],
    ["w05-string-formula.xls", '1,вул. Соборна,2,"вул. Соборна, 2",2', 7],
    ["w06-row-styled.ods", "1499,Вулиця 1499,2998", 1501],
    ["w07-repeated-tail.ods", "199,Вулиця 199,398", 201],
    ["w08-styled-corner.xlsx", "99,Вулиця 99,198", 101],
    ["w10-merged-down.xlsx", "Подільський,Школа 3,103", 9],
    ["w12-group-row-two-headers.xlsx", "Фортечний район,,,", 14],
  ])("%s holds «%s»", async (name, row, count) => {
    const { rows } = await read(name);
    expect(rows).toContain(row);
    expect(rows).toHaveLength(count);
  });

  test("the same sheet as XLSX and as ODS has the same values, but for formulas nobody counted", async () => {
    const [excel, libre] = [await read("w03-features.xlsx"), await read("w04-features.ods")];
    const known = ({ rows }: typeof excel) =>
      rows.map((row) => row.split(",").toSpliced(10, 2).join());
    expect(known(excel)).toEqual(known(libre));
    expect(excel.rows[1]).toMatch(
      /^1,Об’єкт 1,2024-03-01,09:31,25:15,0\.125,1234567\.5,02229239,00121,false,/,
    );
    for (const { told } of [excel, libre])
      expect(told("sheet-plain")).toEqual([
        "Приховані або відфільтровані рядки аркуша — 1: 4.",
        "Приховані колонки аркуша — 1: I «Код текстом».",
        "Примітки до комірок (1 комірка: B3) до таблиці не перейдуть.",
        "Колонки, які аркуш показує у відсотках: F «Частка». У таблиці стоять частки: 12,5 % — це 0.125.",
        "Приховані аркуші книги — 1: «Прихований».",
      ]);
    expect(libre.told("missing-written").join()).toContain("#DIV/0!");
  });

  test("what a sheet keeps to itself is told", async () => {
    expect((await read("w09-formula-no-value.xlsx")).told("formulas-counted")).toEqual([
      "Формули без збереженого значення (2 комірки: D5, D12). Потрібно: порахована книга.",
    ]);
    const joined = await read("w10-merged-down.xlsx");
    expect(joined.told("cells-joined")).toEqual([
      "Об’єднані комірки — 2: A2:A5 «Фортечний», A6:A9 «Подільський».",
    ]);
    expect(joined.told("rows-distinct")).toEqual([]);
    expect(joined.repairs?.[0]).toEqual({
      rule: "cells-joined",
      count: 2,
      examples: ["A2:A5 → Фортечний", "A6:A9 → Подільський"],
    });
    expect((await read("w11-hidden-rows.xlsx")).told("sheet-plain")).toEqual([
      "Приховані або відфільтровані рядки аркуша — 3: 5, 6, 7.",
      "Приховані колонки аркуша — 1: C «n».",
    ]);
    expect((await read("w13-ditto.xlsx")).told("missing-written").join()).toContain(
      "знаки повторення замість значень (10 комірок: C3 «-//-»",
    );
  });
});
