import { strFromU8, unzipSync } from "fflate";
import { expect, test } from "vitest";
import { readWorkbook } from "../../table/workbook/read-workbook.ts";
import { sheetText } from "../../table/workbook/sheet-text.ts";
import type { Structure, StructureField } from "../../vocabularies/structures.ts";
import { renderTemplate } from "./template.ts";

test("a template to fill in: notes, formats, lists to choose from, on a sheet nobody sees", async () => {
  const types: StructureField["type"][] = ["string", "integer", "date", "datetime", "time", "year"];
  const named = (name: string, type: StructureField["type"], more: object = {}) => ({
    name,
    type,
    title: `Назва ${name}`,
    description: `Опис ${name}`,
    ...more,
  });
  const structure: Structure = {
    id: "made",
    set: { code: "m", annex: 1, title: "Вигаданий набір" },
    fields: [
      ...types.map((type) => named(type, type)),
      named("kind", "string", {
        title: "Найменування виду, довше за все, що вміщує колонка таблиці, показана на екрані",
        constraints: { required: true, enum: ["автобус", "тролейбус", "трамвай"] },
      }),
      ...Array.from({ length: 26 }, (_, at) => named(`flag${at}`, "boolean")),
    ],
  };
  const partsOf = async (made: Structure) => {
    const parts = unzipSync(new Uint8Array(await renderTemplate(made)));
    const textOf = (name: string) => strFromU8(parts[name] ?? new Uint8Array());
    const sheet = textOf("xl/worksheets/sheet1.xml");
    const styles = textOf("xl/styles.xml");
    const [, cells = ""] = styles.split("<cellXfs");
    const formatOf = (style: number) => {
      const number = [...cells.matchAll(/<xf numFmtId="(\d+)"/g)][style]?.[1];
      return styles.match(`numFmtId="${number}" formatCode="(.*?)"`)?.[1];
    };
    return {
      books: [...textOf("xl/workbook.xml").matchAll(/<sheet .*?>/g)].map(([tag]) => tag),
      pane: /<pane .*?>/.exec(sheet)?.[0],
      columns: [...sheet.matchAll(/<col .*?>/g)].map(([tag]) =>
        tag.replace(/style="(\d+)"/, (_, style) => `format="${formatOf(Number(style))}"`),
      ),
      lists: [...sheet.matchAll(/<dataValidation .*?<\/dataValidation>/g)].map(([tag]) => tag),
      notes: [...textOf("xl/comments1.xml").matchAll(/ref="(\w+)".*?<t>(.*?)<\/t>/g)].map(
        ([, at, note]) => `${at} ${note}`,
      ),
    };
  };
  const { columns, lists, notes, ...rest } = await partsOf(structure);
  const ends = (list: string[]) => [...list.slice(0, 9), ...list.slice(-2)];
  expect({
    ...rest,
    columns: ends(columns),
    lists: ends(lists),
    notes: ends(notes),
  }).toMatchSnapshot();
  const { sheets } = await readWorkbook(new Uint8Array(await renderTemplate(structure)));
  expect(sheets.map((sheet) => sheetText(sheet))).toMatchSnapshot();
  // Without a list to choose from there is no second sheet.
  const plain = await partsOf({ ...structure, fields: structure.fields.slice(0, 6) });
  expect([plain.books.length, plain.lists]).toEqual([1, []]);
});
