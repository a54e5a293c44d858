import { writeOds, writeXlsx } from "hucre";
import { describe, expect, test } from "vitest";
import type { Finding } from "../model/reports/finding.ts";
import { sourceOf } from "../table/scan/encoding.ts";
import { cleaned } from "../test/fixtures/cleaned.ts";
import { inspectFile } from "./inspection.ts";
import { leftAfter } from "./reread.ts";
import { renderInspectionText } from "./words.ts";

const utf8 = new TextEncoder();

/** The bytes of a text in an 8-bit page: what its decoder reads, turned round. */
function encoded(text: string, page: string): Uint8Array {
  const bytes = Uint8Array.from({ length: 256 }, (_, byte) => byte);
  const letters = new Map(
    [...new TextDecoder(page).decode(bytes)].map((letter, byte) => [letter, byte]),
  );
  return Uint8Array.from([...text], (letter) => letters.get(letter) ?? 63);
}

const schools =
  "Назва;Адреса;Кількість учнів\nЛіцей імені Тараса Шевченка;вул. Велика Перспективна, 10;540\nГімназія № 9;вул. Юрія Краснокутського, 12;380\n";
const utf16 = (text: string, little: boolean): Uint8Array =>
  Uint8Array.from(
    [0xfeff, ...Array.from(text, (letter) => letter.charCodeAt(0))].flatMap((unit) =>
      little ? [unit & 255, unit >> 8] : [unit >> 8, unit & 255],
    ),
  );

test.each<[string, Uint8Array, string, boolean]>([
  ["UTF-8", utf8.encode(schools), "utf-8", false],
  ["UTF-8 with a mark", utf8.encode(`\ufeff${schools}`), "utf-8", true],
  ["UTF-16 little end first", utf16(schools, true), "utf-16le", true],
  ["UTF-16 big end first", utf16(schools, false), "utf-16be", true],
  ["Windows-1251", encoded(schools, "windows-1251"), "windows-1251", false],
  ["KOI8-U", encoded(schools, "koi8-u"), "koi8-u", false],
  ["MacCyrillic", encoded(schools, "x-mac-cyrillic"), "x-mac-cyrillic", false],
  ["DOS 866", encoded(schools.replaceAll("і", "i"), "ibm866"), "ibm866", false],
])("%s is recognised and read", async (_, bytes, name, mark) => {
  const { inspection, text } = await cleaned(bytes);
  expect(inspection.report?.encoding).toMatchObject({ name, mark });
  expect(inspection.report?.encoding.sure).not.toBe("guess");
  expect(text.split("\n")[2]).toContain(
    "вул. Юрія Краснокутського, 12".slice(0, name === "ibm866" ? 3 : 29),
  );
});

