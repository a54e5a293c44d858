import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { inspectFile } from "../inspect/inspection.ts";
import { detectEncoding, sourceOf } from "./scan/encoding.ts";
import { findImpostor } from "./scan/impostor.ts";
import { restored } from "./scan/mojibake.ts";

const utf8 = new TextEncoder();
const pages = ["windows-1251", "windows-1252", "windows-1250", "ibm866", "koi8-u"];
const bytesIn = (page: string, text: string): Uint8Array => {
  const all = new TextDecoder(page).decode(Uint8Array.from({ length: 256 }, (_, byte) => byte));
  return Uint8Array.from([...text].map((character) => [...all].indexOf(character)));
};
const misread = (page: string, text: string): string =>
  new TextDecoder(page).decode(utf8.encode(text));

describe("UTF-8 read in another encoding and saved again", () => {
  const words = ["Школа № 1", "вулиця Соборна, 12", "Їжак", "Нова Прага", "КП «Благоустрій»"];
  test.each(["windows-1251", "windows-1252", "ibm866", "koi8-u", "x-mac-cyrillic"])(
    "%s: the text is had back",
    (page) => expect(words.map((word) => restored(misread(page, word)))).toEqual(words),
  );
  test("twice", () =>
    expect(
      words.map((word) => restored(misread("windows-1252", misread("windows-1252", word)))),
    ).toEqual(words));
  test("what was never damaged stays", () =>
    expect(
      ["Рівне", "Сірка", "РІЧКА РОСЬ", "Orléans", "Düsseldorf", "С°", "№ 5 — «Р’»", "Łódź"].map(
        restored,
      ),
    ).toEqual(Array.from({ length: 8 }, () => undefined)));
});

describe("a file of one byte a letter", () => {
  test.each([
    ["ibm866", "ПЛОЩА;НАЗВА\n1;Сквер\n2;Площа перед ратушею\n", "ibm866"],
    ["windows-1252", "id;ville\n1;Orléans\n2;Besançon\n", "windows-1252"],
    ["windows-1250", "id,miasto\n1,Łódź\n2,Gdańsk\n3,Kraków\n", "windows-1250"],
    ["windows-1251", "id,name\n1,Вокзал\n2,Wi-Fi біля ратуші\n", "windows-1251"],
  ])("in %s is read so: %j", (page, text, name) => {
    expect(pages).toContain(page);
    expect(detectEncoding(bytesIn(page, text), true).name).toBe(name);
  });
  test("of another alphabet is never a sure guess", () =>
    expect(detectEncoding(bytesIn("windows-1252", "id;ville\n1;Orléans\n"), true).sure).toBe(
      "guess",
    ));
});

describe("the beginning of a file", () => {
  test("two letters are no archive", () => {
    for (const head of ["PK,name\n1,a\n", "%PDFs,n\n1,2\n", "Rar!,n\n1,2\n"])
      expect(findImpostor(utf8.encode(head))).toBeUndefined();
    expect(findImpostor(bytesIn("ibm866", "ПЛОЩА\n1\n"))).toBeUndefined();
  });
  test("a whole mark is one", () => {
    for (const head of [
      [0x50, 0x4b, 5, 6],
      [0x1f, 0x8b, 8, 0],
      [0x25, 0x50, 0x44, 0x46, 0x2d],
    ])
      expect(findImpostor(Uint8Array.from(head))).toMatchObject({ what: "binary" });
  });
});

