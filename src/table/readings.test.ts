import { expect, test } from "vitest";
import { rules } from "../rules/index.ts";
import { cleanSource } from "./clean.ts";
import { sourceOf } from "./encoding.ts";
import { readTable, readTableSource } from "./read-table.ts";

const utf8 = new TextEncoder();
const range = (count: number) => Array.from({ length: count }, (_, at) => at);
const table = (names: string, rows: readonly (readonly (string | number)[])[]) =>
  `${names}\n${rows.map((row) => `${row.join(",")}\n`).join("")}`;

/** Tables that no rule's example is long or odd enough for. */
const more: Record<string, string | Uint8Array> = {
  "sixty rows of numbers of each kind": table(
    "whole,small,money,below,same,year",
    range(60).map((at) => [
      at * at,
      (at % 7) / 8,
      (at * 1234.5 + 0.25).toFixed(2),
      at - 30,
      5,
      2000 + (at % 20),
    ]),
  ),
  "texts, some often": table(
    "often,rare,alike",
    range(50).map((at) => [`в${at % 3}`, `р${at}`, at < 25 ? "а" : "б"]),
  ),
  "dates and moments in one order and another": table(
    "day,moment,time,month",
    range(12).map((at) => [
      `2024-${String(12 - at).padStart(2, "0")}-05`,
      `2024-03-${String(at + 1).padStart(2, "0")}T0${at % 10}:15`,
      `${String(at + 8).padStart(2, "0")}:30`,
      `2024-${String(at + 1).padStart(2, "0")}`,
    ]),
  ),
  "places of one hromada": table(
    "name,lat,lon",
    range(10).map((at) => [`з${at}`, 48.5 + at / 1000, 32.2 + at / 1000]),
  ),
  "the same place ten times": table(
    "name,lat,lon",
    range(10).map((at) => [`з${at}`, 48.5, 32.2]),
  ),
  "latitude and longitude in each other's place": table(
    "name,lat,lon",
    range(10).map((at) => [`з${at}`, 32.2 + at / 1000, 48.5 + at / 1000]),
  ),
  "semicolons, quotes, line ends of Windows": '"а";"б ""в"""\r\n1;"два\r\nрядки"\r\n2;x\r\n',
  tabs: "id\tname\n1\tВокзал\n2\tЦентр\n",
  "upright lines": "id|name\n1|Вокзал\n2|Центр\n",
  "a last row that was cut": "id,name,sum\n1,Вокзал,5\n2,Центр,6\n3,Ри",
  "rows of other lengths": "id,name\n1,Вокзал,зайве\n2\n3,Центр\n",
  "a header one name short": "id,name\n1,Вокзал,5\n2,Центр,6\n3,Ринок,7\n",
  "repeated rows and a repeated header": "id,name\n1,а\n1,а\nid,name\n2,б\n1,а\n",
  "two tables": "id,sum\n1,5\n2,6\n\nім’я,кількість\nа,7\nб,8\n",
  "a mark at the beginning": new Uint8Array([0xef, 0xbb, 0xbf, ...utf8.encode("id,name\n1,а\n")]),
  "UTF-16": new Uint8Array(
    [0xfeff, ..."id,name\n1,Їжак\n".split("").map((sign) => sign.charCodeAt(0))].flatMap((code) => [
      code & 255,
      code >> 8,
    ]),
  ),
  "codes of every register": table(
    "edrpou,katottg,iban,addressPostCode,telephone,openingHours,koatuu",
    [
      [
        "00022438",
        "UA35040210000014072",
        "UA213223130000026007233566001",
        "25006",
        "+380522245566",
        "Mo-Fr 09:00-18:00",
        "3510100000",
      ],
      [
        "4055251",
        "UА35040210000014072",
        "UA213223130000026007233566002",
        "2500",
        "0522 24 55 66",
        "9-18",
        "3510136300",
      ],
      ["123", "UA00000000000000000", "UA21", "99999", "24-55", "цілодобово", "1"],
    ],
  ),
  "words for nothing": table("a,b,c", [
    ["-", "н/д", "немає"],
    ["—", "NA", "не вказано"],
    ["null", "#REF!", "б/н"],
    ["", "1", "х"],
  ]),
};

/** Letters of a line: one example is a cell of a million, another a thousand columns. */
const longest = 1500;

/** A report in lines that a person can read: the table, then each column. */
function reading(bytes: Uint8Array, form: "any" | "published"): string[] {
  const { columns, encoding, separators, header, ...report } = readTable(bytes, {
    form,
    territory: { places: new Set(["UA35040210000014072"]), box: [32.1, 48.4, 32.5, 48.6] },
  });
  const tallies = (all: object) =>
    Object.entries(all)
      .filter(([, value]) => value !== undefined)
      .map(
        ([name, { count, first }]) =>
          `${name}×${count} ${first.map((spot: { record: number; value: string }) => `${spot.record}:${spot.value}`).join("|")}`,
      )
      .join("; ");
  return [
    `  ${form}: ${encoding.name}/${encoding.sure} ${JSON.stringify(separators)} [${header}] ${JSON.stringify(report)}`,
    ...columns
      .slice(0, 12)
      .map(
        ({ name, field, title, type, declared, profile, marks, problems, personal }) =>
          `    ${JSON.stringify([name, field, title ?? "", type, declared])} ${JSON.stringify(profile)} {${tallies(marks)}} ${JSON.stringify([...problems, ...personal])}`,
      ),
  ];
}

/** The clean table of a clerk's file, and what was mended in it. */
async function cleaned(bytes: Uint8Array): Promise<string[]> {
  const report = readTable(bytes, { form: "any" });
  if (report.columns.length === 0) return [];
  let text = "";
  const repairs = await cleanSource(sourceOf(bytes), report, (part) => {
    text += part;
  });
  return [`  clean: ${JSON.stringify(text)}`, `  mended: ${JSON.stringify(repairs)}`];
}

test("every table of the rules' examples, and odd ones, is read as it was read and approved", async () => {
  const tables = new Map<string, Uint8Array>();
  const add = (what: string, content: string | Uint8Array) =>
    tables.set(what, typeof content === "string" ? utf8.encode(content) : content);
  for (const [what, content] of Object.entries(more)) add(what, content);
  for (const { id, examples } of rules)
    for (const { when, files, sheet } of examples) {
      for (const [file, content] of Object.entries(files))
        if (file.endsWith(".csv") && content !== null) add(`${id}: ${when}`, content);
      if (sheet) add(`${id}: ${when}`, sheet.text);
    }
  const lines: string[] = [];
  for (const [what, bytes] of tables)
    lines.push(
      `## ${what}`,
      ...reading(bytes, "any"),
      ...(await cleaned(bytes)),
      ...reading(bytes, "published"),
    );
  await expect(`${lines.map((line) => line.slice(0, longest)).join("\n")}\n`).toMatchFileSnapshot(
    "../fixtures/readings.txt",
  );
});

test("a table read part by part is what it is when it is read at once", async () => {
  for (const content of Object.values(more)) {
    const bytes = typeof content === "string" ? utf8.encode(content) : content;
    const whole = readTable(bytes, { form: "any" });
    expect(await readTableSource(sourceOf(bytes), { form: "any" })).toEqual(whole);
  }
});