test.each<[situation: string, file: string, clean: string, repairs: string[]]>([
  [
    "a table in order is left as it is",
    "id,name\n1,Вокзал\n2,Центр\n",
    "id,name\n1,Вокзал\n2,Центр\n",
    [],
  ],
  [
    "semicolons, decimal commas, dotted dates",
    "id;Сума;Дата\n1;12,5;01.02.2024\n2;7,25;15.03.2024\n",
    "id,suma,data\n1,12.5,2024-02-01\n2,7.25,2024-03-15\n",
    ["table-readable 1", "header-clean 2", "numbers-written 2", "dates-written 2"],
  ],
  [
    "a title, two header rows and a numbering row",
    "Звіт за 2024 рік,,\nЗаклад,Усього,\n,план,факт\n1,2,3\nЛіцей,10,9\nГімназія,8,8\n",
    "zaklad,usohoPlan,usohoFakt\nЛіцей,10,9\nГімназія,8,8\n",
    ["header-clean 3", "header-rows 1"],
  ],
  [
    "names for programs over titles",
    "id,name,platforms\nНомер,Назва,Кількість платформ\n1,Вокзал,2\n2,Центр,1\n3,Парк,1\n",
    "id,name,platforms\n1,Вокзал,2\n2,Центр,1\n3,Парк,1\n",
    ["header-rows 1"],
  ],
  [
    "a thousand or a fraction: nobody knows, so it stays",
    'id,Сума\n1,"1,234"\n2,"2,500"\n',
    'id,suma\n1,"1,234"\n2,"2,500"\n',
    ["header-clean 1"],
  ],
  [
    "other cells tell that the comma is decimal",
    'id,Сума\n1,"1,234"\n2,"2,5"\n',
    "id,suma\n1,1.234\n2,2.5\n",
    ["header-clean 1", "numbers-written 2"],
  ],
  [
    "a zero is given back only where the check digit agrees",
    "id,edrpou\n1,4055251\n2,1234567\n3,26241020\n",
    "id,edrpou\n1,04055251\n2,1234567\n3,26241020\n",
    ["edrpou-valid 1"],
  ],
  [
    "a word may be a nought, so it stays; a sign is nothing",
    "id,platforms\n1,немає\n2,-\n3,5\n4,6\n5,7\n6,8\n",
    "id,platforms\n1,немає\n2,\n3,5\n4,6\n5,7\n6,8\n",
    ["missing-written 1"],
  ],
  [
    "a date that is not clear stays",
    "id,opened\n1,03/04/2024\n2,01.02.24\n3,31.02.2024\n4,2024-2-1\n",
    "id,opened\n1,03/04/2024\n2,01.02.24\n3,31.02.2024\n4,2024-02-01\n",
    ["dates-written 1"],
  ],
  [
    "formulas, quotes and line breaks keep their bytes",
    'id,note\n1,=1+1\n2,"КП ""Парк"", місто"\n3,"два\nрядки"\n',
    'id,note\n1,=1+1\n2,"КП ""Парк"", місто"\n3,"два\nрядки"\n',
    [],
  ],
  [
    "a cell beyond the header is kept",
    "id,name\n1,Вокзал,головний\n2,Центр\n",
    "id,name\n1,Вокзал,головний\n2,Центр\n",
    [],
  ],
  [
    "a Cyrillic letter in a code",
    "id,katottg\n1,UА35040210000014072\n2,UA35040210010019355\n",
    "id,katottg\n1,UA35040210000014072\n2,UA35040210010019355\n",
    ["katottg-valid 1"],
  ],
  [
    "a row of data without its number is no header",
    "Назва,Площа\nПарк,\nСквер,2\nЛіс,3\n",
    "nazva,ploshcha\nПарк,\nСквер,2\nЛіс,3\n",
    ["header-clean 2"],
  ],
  [
    "a row of Latin words is no row of names",
    "Марка,Модель,Країна\nBMW,X5,Germany\nЗАЗ,Таврія,Україна\n",
    "marka,model,kraina\nBMW,X5,Germany\nЗАЗ,Таврія,Україна\n",
    ["header-clean 3"],
  ],
  [
    "a row 1, 2, 3 that goes on with 2 is data",
    "Маршрут,Зупинок,Автобусів\n1,2,3\n2,15,4\n3,20,1\n",
    "marshrut,zupynok,avtobusiv\n1,2,3\n2,15,4\n3,20,1\n",
    ["header-clean 3"],
  ],
  [
    "house numbers with a letter are no titles of numbers",
    "type,street,house\nвул.,Соборна,22Б\nвул.,Соборна,4\nвул.,Соборна,6\n",
    "type,street,house\nвул.,Соборна,22Б\nвул.,Соборна,4\nвул.,Соборна,6\n",
    [],
  ],
  [
    "commas of words and of fractions do not part columns",
    "Площа, га;Вартість, грн\n12,5;100,00\n2,5;50,00\n",
    "ploshchaHa,vartistHrn\n12.5,100.00\n2.5,50.00\n",
    ["table-readable 1", "header-clean 2", "numbers-written 4"],
  ],
  [
    "Sunday, sodium, a minus beside pluses and a version stay",
    "День,Символ,Пандус,Версія\nПн,Na,+,1.0\nНд,K,-,2.0\nСб,Fe,+,3\n",
    "den,symvol,pandus,versiia\nПн,Na,+,1.0\nНд,K,-,2.0\nСб,Fe,+,3\n",
    ["header-clean 4"],
  ],
  [
    "a minus beside a single plus is an answer",
    "name,ramp\nШкола 1,+\nШкола 2,-\nШкола 3,-\n",
    "name,ramp\nШкола 1,+\nШкола 2,-\nШкола 3,-\n",
    [],
  ],
  [
    "lists of routes and of rooms are no numbers",
    'Маршрути,Кабінет\n5,101\n"101,102,103",102\n"3,5",103 104\n7,105\n',
    'marshruty,kabinet\n5,101\n"101,102,103",102\n"3,5",103 104\n7,105\n',
    ["header-clean 2"],
  ],
  [
    "moments that are not, and months that stand first, stay",
    "Коли,Дата\n31.02.2024 10:00,01.13.2024\n01.03.2024 25:61,02.25.2024\n01.04.2024 10:00,03.04.2024\n",
    "koly,data\n31.02.2024 10:00,01.13.2024\n01.03.2024 25:61,02.25.2024\n2024-04-01T10:00,03.04.2024\n",
    ["header-clean 2", "dates-written 1"],
  ],
  [
    "Excel's own first line is no data",
    "sep=;\nНазва;Площа\nПарк;1\nСквер;2\n",
    "nazva,ploshcha\nПарк,1\nСквер,2\n",
    ["table-readable 1", "header-clean 2", "header-rows 1"],
  ],
  [
    "a line break that Word left becomes a space, emoji keep their joiners",
    "id,note\n1,вул. Миру\u000bбуд. 5\n2,👨\u200d👩\u200d👧\n",
    "id,note\n1,вул. Миру буд. 5\n2,👨\u200d👩\u200d👧\n",
    ["characters-visible 1"],
  ],
])("cleaning: %s", async (_, file, clean, repairs) => {
  const result = await cleaned(utf8.encode(file));
  expect(result.text).toBe(clean);
  expect(result.repairs?.map(({ rule, count }) => `${rule} ${count}`)).toEqual(repairs);
});