const cases = join(import.meta.dirname, "../../../shared/cases/tables");
/** What the table's findings and its clean text must hold; the files are kept beside the project. */
const expected: [file: string, told: RegExp | undefined, clean: RegExp][] = [
  ["t-01-PK.csv", undefined, /^PK,nazva\n/],
  ["t-02-cp866-ploshcha.csv", /DOS \(CP866\)/, /^ploshcha,nazva\n/],
  // Nobody can be sure: the page asks before it makes a clean table.
  ["t-08-cp1252-fr.csv", /незрозуміле: найбільше схоже на Windows-1252/, /^$/],
  ["t-14-double-encoded.csv", /мабуть, була «Соборна»/, /^id,nazva\n/],
  ["t-a9-mojibake-cp1251.csv", /мабуть, була «Школа № 1»/, /^id,nazva,adresa\n/],
  ["t-b2-question-marks.csv", /знаки питання замість літер/, /\n1,\?{5} \? 1\n/],
  ["t-22-german.csv", /крапками між розрядами/, /^id,suma\n1,1234\.56\n2,12345\.00\n3,999\.10\n$/],
  ["t-23-parens-neg.csv", /у дужках|в дужках/, /\n1,"\(1 234,56\)"\n2,12345\.00\n/],
  ["t-33-trailing-delims.csv", undefined, /^id,nazva\n1,а\n2,б\n$/],
  ["t-36-two-tables.csv", /рядки 5–7/, /^id,nazva,n\n/],
  ["t-42-numbering-above.csv", /номери колонок/, /^nazva,ploshcha,vartist\nШкола,12\.5,100\n/],
  [
    "t-a4-multihead-years.csv",
    undefined,
    /^nazva,n2023Plan,n2023Fakt,n2024Plan,n2024Fakt\nШкола 1,/,
  ],
  ["t-a8-header-minus1.csv", /більше, ніж назв у заголовку: на 1/, /^idnazva,n\n/],
  ["t-b3-date-col-mess.csv", /дати словами/, /\n1,2024-02-01\n/],
  ["t-b4-sci-codes.csv", /скорочені до степеня/, /3\.51010E\+18/],
  ["t-b8-excel-auto-date.csv", /3 комірки: B3 «03\.вер», B4 «5-лют», B5 «12\.05\.2024»/, /\n/],
  ["t-48.ndjson.json", undefined, /^a,b\n1,x\n2,y\n$/],
];

describe("tables once answered wrongly", () => {
  test.skipIf(!existsSync(cases)).each(expected)("%s", async (file, told, clean) => {
    const inspection = await inspectFile(file, sourceOf(readFileSync(join(cases, file))));
    const said = inspection.findings.map(({ message }) => message).join("\n");
    let text = "";
    await inspection.clean?.((part) => {
      text += part;
    });
    if (told) expect(said).toMatch(told);
    else expect(inspection.findings.filter(({ severity }) => severity === "error")).toEqual([]);
    expect(text).toMatch(clean);
  });
});

describe("the first rows and the last", () => {
  const headerOf = async (...lines: readonly string[]) =>
    (await inspectFile("a.csv", sourceOf(utf8.encode(`${lines.join("\n")}\n`)))).report;

  test("years in a row are names, whatever number stands beside them", async () =>
    expect(
      (await headerOf("Показник,2021,2022,2023,1.1", "Доходи,100,110,120,5", "Видатки,90,95,99,6"))
        ?.header,
    ).toEqual(["header"]));
  test("years that are data are no names", async () =>
    expect(
      (await headerOf("Рада,2020,2021,2022", "Суд,2010,2011,2012", "Ліцей,1999,2000,2001"))?.header,
    ).toEqual([]));
  test("totals of any length are totals; a name that begins so is none", async () => {
    const report = await headerOf(
      "id,name,sum",
      "1,Разом до мети,5",
      "2,Спільнота,6",
      ",Усього по місту Кропивницькому за 2024 рік станом на перше січня наступного року,11",
      ',"ВСЬОГО, в т. ч.:",11',
    );
    expect(report?.totals.first.map(({ record }) => record)).toEqual([4, 5]);
  });
  test("in a table of gaps a row of one cell is a row", async () => {
    const report = await headerOf(
      "id,name,phone,note",
      "1,Вокзал,,",
      "2,,,так",
      ",Центр,,",
      "3,Ринок,,",
      ",Парк,,",
    );
    expect([report?.groups.count, report?.footers.count]).toEqual([0, 0]);
  });
});
