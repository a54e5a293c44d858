import { expect, test } from "vitest";
import { cleanSource } from "./clean.ts";
import { readTable } from "./read-table.ts";
import { partSize, sourceOf } from "./scan/encoding.ts";

const utf8 = new TextEncoder();
const windows = [
  ...new TextDecoder("windows-1251").decode(Uint8Array.from({ length: 256 }, (_, byte) => byte)),
];
const inWindows = (text: string) => Uint8Array.from([...text].map((sign) => windows.indexOf(sign)));

async function cleaned(content: string | Uint8Array) {
  const bytes = typeof content === "string" ? utf8.encode(content) : content;
  const parts: string[] = [];
  const repairs = await cleanSource(sourceOf(bytes), readTable(bytes, { form: "any" }), (part) =>
    parts.push(part),
  );
  return { parts, repairs };
}

const plain = "id,name\n1,Вокзал\n2,Центр\n";
/** What was mended, as «rule, how often: examples». */
type Told = string[];

test.each<[situation: string, content: string | Uint8Array, clean: string, told: Told]>([
  ["right already", plain, plain, []],
  [
    "in another encoding, with semicolons",
    inWindows("id;Назва;Площа\n1;Вокзал;1,5\n2;Центр;2,5\n"),
    "id,nazva,ploshcha\n1,Вокзал,1.5\n2,Центр,2.5\n",
    [
      "table-readable 2: кодування Windows-1251 → UTF-8 | крапка з комою → кома між колонками",
      "header-clean 2: Назва → nazva | Площа → ploshcha",
      "numbers-written 2: 1,5 → 1.5 | 2,5 → 2.5",
    ],
  ],
  [
    "with a mark, tabs and the line ends of old Macintoshes",
    "\ufeffid\tname\r1\tВокзал\r2\tЦентр\r",
    plain,
    [
      "table-readable 3: вилучено позначку BOM на початку | табуляція → кома між колонками | кінці рядків CR → LF",
    ],
  ],
  [
    "with quotes inside its cells",
    'id,name\n1,ТОВ "Вокзал"\n2,Центр\n',
    'id,name\n1,"ТОВ ""Вокзал"""\n2,Центр\n',
    ["table-readable 1: комірки з лапками всередині взято в лапки"],
  ],
  [
    "with a title above",
    "Перелік зупинок,,\nid,name,sum\n1,Вокзал,5\n2,Центр,6\n",
    "id,name,sum\n1,Вокзал,5\n2,Центр,6\n",
    ["header-rows 1: лишено один рядок назв із: назва таблиці, назви колонок"],
  ],
  [
    "with names in two rows",
    "id,name,2024,\n,,plan,fact\n1,Вокзал,5,7\n2,Центр,6,8\n",
    "id,name,n2024Plan,n2024Fact\n1,Вокзал,5,7\n2,Центр,6,8\n",
    [
      "header-clean 2: 2024 — plan → n2024Plan | 2024 — fact → n2024Fact",
      "header-rows 1: лишено один рядок назв із: заголовки, заголовки",
    ],
  ],
  [
    "without names",
    "1,Вокзал,5\n2,Центр,6\n3,Парк,7\n",
    "column1,column2,column3\n1,Вокзал,5\n2,Центр,6\n3,Парк,7\n",
    ["header-clean 3: колонка 1 → column1 | колонка 2 → column2 | колонка 3 → column3"],
  ],
  [
    "with columns of no name: those of no value go, and no repair is told of their names",
    "id,,sum,,\n1,Вокзал,5,,\n2,Центр,6,,\n",
    "id,column2,sum\n1,Вокзал,5\n2,Центр,6\n",
    ["header-clean 2: вилучено порожні колонки без назви: D, E | колонка 2 → column2"],
  ],
  ["with a column of a name and no value: it stays", "id,name\n1,\n2,\n", "id,name\n1,\n2,\n", []],
  [
    "with blank rows",
    "id,name\n1,Вокзал\n,\n2,Центр\n\n3,Парк\n",
    "id,name\n1,Вокзал\n2,Центр\n3,Парк\n",
    ["rows-rectangular 2: рядок 3 порожній | рядок 5 порожній"],
  ],
  [
    "with a row of signs of no value",
    "id,name,sum\n1,Вокзал,5\n-, ,н/д\n2,Центр,6\n3,Парк,7\n4,Ринок,7\n",
    "id,name,sum\n1,Вокзал,5\n2,Центр,6\n3,Парк,7\n4,Ринок,7\n",
    [
      "missing-written 2: - → порожньо | н/д → порожньо",
      "spaces-trimmed 1:   → порожньо",
      "rows-rectangular 1: рядок 3 не має значень",
    ],
  ],
  [
    "with cells beyond its columns: the filled ones stay, and the blanks before them",
    "id,name\n1,Вокзал\n2,Центр,більше\n3\n4,Парк,,\n5,Рів,,х,,\n",
    "id,name\n1,Вокзал\n2,Центр,більше\n3\n4,Парк\n5,Рів,,х\n",
    [],
  ],
  [
    "with a name too few: each row keeps its cell",
    "id,name\n1,Вокзал,а\n2,Центр,\n3,Ринок,в\n",
    "id,name\n1,Вокзал,а\n2,Центр,\n3,Ринок,в\n",
    [],
  ],
  [
    "with more repairs of a kind than are shown: three, each once",
    "id,name\n1, Вокзал\n2, Вокзал\n3,Центр \n4, Ринок \n5, Парк\n",
    "id,name\n1,Вокзал\n2,Вокзал\n3,Центр\n4,Ринок\n5,Парк\n",
    ["spaces-trimmed 5:  Вокзал → Вокзал | Центр  → Центр |  Ринок  → Ринок"],
  ],
  [
    "with long cells: of the longest the end is shown, and one of forty letters whole",
    `id,name\n1,${"а".repeat(250)} \n2,${"б".repeat(39)} \n3,${"в".repeat(40)} \n`,
    `id,name\n1,${"а".repeat(250)}\n2,${"б".repeat(39)}\n3,${"в".repeat(40)}\n`,
    [
      `spaces-trimmed 3: …${"а".repeat(37)}  → …${"а".repeat(38)} | ${"б".repeat(39)}  → ${"б".repeat(39)} | …${"в".repeat(37)}  → ${"в".repeat(40)}`,
    ],
  ],
  [
    "of people: they are not named among the examples",
    'pib,sum\n Петренко Іван Миколайович,"1,5"\nКоваленко Олена Іванівна,"2,5"\n',
    "pib,sum\nПетренко Іван Миколайович,1.5\nКоваленко Олена Іванівна,2.5\n",
    [
      "spaces-trimmed 1:  П*** І*** М*** → П*** І*** М***",
      "numbers-written 2: 1,5 → 1.5 | 2,5 → 2.5",
    ],
  ],
])("a table %s", async (_, content, clean, told) => {
  const { parts, repairs } = await cleaned(content);
  expect([
    parts.join(""),
    repairs.map(({ rule, count, examples }) => `${rule} ${count}: ${examples.join(" | ")}`),
  ]).toEqual([clean, told]);
});

test("a long table comes in parts of whole lines, and none of it is lost", async () => {
  const long = `id,name\n${Array.from({ length: 30_000 }, (_, at) => `${at},Зупинка ${at}\n`).join("")}`;
  const { parts } = await cleaned(long);
  expect(parts.join("")).toBe(long);
  expect(parts.length).toBeGreaterThan(5);
  for (const part of parts) expect(part.slice(-1)).toBe("\n");
  for (const part of parts) expect(part.length).toBeLessThan(partSize + 100);
});