/** An archive of one entry that says it opens to `opened` bytes. */
function archive(opened: number): Uint8Array {
  const view = new DataView(new ArrayBuffer(30 + 46 + 22));
  view.setUint32(0, 0x04034b50, true);
  view.setUint32(30, 0x02014b50, true);
  view.setUint32(30 + 24, opened, true);
  view.setUint16(30 + 28, 1, true);
  view.setUint32(76, 0x06054b50, true);
  view.setUint16(76 + 8, 1, true);
  view.setUint16(76 + 10, 1, true);
  view.setUint32(76 + 16, 30, true);
  return new Uint8Array(view.buffer);
}

test.each<[situation: string, file: string, bytes: Uint8Array, message: RegExp]>([
  [
    "an archive that opens to 4 GB",
    "a.xlsx",
    archive(0xffffffff),
    /^Книга завелика \(4096 МБ після розпакування\)\.$/,
  ],
  [
    "an archive without its contents",
    "a.xlsx",
    utf8.encode("PK\u0003\u0004 і більше нічого"),
    /^Книгу не вдалося відкрити: немає змісту архіву\.$/,
  ],
  ["a document", "a.pdf", utf8.encode("%PDF-1.7"), /^Це документ PDF, а не таблиця\.$/],
  ["XML", "a.xml", utf8.encode('<?xml version="1.0"?><a/>'), /^Це файл XML, а не таблиця\.$/],
  [
    "a page saved as CSV",
    "a.csv",
    utf8.encode("<!doctype html><html>"),
    /^Замість таблиці збережено вебсторінку\.$/,
  ],
  [
    "JSON that is no list",
    "a.json",
    utf8.encode('{"a":1}'),
    /^У файлі JSON немає одного списку записів/,
  ],
  ["JSON cut in the middle", "a.json", utf8.encode('[{"a":1'), /^Файл обірвано: у ньому щось/],
  ["NDJSON with a comma too many", "a.ndjson", utf8.encode('{"a":1}\n{"a":2,}\n'), /^Зайва кома/],
  [
    "a page that a program named a workbook",
    "a.xls",
    utf8.encode('<html xmlns:x="urn:schemas-microsoft-com:office:excel"><table><tr><td>1'),
    /^Це вебсторінка, яку програма назвала книгою Excel\.$/,
  ],
  [
    "an archive of the web named a workbook",
    "a.xls",
    utf8.encode('MIME-Version: 1.0\r\nContent-Type: multipart/related; boundary="x"\r\n\r\n--x'),
    /^Це вебсторінка, яку програма назвала книгою Excel\.$/,
  ],
  [
    "a workbook of Excel 2003 written as XML",
    "a.xls",
    utf8.encode('<?xml version="1.0"?>\n<?mso-application progid="Excel.Sheet"?>\n<Workbook'),
    /^Це книга Excel 2003, записана як XML\.$/,
  ],
  ["nothing", "a.csv", new Uint8Array(), /^У файлі немає таблиці\.$/],
])("no table: %s", async (_, file, bytes, message) => {
  const { inspection } = await cleaned(bytes, file);
  expect(inspection.report).toBeUndefined();
  expect(inspection.findings.map((finding) => finding.message)).toEqual([
    expect.stringMatching(message),
  ]);
});

