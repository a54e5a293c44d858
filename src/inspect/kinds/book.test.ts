import { writeOds, writeXlsx } from "hucre";
import { describe, expect, test } from "vitest";
import { sourceOf } from "../../table/scan/encoding.ts";
import { cleaned } from "../../test/fixtures/cleaned.ts";
import { inspectFile } from "../inspection.ts";

describe("workbooks", () => {
  const book = (password?: string) =>
    writeXlsx({
      ...(password ? { encryption: { password, spinCount: 1 } } : {}),
      sheets: [
        { name: "Титул", rows: [["Звіт"]] },
        {
          name: "Дані",
          rows: [
            ["edrpou", "opened", "amount"],
            ["Код", "Дата", "Сума, грн"],
            [4055251, new Date(Date.UTC(2024, 1, 1)), 12.5],
            [26241020, new Date(Date.UTC(2024, 2, 15, 9, 30)), 1250000],
            [2314122, new Date(Date.UTC(2024, 3, 2)), 7],
          ],
          cells: new Map([["2,0", { value: 4055251, style: { numFmt: "00000000" } }]]),
          columns: [{}, { numFmt: "yyyy-mm-dd" }, {}],
        },
        { name: "Чернетка", hidden: true, rows: Array.from({ length: 90 }, () => ["x", "y"]) },
      ],
    });

  test("the fullest sheet that is not hidden is read: dates, zeros, two header rows", async () => {
    const { inspection, text } = await cleaned(new Uint8Array(await book()), "звіт.xlsx");
    expect([inspection.format, inspection.sheet, inspection.report?.header]).toEqual([
      "XLSX",
      "Дані",
      ["names", "header"],
    ]);
    expect(inspection.sheets).toEqual([
      { name: "Титул", rows: 1, hidden: false },
      { name: "Дані", rows: 5, hidden: false },
      { name: "Чернетка", rows: 90, hidden: true },
    ]);
    expect(text).toBe(
      "edrpou,opened,amount\n04055251,2024-02-01,12.5\n26241020,2024-03-15T09:30,1250000\n02314122,2024-04-02,7\n",
    );
    expect(inspection.findings.map(({ place }) => place.sheet)).toContain("Дані");
  });

  test("ODS is read as XLSX is", async () => {
    const bytes = await writeOds({
      sheets: [
        {
          name: "Зупинки",
          rows: [
            ["id", "name"],
            [1, "Вокзал, головний"],
            [2, "Центр"],
          ],
        },
      ],
    });
    const { inspection, text } = await cleaned(new Uint8Array(bytes), "a.ods");
    expect([inspection.format, inspection.sheet]).toEqual(["ODS", "Зупинки"]);
    expect(text).toBe('id,name\n1,"Вокзал, головний"\n2,Центр\n');
  });

  test("a sheet that is not there is named with those that are", async () => {
    const inspection = await inspectFile("a.xlsx", sourceOf(new Uint8Array(await book())), {
      sheet: "Аркуш1",
    });
    expect(inspection.findings.map(({ message, hint }) => `${message} ${hint}`)).toEqual([
      "У книзі немає аркуша «Аркуш1». Аркуші книги: «Титул», «Дані», «Чернетка».",
    ]);
  });

  test("a password is named", async () => {
    const { inspection } = await cleaned(new Uint8Array(await book("secret")), "a.xlsx");
    expect(inspection.findings.map(({ message }) => message)).toEqual(["Книгу захищено паролем."]);
  });
});
