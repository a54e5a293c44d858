import { describe, expect, test } from "vitest";
import { detectLayout, firstRowLayout } from "./layout.ts";

/** A table as lines of cells parted by «|» → kinds of its first rows, and the columns' names. */
const layoutOf = (text: string, titles: readonly string[] = []) => {
  const records = text
    .trim()
    .split("\n")
    .map((line) => line.split("|").map((cell) => cell.trim()));
  const { rows, names } = detectLayout(records, new Set(titles));
  return [rows.join(), names.join(" | ")];
};

describe("where the data begin", () => {
  test.each<[situation: string, text: string, rows: string, names: string]>([
    ["one row of names", "id|назва|сума\n1|Вокзал|5\n2|Центр|6", "header", "id | назва | сума"],
    ["names for programs", "id|name|sum\n1|Вокзал|5\n2|Центр|6", "names", "id | name | sum"],
    ["no names: numbers in the first row", "1|Вокзал|5\n2|Центр|6\n3|Ринок|7", "", " |  | "],
    [
      "a title above",
      "Перелік зупинок громади за 2024 рік| | \nid|назва|сума\n1|Вокзал|5\n2|Центр|6",
      "title,header",
      "id | назва | сума",
    ],
    [
      "a title and a blank row",
      "Перелік зупинок громади| | \n | | \nid|назва|сума\n1|Вокзал|5\n2|Центр|6",
      "title,blank,header",
      "id | назва | сума",
    ],
    [
      "a row of numbers under the names",
      "№|назва|сума\n1|2|3\n1|Вокзал|5\n2|Центр|6",
      "header,numbering",
      "№ | назва | сума",
    ],
    [
      "a first row of data that counts like numbers of columns, and the second row goes on",
      "№|код|сума\n1|2|3\n2|5|6\n3|7|8",
      "header",
      "№ | код | сума",
    ],
    [
      "a row of numbers above the names",
      "1|2|3\n№|назва|сума\n1|Вокзал|5\n2|Центр|6",
      "numbering,header",
      "№ | назва | сума",
    ],
    [
      "units under the names",
      "назва|площа|сума\n |га|тис. грн\nВокзал|5|6\nЦентр|6|7\nРинок|8|9",
      "header,units",
      "назва | площа — га | сума — тис. грн",
    ],
    [
      "names over names",
      "назва|дітей| \n |ясла|садок\nСадок 1|10|60\nСадок 2|11|61\nСадок 3|12|62",
      "header,header",
      "назва | дітей — ясла | дітей — садок",
    ],
    [
      "names over names, and a group's name under them",
      "№|назва|дітей| \n | |ясла|садок\nФортечний район| | | \n1|Садок 1|10|60\n2|Садок 2|11|61\n3|Садок 3|12|62",
      "header,header",
      "№ | назва | дітей — ясла | дітей — садок",
    ],
    [
      "years over plan and fact",
      "назва|2023| |2024| \n |план|факт|план|факт\nА|1|2|3|4\nБ|5|6|7|8",
      "header,header",
      "назва | 2023 — план | 2023 — факт | 2024 — план | 2024 — факт",
    ],
    [
      "titles in words under names for programs",
      "id|name|platforms\nНомер зупинки|Назва|Кількість платформ\n1|Вокзал|2\n2|Центр|3",
      "names,header",
      "id | name | platforms",
    ],
    [
      "names for programs under titles in words",
      "Номер|Назва|Кількість\nid|name|platforms\n1|Вокзал|2\n2|Центр|3",
      "header,names",
      "id | name | platforms",
    ],
    [
      "words alone: the first row differs from all below",
      "назва|адреса|стан\nВокзал|Соборна|добрий\nЦентр|Миру|поганий\nРинок|Соборна|добрий",
      "header",
      "назва | адреса | стан",
    ],
    [
      "words alone: the first row is like those below",
      "Вокзал|Соборна|добрий\nЦентр|Миру|поганий\nРинок|Соборна|добрий",
      "",
      " |  | ",
    ],
    [
      "Excel's own line of what parts the cells",
      "sep=;\nid|назва|сума\n1|Вокзал|5\n2|Центр|6",
      "title,header",
      "id | назва | сума",
    ],
    [
      "one person in the first row: it is data",
      "Шевченко Тарас Григорович|5|так\nФранко Іван Якович|6|ні\nКосач Лариса Петрівна|7|так",
      "",
      " |  | ",
    ],
    [
      "several people over numbers: they are candidates",
      "дільниця|Коваленко Олена Петрівна|Петренко Іван Васильович\n1|340|210\n2|300|250",
      "header",
      "дільниця | Коваленко Олена Петрівна | Петренко Іван Васильович",
    ],
    [
      "«-» and «немає» over numbers are data without numbers",
      "Вокзал|-|немає\nЦентр|6|7\nРинок|8|9\nПарк|8|9",
      "",
      " |  | ",
    ],
    [
      "words over columns named alike look like a title, and part them",
      " |Північ| | |Південь| | \n№|січень|лютий|березень|січень|лютий|березень\n1|1|2|3|4|5|6\n2|7|8|9|1|2|3",
      "header,header",
      "№ | Північ — січень | Північ — лютий | Північ — березень | Південь — січень | Південь — лютий | Південь — березень",
    ],
    [
      "the same with a blank row between: a title",
      " |Північ| | |Південь| | \n | | | | | | \n№|січень|лютий|березень|січень|лютий|березень\n1|1|2|3|4|5|6\n2|7|8|9|1|2|3",
      "title,blank,header",
      "№ | січень | лютий | березень | січень | лютий | березень",
    ],
    [
      "a title and, in the corner, the number of an annex",
      "Перелік закладів| | | | |Додаток 1\n | | | | | \n№|назва|адреса|місць|зайнято|вільно\n1|Садок|Миру|10|9|1\n2|Школа|Нова|20|18|2",
      "title,blank,header",
      "№ | назва | адреса | місць | зайнято | вільно",
    ],
    [
      "one word over columns named alike: a title",
      " |Північ| | | | | \n№|січень|лютий|березень|січень|лютий|березень\n1|1|2|3|4|5|6\n2|7|8|9|1|2|3",
      "title,header",
      "№ | січень | лютий | березень | січень | лютий | березень",
    ],
    [
      "a blank row and numbers of columns under the names",
      "№|назва|сума\n | | \n1|2|3\n1|Вокзал|5\n2|Центр|6",
      "header,blank,numbering",
      "№ | назва | сума",
    ],
    [
      "a blank row and data under the names",
      "№|назва|сума\n | | \n1|Вокзал|5\n2|Центр|6",
      "header",
      "№ | назва | сума",
    ],
    [
      "a blank row inside of a header",
      "назва|дітей| \n | | \n |ясла|садок\nСадок 1|10|60\nСадок 2|11|61\nСадок 3|12|62",
      "header,blank,header",
      "назва | дітей — ясла | дітей — садок",
    ],
    [
      "Excel's own line in the second row is no such line",
      "id|назва|сума\nsep=;|x|5\n1|Вокзал|5\n2|Центр|6",
      "header",
      "id | назва | сума",
    ],
  ])("%s", (_, text, rows, names) => expect(layoutOf(text)).toEqual([rows, names]));

  test("titles of an official structure are names, whatever is under them", () => {
    const text = "Назва|Адреса\nВокзал|Назва\nЦентр|Миру";
    expect(layoutOf(text)[0]).toBe("");
    expect(layoutOf(text, ["назва", "адреса"])[0]).toBe("header");
  });
});

test("the keys of JSON are names, whatever they are", () => {
  const { rows, names, fields } = firstRowLayout(["1", "Назва", "1"]);
  expect([rows, names]).toEqual([["header"], ["1", "Назва", "1"]]);
  expect(new Set(fields).size).toBe(3);
});

test("names for programs over titles: both are kept, and rows that repeat either are known", () => {
  const { titles, texts, fields } = detectLayout([
    ["id", "name", "sum"],
    [" Номер ", "Назва", "Сума"],
    ["1", "Вокзал", "2"],
    ["2", "Центр", "3"],
  ]);
  expect({ titles, texts, fields }).toEqual({
    titles: ["Номер", "Назва", "Сума"],
    texts: [new Set(["Номер", "id"]), new Set(["Назва", "name"]), new Set(["Сума", "sum"])],
    fields: ["id", "name", "sum"],
  });
  expect(
    detectLayout([
      ["назва", "сума"],
      ["а", "1"],
      ["б", "2"],
    ]).titles,
  ).toEqual([undefined, undefined]);
  expect(
    detectLayout([
      ["name", "sum"],
      ["а", "1"],
      ["б", "2"],
    ]).titles,
  ).toEqual([undefined, undefined]);
});
