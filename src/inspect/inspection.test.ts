import { expect, test } from "vitest";
import type { Finding } from "../model/reports/finding.ts";
import { sourceOf } from "../table/scan/encoding.ts";
import { cleaned } from "../test/fixtures/cleaned.ts";
import { inspectFile } from "./inspection.ts";
import { renderInspectionText } from "./render.ts";
import { leftAfter } from "./reread.ts";

const utf8 = new TextEncoder();

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

test("a quote that takes in the lines after it is named, and no clean table is made of the damage", async () => {
  const { inspection, text } = await cleaned(
    utf8.encode('id,name,n\n1,"А, 2\n2,Б,3\n3,"В, 4\n4,Г,5\n'),
  );
  expect(inspection.findings.map(({ message }) => message)).toContain(
    "Лапки закрито аж через кілька рядків: ці рядки злилися в одну комірку.",
  );
  expect([inspection.clean, text]).toEqual([undefined, ""]);
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