test("the place where a text stops being JSON is told", async () => {
  const placeOf = async (file: string, text: string) =>
    (await inspectFile(file, sourceOf(utf8.encode(text)))).findings.map(({ place }) => place);
  expect(await placeOf("a.json", '[\n {"a": 1,},\n]')).toEqual([
    { file: "a.json", line: 2, column: 9 },
  ]);
  expect(await placeOf("a.ndjson", '{"a":1}\n\n{"a":\n')).toEqual([
    { file: "a.ndjson", line: 3, column: 6 },
  ]);
});

test("a file's or a sheet's name cannot speak to the terminal or to the check's runner", () => {
  const text = renderInspectionText(
    {
      file: "\u001b[2J\n::error::a.csv",
      format: undefined,
      sheets: [],
      sheet: undefined,
      structure: undefined,
      report: undefined,
      findings: [],
      beside: [],
    },
    [],
    () => "",
  );
  expect(text).toBe(
    "[U+001B][2J[U+000A]: :error: :a.csv: таблиці не прочитано.\nЗауважень немає.\n",
  );
});

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

test.each([
  [
    "records",
    '[{"id":1,"name":"Вокзал, головний"},{"id":2,"tags":["a"]}]',
    'id,name,tags\n1,"Вокзал, головний",\n2,,"[""a""]"\n',
  ],
  [
    "GeoJSON",
    '{"type":"FeatureCollection","features":[{"type":"Feature","properties":{"name":"Вокзал"},"geometry":{"type":"Point","coordinates":[32.26,48.5]}}]}',
    "name,lon,lat\nВокзал,32.26,48.5\n",
  ],
])("JSON becomes a table: %s", async (_, json, csv) => {
  expect((await cleaned(utf8.encode(json), "a.json")).text).toBe(csv);
});

test("a quote that takes in the lines after it is named, and no clean table is made of the damage", async () => {
  const { inspection, text } = await cleaned(
    utf8.encode('id,name,n\n1,"А, 2\n2,Б,3\n3,"В, 4\n4,Г,5\n'),
  );
  expect(inspection.findings.map(({ message }) => message)).toContain(
    "Лапки закрито аж через кілька рядків: ці рядки злилися в одну комірку.",
  );
  expect([inspection.clean, text]).toEqual([undefined, ""]);
});

test.each([
  [
    "capitals in Windows-1251",
    encoded("id;street\n1;ВУЛИЦЯ ІВАНА ФРАНКА\n2;ВУЛИЦЯ ПОЛТАВСЬКА\n", "windows-1251"),
    "windows-1251",
  ],
  ["UTF-8 cut in its last letter", utf8.encode("id,name\n1,Школа\n2,Парк").slice(0, -1), "utf-8"],
])("the encoding is not mistaken: %s", async (_, bytes, name) => {
  expect((await cleaned(bytes)).inspection.report?.encoding.name).toBe(name);
});

test("a part in another encoding is named by its line, and no clean table is made", async () => {
  const rows = Array.from({ length: 30 }, (_, row) => `${row + 1},Школа\n`).join("");
  const { inspection } = await cleaned(
    new Uint8Array([...utf8.encode(`id,name\n${rows}`), ...encoded("31,Парк\n", "windows-1251")]),
  );
  expect(inspection.findings.map(({ message, place }) => [message, place.line])).toEqual([
    ["Файл у кодуванні UTF-8, але з цього рядка літери записано інакше.", 32],
  ]);
  expect(inspection.clean).toBeUndefined();
});

test("a list inside a cell is kept whole, or the file is refused", async () => {
  const nested = (depth: number) => `[{"id":1,"a":${"[".repeat(depth)}7${"]".repeat(depth)}}]`;
  expect((await cleaned(utf8.encode(nested(50)), "a.json")).text).toBe(
    `id,a\n1,${"[".repeat(50)}7${"]".repeat(50)}\n`,
  );
  expect((await cleaned(utf8.encode(nested(500)), "a.json")).inspection.findings.length).toBe(1);
});

test("numbers of JSON are kept as they are written", async () => {
  const { text } = await cleaned(
    utf8.encode('[{"id":12345678901234567890,"sum":2.50},{"id":12345678901234567891,"sum":3}]'),
    "a.json",
  );
  expect(text).toBe("id,sum\n12345678901234567890,2.50\n12345678901234567891,3\n");
});

test("JSON of two lists asks which is the table; JSON too deep or too sparse is refused", async () => {
  const said = async (json: string) =>
    (await cleaned(utf8.encode(json), "a.json")).inspection.findings.map(({ rule }) => rule);
  expect(await said('{"meta":[{"k":1}],"stops":[{"id":1},{"id":2}]}')).toEqual(["table-readable"]);
  const sparse = Array.from({ length: 6000 }, (_, index) => `{"k${index}":1}`).join(",");
  expect(await said(`[${sparse}]`)).toEqual(["table-readable"]);
  expect((await said(`[{"a":${"[".repeat(50_000)}${"]".repeat(50_000)}}]`)).length).toBeGreaterThan(
    0,
  );
});

test.each<[what: string, text: string, lost: string, mended: string]>([
  [
    "a second table under a blank row",
    "id,name,sum\n1,а,2\n2,б,3\n,,\nмаршрут,довжина,\nмаршрут 5,12,\nмаршрут 7,9,\n",
    "table-one",
    "rows-rectangular",
  ],
  [
    "a second table beside an empty column",
    "Школа,Адреса,,Район,Телефон\nа,б,,в,102\nг,ґ,,,\nд,е,,,\n",
    "table-one",
    "header-clean",
  ],
  [
    "a last row that was cut",
    "Номер,Назва,Сума\n1,Вокзал,5\n2,Центр,6\n3,Ри",
    "file-whole",
    "header-clean",
  ],
])(
  "%s is not called mended where the clean table shows it no more",
  async (_, text, lost, mended) => {
    const { inspection, repairs = [], text: clean } = await cleaned(utf8.encode(text));
    const rulesOf = (findings: readonly Finding[]): string[] => findings.map(({ rule }) => rule);
    expect(rulesOf(inspection.findings)).toEqual(expect.arrayContaining([lost, mended]));
    const left = await leftAfter(inspection, repairs, () =>
      inspectFile("table.csv", sourceOf(utf8.encode(clean))),
    );
    expect(rulesOf(left).filter((rule) => rule === lost)).toEqual([lost]);
    expect(rulesOf(left)).not.toContain(mended);
  },
);
